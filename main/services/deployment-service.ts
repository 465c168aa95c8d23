import { AppError } from '@core/domain/app-error';
import {
  DEPLOY_WORD,
  type DeploymentView,
  type PendingChange,
  type PipelineState,
} from '@core/domain/deployment';
import { isDefiniteRefusal } from '@core/domain/definite-refusal';
import { environmentKey, type EnvironmentRef } from '@core/domain/environment';
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
  private readonly starting = new Set<string>();

  constructor(private readonly parts: DeploymentServiceParts) {}

  /** How the deployments of an environment stand. Throws `forbidden` where there is nothing to deploy. */
  async read(ref: EnvironmentRef): Promise<DeploymentView> {
    const deploys = await this.deploysOf(ref);
    await this.parts.records.knows(ref, await deploys.targets(ref.environmentId));
    const record = await this.parts.records.of(ref);
    if (record.pipeline?.state === 'running') this.follow(ref, record.pipeline);
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
    await this.once(ref, () => this.send(ref, target));
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

  /** One pipeline at a time: two would not say which save is live in the end. */
  private async once(ref: EnvironmentRef, send: () => Promise<void>): Promise<void> {
    const place = environmentKey(ref);
    if (this.starting.has(place)) throw running();
    this.starting.add(place);
    try {
      if ((await this.parts.records.of(ref)).pipeline?.state === 'running') throw running();
      await send();
    } finally {
      this.starting.delete(place);
    }
  }

  private async send(ref: EnvironmentRef, target: string): Promise<void> {
    const { records, clock } = this.parts;
    const deploys = await this.deploysOf(ref);
    // Read before: what somebody saves in between is deployed too, and then taken for not deployed, never the other way.
    const save = await deploys.save(ref.environmentId);
    await records.seen(ref, save);
    const { pipeline: former } = await records.of(ref);
    const pipeline: Pipeline = { id: '', target, save, state: 'unclear', startedAt: toInstant(clock.now()) };
    await records.pipeline(ref, { ...pipeline, message: UNCLEAR });
    const started: Pipeline = {
      ...pipeline,
      id: await this.begin(ref, deploys, { target, former }),
      state: 'running',
    };
    await records.pipeline(ref, started);
    this.follow(ref, started);
  }

  /** What was refused leaves everything as it was; what is unclear stays noted as that. */
  private async begin(
    ref: EnvironmentRef,
    deploys: Deploys,
    { target, former }: { target: string; former: DeploymentRecord['pipeline'] },
  ): Promise<string> {
    try {
      return await deploys.start(ref.environmentId, target);
    } catch (error) {
      if (error instanceof AppError && isDefiniteRefusal(error, 'protect'))
        await this.parts.records.pipeline(ref, former);
      throw error;
    }
  }

  private follow(ref: EnvironmentRef, pipeline: Pipeline): void {
    const name = `${environmentKey(ref)}/${pipeline.target}/${pipeline.id}`;
    if (this.followed.has(name)) return;
    this.followed.add(name);
    const look = async (): Promise<void> => {
      const state = await this.stateOf(ref, pipeline);
      if (state === 'running') return this.later(name, look);
      this.followed.delete(name);
      const endedAt = toInstant(this.parts.clock.now());
      await this.parts.records.pipeline(ref, { ...pipeline, state, endedAt, ...messageOf(state) });
      this.parts.changed(ref, await this.viewAfter(ref, pipeline));
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

  /** The window has to hear of the end although the console cannot be asked just then. */
  private async viewAfter(ref: EnvironmentRef, { save }: Pipeline): Promise<DeploymentView> {
    try {
      return await this.read(ref);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return deploymentView(await this.parts.records.of(ref), save);
    }
  }

  /** A console that cannot be asked for a moment, or whose word is not known, has not ended the pipeline. */
  private async stateOf(ref: EnvironmentRef, { id, target, startedAt }: Pipeline): Promise<PipelineState> {
    const state = await this.told(ref, target, id);
    if (state !== 'running' && state !== 'unclear') return state;
    return this.parts.clock.now() - Date.parse(startedAt) < LONGEST_MS ? 'running' : 'unclear';
  }

  /** Asked anew each time: whoever signed out meanwhile signs in again. */
  private async told(ref: EnvironmentRef, target: string, id: string): Promise<PipelineState> {
    try {
      return await (await this.deploysOf(ref)).follow(ref.environmentId, target, id);
    } catch (error) {
      if (error instanceof AppError) return 'unclear';
      throw error;
    }
  }

  private async deploysOf(ref: EnvironmentRef): Promise<Deploys> {
    const { adapter } = await this.parts.environments.place(ref);
    if (adapter.deploys !== undefined) return adapter.deploys;
    throw new AppError('forbidden', 'What is changed here works at once; there is nothing to deploy.');
  }
}

const running = (): AppError =>
  new AppError('conflict', 'A deployment is running already. Wait for its end.');

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
