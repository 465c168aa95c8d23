import * as z from 'zod';

/** Lifts the data of one version to the next. */
export type Migration = (data: unknown) => unknown;

/** How data of type `T` stands in a file: its version is one more than the number of migrations. */
export interface JsonFormat<T> {
  readonly schema: z.ZodType<T>;
  /** The first lifts version 1 to 2, and so on. */
  readonly migrations?: readonly Migration[];
}

/** What was found in a file. */
export type ParsedDocument<T> = { ok: true; value: T } | { ok: false; reason: 'damaged' | 'newer' };

const Frame = z.object({ version: z.int().positive(), data: z.unknown() });

const versionOf = <T>(format: JsonFormat<T>): number => (format.migrations?.length ?? 0) + 1;

/** The text of a file that holds `value`. */
export function formatDocument<T>(value: T, format: JsonFormat<T>): string {
  return `${JSON.stringify({ version: versionOf(format), data: value }, null, 2)}\n`;
}

/** Reads such a text: checks the frame, migrates, then checks the data. Never throws. */
export function parseDocument<T>(text: string, format: JsonFormat<T>): ParsedDocument<T> {
  try {
    const { version, data } = Frame.parse(JSON.parse(text));
    if (version > versionOf(format)) return { ok: false, reason: 'newer' };
    const pending = (format.migrations ?? []).slice(version - 1);
    const migrated = pending.reduce((current, lift) => lift(current), data);
    return { ok: true, value: format.schema.parse(migrated) };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}
