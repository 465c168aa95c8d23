import * as z from 'zod';
import type { ApiKey } from '@core/domain/api-key';
import { DeployTarget, PendingChange, PipelineState, type DeploymentView } from '@core/domain/deployment';
import { environmentKey, type EnvironmentRef } from '@core/domain/environment';
import { OperationId } from '@core/domain/operation';
import { Instant, toInstant } from '@core/domain/instant';
import type { Clock, DocumentStore } from '@main/ports';

const Pipeline = z.object({
  id: z.string(),
  target: z.string(),
  /** What it makes live. */
  save: z.string(),
  /** The operation that started it. */
  operation: OperationId.optional(),
  state: PipelineState,
  startedAt: Instant,
  endedAt: Instant.optional(),
  message: z.string().optional(),
});

/** What Keydesk did to the configuration of one environment. */
const DeploymentRecord = z.object({
  /** Saves in the order they were made, oldest first; those of others as far as ours were based on them or deployed. */
  chain: z.array(z.string()),
  changes: z.array(PendingChange.extend({ save: z.string() })),
  targets: z.record(z.string(), z.object({ save: z.string(), at: Instant })),
  /** The places to deploy to, as last seen. */
  known: z.array(DeployTarget),
  pipeline: Pipeline.nullable(),
});
export type DeploymentRecord = z.infer<typeof DeploymentRecord>;

/** By `environmentKey`. */
export const DeploymentFile = z.record(z.string(), DeploymentRecord);
export type DeploymentFile = z.infer<typeof DeploymentFile>;

const EMPTY: DeploymentRecord = { chain: [], changes: [], targets: {}, known: [], pipeline: null };
const MOST_KEPT = 500;

/** Remembers which saves are ours and which of them were deployed, so that nothing saved is taken for live. */
export class DeploymentRecords {
  constructor(
    private readonly store: DocumentStore<DeploymentFile>,
    private readonly clock: Clock,
  ) {}

  /** What is known of an environment. */
  async of(ref: EnvironmentRef): Promise<DeploymentRecord> {
    return (await this.store.read())[environmentKey(ref)] ?? EMPTY;
  }

  /** Everything that is known. */
  all(): Promise<DeploymentFile> {
    return this.store.read();
  }

  /** A save of ours and what it was based on, which others may have saved. */
  saved(ref: EnvironmentRef, previous: string, save: string): Promise<void> {
    return this.change(ref, (record) => ({
      ...record,
      chain: [...withLatest(record.chain, previous), save].slice(-MOST_KEPT),
    }));
  }

  /** The save that the console has now. */
  seen(ref: EnvironmentRef, save: string): Promise<void> {
    return this.change(ref, (record) =>
      record.chain.includes(save) ? record : { ...record, chain: withLatest(record.chain, save) },
    );
  }

  /** What our latest save changed. */
  changed(ref: EnvironmentRef, change: Omit<PendingChange, 'at'>): Promise<void> {
    return this.change(ref, (record) => {
      const made = { ...change, at: toInstant(this.clock.now()), save: record.chain.at(-1) ?? '' };
      return { ...record, changes: [...record.changes, made].slice(-MOST_KEPT) };
    });
  }

  /** Where an environment can be deployed to. */
  knows(ref: EnvironmentRef, known: DeployTarget[]): Promise<void> {
    return this.change(ref, (record) => ({ ...record, known }));
  }

  /** How its pipeline stands; a success makes its save live, and forgets changes that are live everywhere. */
  pipeline(ref: EnvironmentRef, pipeline: DeploymentRecord['pipeline']): Promise<void> {
    return this.change(ref, (record) => {
      if (pipeline?.state !== 'succeeded') return { ...record, pipeline };
      const { target, save, endedAt = toInstant(this.clock.now()) } = pipeline;
      const live = { ...record, pipeline, targets: { ...record.targets, [target]: { save, at: endedAt } } };
      const ids = live.known.map(({ id }) => id);
      const open = live.changes.filter((change) => ids.some((id) => isPending(live, id, change)));
      return { ...live, changes: open };
    });
  }

  private async change(
    ref: EnvironmentRef,
    change: (record: DeploymentRecord) => DeploymentRecord,
  ): Promise<void> {
    const key = environmentKey(ref);
    await this.store.update((all) => ({ ...all, [key]: change(all[key] ?? EMPTY) }));
  }
}

/** A save that came back although others followed it undid those: nothing is known of the order any more. */
function withLatest(chain: readonly string[], save: string): string[] {
  if (chain.at(-1) === save) return [...chain];
  return chain.includes(save) ? [save] : [...chain, save];
}

/** A change that came after what was deployed there. Whatever is older than the chain was deployed with it. */
function isPending(
  { chain, targets }: DeploymentRecord,
  target: string,
  { save }: { save: string },
): boolean {
  const deployed = targets[target];
  if (deployed === undefined) return true;
  const at = chain.indexOf(deployed.save);
  return at === -1 || chain.indexOf(save) > at;
}

/**
 * An environment's deployments as the window sees them.
 * @param save the save the console has now
 */
export function deploymentView(record: DeploymentRecord, save: string | undefined): DeploymentView {
  const targets = record.known.map((target) => {
    const pending = record.changes.filter((change) => isPending(record, target.id, change));
    const deployed = record.targets[target.id];
    const current = deployed !== undefined && deployed.save === save;
    const state: 'saved' | 'live' | 'unknown' = pending.length > 0 ? 'saved' : current ? 'live' : 'unknown';
    return {
      ...target,
      state,
      pending: pending.map(({ keyId, name, kind, at }) => ({ keyId, name, kind, at })),
      ...(deployed !== undefined && { deployedAt: deployed.at }),
    };
  });
  return { targets, pipeline: pipelineView(record.pipeline) };
}

function pipelineView(pipeline: DeploymentRecord['pipeline']): DeploymentView['pipeline'] {
  if (pipeline === null) return null;
  const { target, state, startedAt, endedAt, message } = pipeline;
  return { target, state, startedAt, ...(endedAt && { endedAt }), ...(message && { message }) };
}

/**
 * Tells of each key whether what is saved of it is live too, as far as Keydesk knows.
 * @param save the save the console has now
 */
export function deployedStates(
  record: DeploymentRecord,
  save: string | undefined,
): (keyId: string) => NonNullable<ApiKey['deployed']> {
  const { targets } = deploymentView(record, save);
  const live = targets.length > 0 && targets.every(({ state }) => state === 'live');
  // Until the places to deploy to are known, none of our changes is known to be in any of them.
  const pending = targets.length > 0 ? targets.flatMap((target) => target.pending) : record.changes;
  const saved = new Set(pending.map(({ keyId }) => keyId));
  return (keyId) => (saved.has(keyId) ? 'saved' : live ? 'live' : 'unknown');
}
