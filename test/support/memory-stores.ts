import type * as z from 'zod';
import type { AppError } from '@core/domain/app-error';
import type { AppendLog, DocumentStore } from '@main/ports';

/** A document in memory that refuses to be written while a test wants it to. */
export class MemoryDocument<T> implements DocumentStore<T> {
  /** What every write and, with `unreadable`, every read ends in. */
  failure: AppError | null = null;
  unreadable = false;

  constructor(public value: T) {}

  async read(): Promise<T> {
    if (this.unreadable && this.failure !== null) throw this.failure;
    return structuredClone(this.value);
  }

  async update(change: (current: T) => T): Promise<T> {
    const next = change(structuredClone(this.value));
    if (this.failure !== null) throw this.failure;
    this.value = structuredClone(next);
    return structuredClone(next);
  }
}

/** Append-only records in memory, kept as text and checked like those on a disk. */
export class MemoryLog<T> implements AppendLog<T> {
  private lines: string[] = [];
  /** Decides for each entry whether it can be written; null is a disk that works. */
  refuse: ((entry: T) => AppError | null) | null = null;
  /** What every read ends in. */
  failure: AppError | null = null;

  constructor(private readonly schema: z.ZodType<T>) {}

  /** Everything that survived, oldest first. */
  get entries(): readonly T[] {
    return this.lines.map((line) => this.schema.parse(JSON.parse(line)));
  }

  /** All of it as it stands on the disk. */
  get text(): string {
    return this.lines.join('\n');
  }

  async read(): Promise<{ readonly entries: readonly T[] }> {
    if (this.failure !== null) throw this.failure;
    return { entries: this.entries };
  }

  async append(entry: T): Promise<void> {
    const line = JSON.stringify(this.schema.parse(entry));
    const refusal = this.refuse?.(entry) ?? null;
    if (refusal !== null) throw refusal;
    this.lines.push(line);
  }

  async compact(keep: (entry: T) => boolean): Promise<void> {
    this.lines = this.lines.filter((line) => keep(this.schema.parse(JSON.parse(line))));
  }
}

/** A log to which the dead add nothing. */
export const mortal = <T>(log: AppendLog<T>, alive: () => boolean): AppendLog<T> => ({
  read: () => log.read(),
  append: (entry) => (alive() ? log.append(entry) : new Promise(() => undefined)),
  compact: (keep) => log.compact(keep),
});
