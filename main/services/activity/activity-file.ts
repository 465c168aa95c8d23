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

/** Lines as CSV: a heading with the names of the facts, then a row for each; what a line does not have is empty. */
export const activityCsv = (entries: readonly ActivityEntry[]): string =>
  csvText([COLUMNS, ...entries.map((entry) => COLUMNS.map((name) => String(entry[name] ?? '')))]);

/** Lines as JSON, as they are in the log, so that anybody can compute their hashes. */
export const activityJson = (entries: readonly ActivityEntry[], exportedAt: string): string =>
  `${JSON.stringify({ format: 'keydesk-activity', version: 1, exportedAt, hash: HOW, entries }, null, 1)}\n`;

const HOW =
  'hash = SHA-256, in hex, of the JSON of a line without its hash: members in the order of their names, no blanks, UTF-8. previous = the hash of the line before; of the first line 64 zeros.';
