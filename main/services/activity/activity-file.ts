import type { ActivityEntry } from '@core/domain/activity';
import { csvText } from '@core/text/csv';

/** The facts of a line, in the order of the columns. */
const COLUMNS = [
  'seq',
  'at',
  'person',
  'operator',
  'action',
  'result',
  'why',
  'consoleName',
  'environmentName',
  'keyName',
  'detail',
  'consoleId',
  'environmentId',
  'keyId',
  'of',
  'previous',
  'hash',
] as const satisfies readonly (keyof ActivityEntry)[];

/** As many lines are put in words between two pauses. */
const AT_A_TIME = 1_000;

/** Lines as CSV: a heading with the names of the facts, then a row for each; what a line does not have is empty. */
export function* activityCsv(entries: readonly ActivityEntry[]): Generator<void, string> {
  const parts = [csvText([COLUMNS])];
  for (const some of slices(entries)) {
    parts.push(csvText(some.map((entry) => COLUMNS.map((name) => String(entry[name] ?? '')))));
    yield;
  }
  return parts.join('');
}

/** Lines as JSON, as they are in the log, so that anybody can compute their hashes. */
export function* activityJson(
  entries: readonly ActivityEntry[],
  exportedAt: string,
): Generator<void, string> {
  const parts: string[] = [];
  for (const some of slices(entries)) {
    parts.push(some.map((entry) => JSON.stringify(entry)).join(',\n'));
    yield;
  }
  const head = JSON.stringify({ format: 'keydesk-activity', version: 1, exportedAt, hash: HOW });
  return `${head.slice(0, -1)},"entries":[\n${parts.join(',\n')}\n]}\n`;
}

function* slices(entries: readonly ActivityEntry[]): Generator<readonly ActivityEntry[]> {
  for (let from = 0; from < entries.length; from += AT_A_TIME) yield entries.slice(from, from + AT_A_TIME);
}

const HOW =
  'hash = SHA-256, in hex, of the JSON of a line without its hash: members in the order of their names, no blanks, UTF-8. previous = the hash of the line before; of the first line 64 zeros.';
