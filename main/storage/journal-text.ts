import type * as z from 'zod';

const NEWLINE = 0x0a;

/** What a journal holds. */
export interface JournalContents<T> {
  /** Oldest first. */
  readonly entries: readonly T[];
  /** Complete lines that are no entry: the disk or another program changed them. */
  readonly damaged: number;
}

/** One entry as a line. Throws on an entry that its own schema would refuse to read back. */
export function journalLine<T>(entry: T, schema: z.ZodType<T>): string {
  return `${JSON.stringify(schema.parse(entry))}\n`;
}

/** How many bytes of a journal are complete lines; a line counts only with its end, the rest was never confirmed. */
export const completeLength = (bytes: Uint8Array): number => bytes.lastIndexOf(NEWLINE) + 1;

/** Reads the complete lines. Never throws. */
export function parseJournal<T>(bytes: Uint8Array, schema: z.ZodType<T>): JournalContents<T> {
  const lines = parseLines(bytes, schema);
  const entries = lines.filter((entry) => entry !== null);
  return { entries, damaged: lines.length - entries.length };
}

/** Every complete line, null for one that is no entry. Never throws. */
export function parseLines<T>(bytes: Uint8Array, schema: z.ZodType<T>): (T | null)[] {
  const complete = bytes.subarray(0, completeLength(bytes));
  const lines = Buffer.from(complete).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line) => parseLine(line, schema));
}

/** The last line that is an entry; reads from the end no further than it has to. Never throws. */
export function lastEntry<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | null {
  let end = completeLength(bytes);
  while (end > 0) {
    const start = end < 2 ? 0 : bytes.lastIndexOf(NEWLINE, end - 2) + 1;
    const entry = parseLine(Buffer.from(bytes.subarray(start, end)).toString('utf8'), schema);
    if (entry !== null) return entry;
    end = start;
  }
  return null;
}

function parseLine<T>(line: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
