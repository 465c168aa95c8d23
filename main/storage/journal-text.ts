import { setImmediate } from 'node:timers/promises';
import type * as z from 'zod';

const NEWLINE = 0x0a;
/** As many lines are read without a pause. */
const AT_A_TIME = 1_000;

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
  const lines = textLines(bytes).map((line) => parseLine(line, schema));
  const entries = lines.filter((entry) => entry !== null);
  return { entries, damaged: lines.length - entries.length };
}

/** Every complete line, null for one that is no entry; lets others go on in between. Never rejects. */
export async function parseLines<T>(bytes: Uint8Array, schema: z.ZodType<T>): Promise<(T | null)[]> {
  const entries: (T | null)[] = [];
  for (const line of textLines(bytes)) {
    if (entries.length % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
    entries.push(parseLine(line, schema));
  }
  return entries;
}

function textLines(bytes: Uint8Array): string[] {
  const complete = bytes.subarray(0, completeLength(bytes));
  return Buffer.from(complete).toString('utf8').split('\n').slice(0, -1);
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
