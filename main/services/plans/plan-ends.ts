import { keyText } from '@core/domain/api-key';
import type { BulkReport, BulkRow } from '@core/domain/bulk';
import type { Operation } from '@core/domain/operation';
import type { PlanEnd, PlanRowView } from '@core/domain/plan';
import type { PlanRecord, SentRow } from './plan-book';

type RowEnd = PlanRowView['end'];

/** A run that is known in this session, or can be resumed. */
export interface PlanRun {
  readonly state: BulkReport['state'];
  /** Not over. */
  readonly open: boolean;
  readonly rows: ReadonlyMap<string, BulkRow>;
}

/** The same of its report. */
export const runOf = ({ state, rows }: BulkReport): PlanRun => ({
  state,
  open: state !== 'finished' && state !== 'cancelled',
  rows: new Map(rows.map((row) => [keyText(row.key), row])),
});

/** What is known of what was sent. */
export interface EndSources {
  readonly operation: (operationId: string) => Operation | undefined;
  readonly runs: ReadonlyMap<string, PlanRun>;
}

/** How far a row is that was sent, or what became of it; null where nothing was. */
export function endOf(row: number, { sent, ends, hands }: PlanRecord, sources: EndSources): RowEnd {
  const hand = hands[row];
  if (hand !== undefined)
    return { state: 'done', message: `Done by hand${hand.note === '' ? '.' : `: ${hand.note}`}` };
  const known = ends[row];
  if (known !== undefined) return known;
  const order = sent[row];
  return order === undefined ? null : sentEnd(order, sources);
}

function sentEnd(order: SentRow, { operation, runs }: EndSources): RowEnd {
  const found = operation(order.operationId);
  if (found?.state === 'confirmed') return stopped(order, found);
  const run = runs.get(order.bulkId);
  const row = run?.rows.get(keyText(order.key));
  if (run !== undefined && (row?.state === 'waiting' || row?.state === 'running')) return onItsWay(run);
  if (row?.state === 'cancelled') return { state: 'skipped', message: 'Left alone.' };
  return found === undefined ? null : ended(found, row?.message);
}

const onItsWay = ({ state }: PlanRun): RowEnd => ({
  state: 'running',
  message: state === 'running' ? 'On its way' : 'The run is paused. Resume it to go on.',
});

/** SECURITY: the word of success is for keys that are dead. */
const stopped = ({ alive }: SentRow, { changedAt }: Operation): PlanEnd => ({
  state: alive === undefined ? 'done' : 'removed',
  ...(alive !== undefined && { message: alive }),
  readBackAt: changedAt,
});

function ended({ state, error }: Operation, message: string | undefined): RowEnd {
  if (state === 'intended') return null;
  if (state !== 'failed') return { state: 'unconfirmed', message: 'Sent, not confirmed. Treat it as live.' };
  if (error === 'conflict')
    return { state: 'changed', message: 'It changed after it was approved, and was left alone.' };
  if (error === 'cancelled' || error === 'rate-limited') return null;
  return { state: 'failed', message: message ?? 'It was refused.' };
}

/** Ends that nothing changes any more. */
export const isFinal = (end: RowEnd): end is PlanEnd =>
  end !== null && end.state !== 'running' && end.state !== 'unconfirmed';
