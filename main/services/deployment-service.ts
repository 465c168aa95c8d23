import { AppError } from '@core/domain/app-error';
import {
  DEPLOY_WORD,
  type DeployTarget,
  type DeploymentView,
  type PendingChange,
} from '@core/domain/deployment';
import { isDefiniteRefusal } from '@core/domain/definite-refusal';
import { environmentKey, type EnvironmentRef } from '@core/domain/environment';
import { toInstant } from '@core/domain/instant';
import type { Deploys } from '@main/adapters/adapter';
import type { Operation } from '@core/domain/operation';
import type { Clock, Crypto, Log } from '@main/ports';
import {
  deploymentView,
  type DeploymentRecord,
  type DeploymentRecords,
} from '@main/services/deployment-records';
import type { EnvironmentService } from '@main/services/environment-service';
import type { Finding } from '@main/services/attempt';
import type { OperationService } from '@main/services/operation-service';
import { PipelineFollower, UNCLEAR, type Pipeline } from '@main/services/pipeline-follower';

/** What the service stands on. */
export interface DeploymentServiceParts {
  readonly environments: EnvironmentService;
  readonly records: DeploymentRecords;
  readonly operations: Pick<OperationService, 'run' | 'recheck'>;
  readonly clock: Clock;
  readonly crypto: Pick<Crypto, 'uuid'>;
  readonly log: Log;
  readonly changed: (environment: EnvironmentRef, view: DeploymentView) => void;
}

/** Makes live what is saved, and follows the pipeline to its end, over a restart too. */
export class DeploymentService {
  private readonly follower: PipelineFollower;
  private readonly starting = new Set<string>();

  constructor(private readonly parts: DeploymentServiceParts) {
    this.follower = new PipelineFollower({
      ...parts,
      // Asked anew each time: whoever signed out meanwhile signs in again.
      ask: async (ref, { target, id }) => (await this.deploysOf(ref)).follow(ref.environmentId, target, id),
      ended: (ref, pipeline) => this.ended(ref, pipeline),
    });
  }

  /** How the deployments of an environment stand. Throws `forbidden` where there is nothing to deploy. */
  async read(ref: EnvironmentRef): Promise<DeploymentView> {
    const deploys = await this.deploysOf(ref);
    await this.parts.records.knows(ref, await deploys.targets(ref.environmentId));
    const record = await this.parts.records.of(ref);
    if (record.pipeline?.state === 'running') this.follower.follow(ref, record.pipeline);
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
    await this.once(ref, () => this.run(ref, wanted));
    return this.viewAfter(ref);
  }

  /** What became of a deployment, as far as that can be told: by its pipeline, or by one that came after it. */
  async find(operation: Operation): Promise<Finding<null>> {
    const { id, keyId = '', consoleId, environmentId, startedAt } = operation;
    const ref = { consoleId, environmentId };
    const { pipeline, targets } = await this.parts.records.of(ref);
    if (pipeline?.operation !== id) {
      // Whatever was saved by then is live since.
      const since = targets[keyId]?.at ?? '';
      return since > startedAt ? LIVE : { done: false };
    }
    if (pipeline.state === 'succeeded') return LIVE;
    if (pipeline.state === 'unclear') return { done: false };
    if (pipeline.state !== 'running') return { done: false, as: 'failed' };
    this.follower.follow(ref, pipeline);
    return { done: false, as: 'under-way' };
  }

  /** Notes what a confirmed save changed; a disk that fails leaves the state of the key unknown, never live. */
  async note(ref: EnvironmentRef, change: Omit<PendingChange, 'at'>): Promise<void> {
    await this.noted(this.parts.records.changed(ref, change));
  }

  /** What happened on the console happened, whatever our disk takes. */
  private async noted(writing: Promise<void>): Promise<void> {
    try {
      await writing;
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

  /** Resolves once the pipeline began; rejects as soon as it is clear that nobody knows whether it did. */
  private async run(ref: EnvironmentRef, { id: target, label }: DeployTarget): Promise<void> {
    const { records, operations, clock, crypto } = this.parts;
    const deploys = await this.deploysOf(ref);
    // Read before: what somebody saves in between is deployed too, and then taken for not deployed, never the other way.
    const save = await deploys.save(ref.environmentId);
    await records.seen(ref, save);
    const id = crypto.uuid();
    const startedAt = toInstant(clock.now());
    const pipeline: Pipeline = { id: '', target, save, operation: id, state: 'unclear', startedAt };
    const intent = { id, kind: 'deploy' as const, ...ref, keyId: target, label, payload: { target, save } };
    const problem = await new Promise<unknown>((told) => {
      const send = (): Promise<null> =>
        this.send(ref, deploys, pipeline).catch((error: unknown) => {
          // The looks that follow an unclear answer are nothing to wait for.
          told(error);
          throw error;
        });
      const look = (operation: Operation): Promise<Finding<null>> => this.find(operation);
      const attempt = { send, look, readBack: false, repeatable: false, endsLater: true as const };
      operations.run(intent, attempt).then(() => told(null), told);
    });
    if (problem instanceof Error) throw problem;
  }

  private async send(ref: EnvironmentRef, deploys: Deploys, pipeline: Pipeline): Promise<null> {
    const { records } = this.parts;
    const { pipeline: former } = await records.of(ref);
    await records.pipeline(ref, { ...pipeline, message: UNCLEAR });
    const id = await this.begin(ref, deploys, { target: pipeline.target, former });
    const started: Pipeline = { ...pipeline, id, state: 'running' };
    await this.noted(records.pipeline(ref, started));
    this.follower.follow(ref, started);
    return null;
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
      if (error instanceof AppError && isDefiniteRefusal(error, 'deploy'))
        await this.noted(this.parts.records.pipeline(ref, former));
      throw error;
    }
  }

  private async ended(ref: EnvironmentRef, pipeline: Pipeline): Promise<void> {
    await this.parts.records.pipeline(ref, pipeline);
    await this.settle(pipeline);
    this.parts.changed(ref, await this.viewAfter(ref, pipeline.save));
  }

  /** A disk that cannot take it is no reason not to tell of the end; the next look settles it. */
  private async settle({ operation }: Pipeline): Promise<void> {
    if (operation === undefined) return;
    await this.parts.operations.recheck(operation).catch((error: unknown) => {
      const code = error instanceof AppError ? error.code : 'unexpected';
      this.parts.log.warn('deployment.not-settled', { code });
    });
  }

  /** The window has to hear of a beginning and of an end although console or disk fail just then. */
  private async viewAfter(ref: EnvironmentRef, save?: string): Promise<DeploymentView> {
    try {
      return await this.read(ref);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return deploymentView(await this.parts.records.of(ref), save);
    }
  }

  private async deploysOf(ref: EnvironmentRef): Promise<Deploys> {
    const { adapter } = await this.parts.environments.place(ref);
    if (adapter.deploys !== undefined) return adapter.deploys;
    throw new AppError('forbidden', 'What is changed here works at once; there is nothing to deploy.');
  }
}

const LIVE: Finding<null> = { done: true, value: null };

const running = (): AppError =>
  new AppError('conflict', 'A deployment is running already. Wait for its end.');
