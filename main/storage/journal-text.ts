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
  const complete = bytes.subarray(0, completeLength(bytes));
  const lines = Buffer.from(complete).toString('utf8').split('\n').slice(0, -1);
  const entries = lines.flatMap((line) => parseLine(line, schema));
  return { entries, damaged: lines.length - entries.length };
}

function parseLine<T>(line: string, schema: z.ZodType<T>): T[] {
  try {
    return [schema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
