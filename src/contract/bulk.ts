import * as z from 'zod';
import { call } from '@core/contract/shape';
import { KeyRef } from '@core/domain/api-key';
import {
  BulkAct,
  BulkReport,
  BulkRow,
  BulkState,
  BulkSummary,
  BulkTarget,
  MOST_AT_ONCE,
} from '@core/domain/bulk';

const Nothing = z.strictObject({});
const Done = z.object({ done: z.literal(true) });
const ByRun = z.strictObject({ bulkId: z.string().max(64) });
const Saved = z.object({ path: z.string() }).nullable();

/** One thing done with many keys: frozen, confirmed, followed key by key, picked up after a crash. */
export const bulkCalls = {
  /** Freezes the selection; above a bound main asks in a dialog of its own. Null when declined there. */
  confirm: call(
    z.strictObject({
      act: BulkAct,
      targets: z.array(BulkTarget).min(1).max(MOST_AT_ONCE),
      /** The operator knows that Keydesk itself may sign in with one of them. */
      evenOwn: z.boolean().optional(),
    }),
    z.object({ token: z.string() }).nullable(),
  ),
  /** Begins with what was frozen and returns at once; goes on as `bulkProgress`. */
  start: call(z.strictObject({ token: z.string().max(64), typed: z.string().max(100) }), BulkReport),
  /** Sends nothing more until `resume`; what is on its way still gets its outcome. */
  pause: call(ByRun, Done),
  /** Goes on with everything that is not done: after a pause, a crash, or an end that left some over. */
  resume: call(ByRun, BulkReport),
  /** Leaves alone what was not begun, for good. */
  cancel: call(ByRun, Done),
  report: call(ByRun, BulkReport),
  /** Runs that are on their way, and those of an earlier session that did not come to their end. */
  list: call(Nothing, z.array(BulkSummary)),
  /** Saves what became of each key. Asks where to; null when the operator cancels. */
  save: call(ByRun.extend({ format: z.enum(['csv', 'json']) }), Saved),
  /** Saves what is known of listed keys, as CSV without secrets. Null when the operator cancels. */
  exportKeys: call(z.strictObject({ keys: z.array(KeyRef).min(1).max(100_000) }), Saved),
} as const;

export const bulkEvents = {
  /** The rows that changed; `state` is that of the run. */
  bulkProgress: z.object({ bulkId: z.string(), state: BulkState, rows: z.array(BulkRow) }),
} as const;
