import { AppError } from '@core/domain/app-error';
import {
  DEPLOY_WORD,
  type DeploymentView,
  type PendingChange,
  type PipelineState,
} from '@core/domain/deployment';
import type { EnvironmentRef } from '@core/domain/environment';
import { toInstant } from '@core/domain/instant';
import type { Deploys } from '@main/adapters/adapter';
import type { Clock, Log } from '@main/ports';
import {
  deploymentView,
  type DeploymentRecord,
  type DeploymentRecords,
} from '@main/services/deployment-records';
import type { EnvironmentService } from '@main/services/environment-service';

/** What the service stands on. */
export interface DeploymentServiceParts {
  readonly environments: EnvironmentService;
  readonly records: DeploymentRecords;
  readonly clock: Clock;
  readonly log: Log;
  readonly changed: (environment: EnvironmentRef, view: DeploymentView) => void;
}

const POLL_MS = 2_000;
/** A pipeline that takes longer is left to the console's own page. */
const LONGEST_MS = 30 * 60_000;

type Pipeline = NonNullable<DeploymentRecord['pipeline']>;

/** Makes live what is saved, and follows the pipeline to its end, over a restart too. */
export class DeploymentService {
  private readonly followed = new Set<string>();

  constructor(private readonly parts: DeploymentServiceParts) {}

  /** How the deployments of an environment stand. Throws `forbidden` where there is nothing to deploy. */
  async read(ref: EnvironmentRef): Promise<DeploymentView> {
    const deploys = await this.deploysOf(ref);
    await this.parts.records.knows(ref, await deploys.targets(ref.environmentId));
    const record = await this.parts.records.of(ref);
    if (record.pipeline?.state === 'running') this.follow(ref, deploys, record.pipeline);
    return deploymentView(record, await deploys.save(ref.environmentId));
  }

  /** Starts a pipeline. Its end comes as an event; one at a time for an environment. */
  async start(ref: EnvironmentRef, target: string, typed = ''): Promise<DeploymentView> {
    const { targets } = await this.read(ref);
    const wanted = targets.find(({ id }) => id === target);
    if (wanted === undefined)
      throw new AppError('not-found', 'The console no longer offers this place to deploy to.');
    if (wanted.production && typed.trim() !== DEPLOY_WORD)
      throw new AppError('invalid-input', `Type ${DEPLOY_WORD} to go on.`, { field: 'typed' });
    if ((await this.parts.records.of(ref)).pipeline?.state === 'running')
      throw new AppError('conflict', 'A deployment is running already. Wait for its end.');
    await this.send(ref, target);
    return this.read(ref);
  }

  /** Notes what a confirmed save changed; a disk that fails leaves the state of the key unknown, never live. */
  async note(ref: EnvironmentRef, change: Omit<PendingChange, 'at'>): Promise<void> {
    try {
      await this.parts.records.changed(ref, change);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.parts.log.warn('deployment.not-noted', { code: error.code });
    }
  }

  private async send(ref: EnvironmentRef, target: string): Promise<void> {
    const deploys = await this.deploysOf(ref);
    // Read before: what somebody saves in between is deployed too, and then taken for not deployed, never the other way.
    const save = await deploys.save(ref.environmentId);
    const startedAt = toInstant(this.parts.clock.now());
    const pipeline: Pipeline = { id: '', target, save, state: 'unclear', startedAt };
    await this.parts.records.pipeline(ref, { ...pipeline, message: UNCLEAR });
    const id = await deploys.start(ref.environmentId, target);
    const started: Pipeline = { ...pipeline, id, state: 'running' };
    await this.parts.records.pipeline(ref, started);
    this.follow(ref, deploys, started);
  }

  private follow(ref: EnvironmentRef, deploys: Deploys, pipeline: Pipeline): void {
    if (this.followed.has(pipeline.id)) return;
    this.followed.add(pipeline.id);
    const look = async (): Promise<void> => {
      const state = await this.stateOf(ref, deploys, pipeline);
      if (state === 'running') return this.later(look);
      this.followed.delete(pipeline.id);
      const endedAt = toInstant(this.parts.clock.now());
      await this.parts.records.pipeline(ref, { ...pipeline, state, endedAt, ...messageOf(state) });
      this.parts.changed(ref, await this.read(ref));
    };
    this.later(look);
  }

  private later(look: () => Promise<void>): void {
    this.parts.clock.after(POLL_MS, () => {
      look().catch((error: unknown) => {
        const code = error instanceof AppError ? error.code : 'unexpected';
        this.parts.log.warn('deployment.not-followed', { code });
        this.followed.clear();
      });
    });
  }

  /** A console that cannot be asked for a moment has not ended the pipeline. */
  private async stateOf(
    { environmentId }: EnvironmentRef,
    deploys: Deploys,
    { id, target, startedAt }: Pipeline,
  ): Promise<PipelineState> {
    try {
      return await deploys.follow(environmentId, target, id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const age = this.parts.clock.now() - Date.parse(startedAt);
      return age < LONGEST_MS ? 'running' : 'unclear';
    }
  }

  private async deploysOf(ref: EnvironmentRef): Promise<Deploys> {
    const { adapter } = await this.parts.environments.place(ref);
    if (adapter.deploys !== undefined) return adapter.deploys;
    throw new AppError('forbidden', 'What is changed here works at once; there is nothing to deploy.');
  }
}

const UNCLEAR = 'The console did not confirm it. Look at its pipelines, or deploy again: that does no harm.';

const MESSAGES: Partial<Record<PipelineState, string>> = {
  failed: 'The pipeline failed. Nothing new is live; its log is in the console.',
  cancelled: 'The pipeline was cancelled. Nothing new is live.',
  unclear: UNCLEAR,
};

const messageOf = (state: PipelineState): { message?: string } => {
  const message = MESSAGES[state];
  return message === undefined ? {} : { message };
};
