import * as z from 'zod';
import { KeyRef } from '@core/domain/api-key';
import { Instant } from '@core/domain/instant';
import { OperationId } from '@core/domain/operation';

/** As many keys as one run may deal with. */
export const MOST_AT_ONCE = 5_000;

/** What is done with all keys of a selection. */
export const BulkAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stop') }),
  z.strictObject({ kind: z.literal('disable') }),
  z.strictObject({ kind: z.literal('enable') }),
  z.strictObject({ kind: z.literal('extend'), expiresAt: Instant }),
]);
export type BulkAct = z.infer<typeof BulkAct>;

/** One key of a selection at the version the operator saw, under an operation of its own. */
export const BulkTarget = z.strictObject({
  operationId: OperationId,
  key: KeyRef,
  revision: z.string().max(200).optional(),
});
export type BulkTarget = z.infer<typeof BulkTarget>;

/** The same with its names as they were at that moment. */
export const FrozenTarget = BulkTarget.extend({
  label: z.string().max(400),
  /** Where it lives, for people. */
  place: z.string().max(600),
  /** The hash of what the key was like when it was approved; as anything else it is left alone. */
  facts: z.string().max(64).optional(),
});
export type FrozenTarget = z.infer<typeof FrozenTarget>;

/** What a run is asked for; only main itself can bind a key to its facts. */
export type AskedTarget = BulkTarget & Pick<FrozenTarget, 'facts'>;

/**
 * A confirmed selection as it was frozen: written once, before anything is sent. What became of each key is in the
 * journal of operations and nowhere else.
 */
export const BulkPlan = z.object({
  id: z.string().max(64),
  act: BulkAct,
  confirmedAt: Instant,
  /** The most powerful first: should the run be cut short, the worst is done. */
  targets: z.array(FrozenTarget).max(MOST_AT_ONCE),
});
export type BulkPlan = z.infer<typeof BulkPlan>;

/** The runs that did not come to their end. */
export const BulkFile = z.array(BulkPlan);
export type BulkFile = z.infer<typeof BulkFile>;

/**
 * waiting: nothing was sent · running: sent, being read back · done: read back · checking: sent, not confirmed ·
 * failed: surely not done · cancelled: left alone.
 */
export const BulkRow = z.object({
  key: KeyRef,
  label: z.string(),
  place: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'checking', 'failed', 'cancelled']),
  message: z.string().optional(),
});
export type BulkRow = z.infer<typeof BulkRow>;

/** `interrupted`: Keydesk ended in the middle of it. */
export const BulkState = z.enum(['running', 'paused', 'interrupted', 'cancelled', 'finished']);
export type BulkState = z.infer<typeof BulkState>;

/** How far a run is, without its keys. */
export const BulkSummary = z.object({
  bulkId: z.string().max(64),
  act: BulkAct,
  state: BulkState,
  confirmedAt: Instant,
  keys: z.number().int(),
  /** How many have their outcome. */
  settled: z.number().int(),
  /** Why it went no further at some console, one sentence each. */
  notes: z.array(z.string()),
});
export type BulkSummary = z.infer<typeof BulkSummary>;

export const BulkReport = BulkSummary.extend({ rows: z.array(BulkRow).max(MOST_AT_ONCE) });
export type BulkReport = z.infer<typeof BulkReport>;

/** Whether an outcome is final for its run. */
export const isSettled = ({ state }: Pick<BulkRow, 'state'>): boolean =>
  state !== 'waiting' && state !== 'running';
