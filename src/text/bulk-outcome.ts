import type { BulkReport, BulkRow } from '@core/domain/bulk';
import type { Instant } from '@core/domain/instant';
import { csvText } from '@core/text/csv';

const OUTCOMES: Readonly<Record<BulkRow['state'], string>> = {
  waiting: 'not sent',
  running: 'on its way',
  done: 'done, read back',
  checking: 'not confirmed',
  failed: 'failed',
  cancelled: 'left alone',
};

const HEADINGS = [
  'key',
  'identifier',
  'environment',
  'console id',
  'environment id',
  'action',
  'outcome',
  'reason',
];

/** What became of each key of a run, as CSV with one line per key. */
export function outcomeCsv({ act, rows }: BulkReport): string {
  const lines = rows.map(({ key, label, place, state, message = '' }) => [
    label,
    key.keyId,
    place,
    key.consoleId,
    key.environmentId,
    act.kind,
    OUTCOMES[state],
    message,
  ]);
  return csvText([HEADINGS, ...lines]);
}

/**
 * The same as JSON, with what the run was.
 * @param savedAt when the file is written: outcomes may still change after it
 */
export function outcomeJson(
  { bulkId, act, state, confirmedAt, notes, rows }: BulkReport,
  savedAt: Instant,
): string {
  const counts: Partial<Record<BulkRow['state'], number>> = {};
  for (const row of rows) counts[row.state] = (counts[row.state] ?? 0) + 1;
  const run = {
    keydesk: 'bulk-outcome',
    version: 1,
    run: bulkId,
    act,
    state,
    confirmedAt,
    savedAt,
    notes,
    counts,
  };
  const keys = rows.map(({ key, label, place, state: outcome, message }) => ({
    ...key,
    label,
    place,
    outcome,
    message,
  }));
  return `${JSON.stringify({ ...run, keys }, null, 2)}\n`;
}
