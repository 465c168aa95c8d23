import { IncidentEntry } from '@core/domain/incident';

/** The hash before the first line of a record. */
export const NO_HASH = '0'.repeat(64);

/** A line of a record as it stands in the file: checked to be JSON, and not yet to be an entry. */
export type RecordLine = Readonly<Record<string, unknown>>;

/** The text of a line that is hashed: its JSON without the hash, members everywhere in the order of their names. */
export function lineText({ hash: _hash, ...line }: RecordLine): string {
  return JSON.stringify(line, (_name, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

const isRecord = (value: unknown): value is RecordLine =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The first line of a record, from 1, that does not follow from the one before; null where all do.
 * @param sha256 hex, of a text
 */
export function firstBroken(lines: readonly RecordLine[], sha256: (text: string) => string): number | null {
  let previous = NO_HASH;
  for (const [at, line] of lines.entries()) {
    const entry = IncidentEntry.safeParse(line).data;
    const follows = entry?.seq === at && entry.previous === previous && entry.hash === sha256(lineText(line));
    if (!follows) return at + 1;
    previous = entry.hash;
  }
  return null;
}

/** The lines that are entries, in their order. */
export const entriesOf = (lines: readonly RecordLine[]): IncidentEntry[] =>
  lines.flatMap((line) => IncidentEntry.safeParse(line).data ?? []);
