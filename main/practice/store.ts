import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { AppError } from '@core/domain/app-error';
import { IN_MEMORY } from './options';

/** The file that holds everything; `-wal` and `-shm` beside it belong to it. */
export const DATABASE_FILE = 'practice.sqlite';

/** Written beside the data, so that nobody takes it for real. */
const README = `This folder holds the TRAINING DATA of the Keydesk practice console.

Nothing in it opens anything real. The console must be able to show its keys again, so their
secrets, and the sign-in data of its operators, are stored here in clear. Never put a real key here.

Delete the folder (or start the console with --reset) to begin again with fresh sample data.
`;

/** Raised whenever a table changes; older training data is not carried over. */
const SCHEMA_VERSION = 1;

const META = 'create table if not exists meta (name text primary key, value text not null) without rowid;';

function prepareFolder(folder: string): string {
  const file = join(folder, DATABASE_FILE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'README.txt'), README, { mode: 0o600 });
  // SECURITY: made by us first, because SQLite would make it readable for every user; its side files copy the mode.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  return file;
}

function openDatabase(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  // Survives a killed process; a power cut may cost the last moments of training, never the file.
  db.pragma('synchronous = NORMAL');
  db.pragma('busy_timeout = 5000');
  return db;
}

/** SQLite persistence shared by all dialects, each of which adds its own tables. */
export class Store {
  /** `tables` are idempotent scripts (`create table if not exists …`). */
  constructor(
    readonly db: Database.Database,
    tables: readonly string[],
  ) {
    db.exec([META, ...tables].join('\n'));
    const version = this.meta('schemaVersion');
    if (version === null) this.setMeta('schemaVersion', String(SCHEMA_VERSION));
    else if (version !== String(SCHEMA_VERSION))
      throw new AppError('storage', 'The training data was written by another version: start with --reset.');
  }

  /** A remembered fact, or `null`. */
  meta(name: string): string | null {
    const row = this.db.prepare('select value from meta where name = ?').get(name) as
      { value: string } | undefined;
    return row?.value ?? null;
  }

  setMeta(name: string, value: string): void {
    this.db.prepare('insert or replace into meta (name, value) values (?, ?)').run(name, value);
  }

  /** Runs `work` so that all of it is kept, or nothing. Not to be nested. */
  atomically<Result>(work: () => Result): Result {
    return this.db.transaction(work).immediate();
  }

  close(): void {
    this.db.close();
  }
}

/**
 * Opens the training data in a folder, made when missing and private to the user, or in memory.
 * Fails with `AppError('storage')` when the folder or the file cannot be used.
 */
export function openStore(dataFolder: string, tables: readonly string[]): Store {
  try {
    return new Store(openDatabase(dataFolder === IN_MEMORY ? IN_MEMORY : prepareFolder(dataFolder)), tables);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const system = (error as { code?: unknown }).code;
    throw new AppError(
      'storage',
      'The training data cannot be opened: choose another folder, or start with --reset to begin again.',
      { place: dataFolder.slice(0, 300), ...(typeof system === 'string' && { system }) },
    );
  }
}

/** Removes the training data of a folder, and nothing else in it; the next start makes it anew. */
export function discardTrainingData(dataFolder: string): void {
  if (dataFolder === IN_MEMORY) return;
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(dataFolder, DATABASE_FILE + suffix), { force: true });
}
