import { dirname } from 'node:path';
import type * as z from 'zod';
import { nodeFileSystem, type FileSystem } from './file-system';
import { JournalFile } from './journal-file';
import { journalLine, lastEntry, parseJournal, parseLines, type JournalContents } from './journal-text';
import { acquireLock, type FileLock } from './lock-file';
import { ensurePrivateFolder } from './private-folder';
import { writeAtomic } from './safe-file';
import { SerialQueue } from './serial-queue';
import { setAside } from './set-aside';
import { toStorageError } from './storage-error';

/** One journal: its file and the shape of its entries. */
export interface JournalOptions<T> {
  /** Its folder becomes private to this user. */
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly fs?: FileSystem;
}

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * An append-only list of entries, one JSON line each, that survives a crash at any moment.
 * One process at a time has it. Every failure is `storage`.
 */
export class Journal<T> {
  private readonly queue = new SerialQueue();
  private waiting: Waiting[] = [];

  private constructor(
    private readonly options: JournalOptions<T> & { readonly fs: FileSystem },
    private readonly lock: FileLock,
    private file: JournalFile,
  ) {}

  /** Opens the journal for this process alone; ELOCKED while another one has it. */
  static async open<T>(options: JournalOptions<T>): Promise<Journal<T>> {
    const fs = options.fs ?? nodeFileSystem;
    try {
      await ensurePrivateFolder(dirname(options.path));
      const lock = await acquireLock(`${options.path}.lock`);
      const file = await JournalFile.open(options.path, fs).catch(async (error: unknown) => {
        await lock.release();
        throw error;
      });
      return new Journal({ ...options, fs }, lock, file);
    } catch (error) {
      throw toStorageError(error, options.path);
    }
  }

  /** Resolves when the entry is on the disk; appends made meanwhile share the next wait for the disk. */
  append(entry: T): Promise<void> {
    const line = journalLine(entry, this.options.schema);
    return new Promise((resolve, reject) => {
      this.waiting.push({ line, resolve, reject });
      if (this.waiting.length === 1) void this.queue.run(() => this.flush());
    });
  }

  /** Every confirmed entry, oldest first. */
  read(): Promise<JournalContents<T>> {
    return this.exclusive(async () => parseJournal(await this.file.read(), this.options.schema));
  }

  /** Every confirmed line, oldest first; null for one that is no entry. */
  async lines(): Promise<readonly (T | null)[]> {
    // Whatever is to be appended need not wait until all of them are read.
    return parseLines(await this.exclusive(() => this.file.read()), this.options.schema);
  }

  /** The newest entry; null where there is none. */
  last(): Promise<T | null> {
    return this.exclusive(async () => lastEntry(await this.file.read(), this.options.schema));
  }

  /** Keeps only the entries that `keep` accepts; a journal with damaged lines is copied aside first. */
  compact(keep: (entry: T) => boolean): Promise<void> {
    return this.exclusive(async () => {
      const { path, schema, fs } = this.options;
      const bytes = await this.file.read();
      const { entries, damaged } = parseJournal(bytes, schema);
      if (damaged > 0) await setAside(path, bytes, fs);
      const lines = entries.filter(keep).map((entry) => journalLine(entry, schema));
      await writeAtomic(path, lines.join(''), fs);
      // The open file is the replaced one: whatever happens next, nothing may be added to it.
      await this.file.close();
      this.file = await JournalFile.open(path, fs);
    });
  }

  /** Finishes what was asked for and lets another process have the journal. */
  close(): Promise<void> {
    return this.exclusive(async () => {
      await this.file.close();
      await this.lock.release();
    });
  }

  private async exclusive<R>(job: () => Promise<R>): Promise<R> {
    try {
      return await this.queue.run(job);
    } catch (error) {
      throw toStorageError(error, this.options.path);
    }
  }

  private async flush(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    try {
      await this.file.append(Buffer.from(batch.map(({ line }) => line).join(''), 'utf8'));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const failure = toStorageError(error, this.options.path);
      for (const { reject } of batch) reject(failure);
    }
  }
}
