import { AppError } from '@core/domain/app-error';
import type { PipelineState } from '@core/domain/deployment';
import { environmentKey, type EnvironmentRef } from '@core/domain/environment';
import { toInstant } from '@core/domain/instant';
import type { Clock, Log } from '@main/ports';
import type { DeploymentRecord } from '@main/services/deployment-records';

/** A pipeline as it is noted. */
export type Pipeline = NonNullable<DeploymentRecord['pipeline']>;

/** What following stands on. */
export interface PipelineFollowerParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Asks the console how a pipeline stands. */
  readonly ask: (ref: EnvironmentRef, pipeline: Pipeline) => Promise<PipelineState>;
  /** Told of the end of a pipeline, once. */
  readonly ended: (ref: EnvironmentRef, pipeline: Pipeline) => Promise<void>;
}

const POLL_MS = 2_000;
/** A pipeline that takes longer is left to the console's own page. */
const LONGEST_MS = 30 * 60_000;

/** What stands with a pipeline of which nobody knows how it goes. */
export const UNCLEAR =
  'The console did not confirm it. Look at its pipelines, or deploy again: that does no harm.';

const MESSAGES: Partial<Record<PipelineState, string>> = {
  failed: 'The pipeline failed. Nothing new is live; its log is in the console.',
  cancelled: 'The pipeline was cancelled. Nothing new is live.',
  unclear: UNCLEAR,
};

/** Asks how pipelines stand until they end, each once at a time. */
export class PipelineFollower {
  private readonly followed = new Set<string>();

  constructor(private readonly parts: PipelineFollowerParts) {}

  /** Goes on until it ends; does nothing where that is being done. */
  follow(ref: EnvironmentRef, pipeline: Pipeline): void {
    const name = `${environmentKey(ref)}/${pipeline.target}/${pipeline.id}`;
    if (this.followed.has(name)) return;
    this.followed.add(name);
    const look = async (): Promise<void> => {
      const state = await this.stateOf(ref, pipeline);
      if (state === 'running') return this.later(name, look);
      this.followed.delete(name);
      const message = MESSAGES[state];
      const endedAt = toInstant(this.parts.clock.now());
      await this.parts.ended(ref, { ...pipeline, state, endedAt, ...(message !== undefined && { message }) });
    };
    this.later(name, look);
  }

  private later(name: string, look: () => Promise<void>): void {
    this.parts.clock.after(POLL_MS, () => {
      look().catch((error: unknown) => {
        const code = error instanceof AppError ? error.code : 'unexpected';
        this.parts.log.warn('deployment.not-followed', { code });
        // The next look at the environment takes it up again.
        this.followed.delete(name);
      });
    });
  }

  /** A console that cannot be asked for a moment, or whose word is not known, has not ended the pipeline. */
  private async stateOf(ref: EnvironmentRef, pipeline: Pipeline): Promise<PipelineState> {
    const state = await this.told(ref, pipeline);
    if (state !== 'running' && state !== 'unclear') return state;
    return this.parts.clock.now() - Date.parse(pipeline.startedAt) < LONGEST_MS ? 'running' : 'unclear';
  }

  private async told(ref: EnvironmentRef, pipeline: Pipeline): Promise<PipelineState> {
    try {
      return await this.parts.ask(ref, pipeline);
    } catch (error) {
      if (error instanceof AppError) return 'unclear';
      throw error;
    }
  }
}
