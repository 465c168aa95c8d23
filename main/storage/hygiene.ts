import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@core/domain/app-error';
import { coreDumpTools, forbidCoreDumps, type CoreDumpReport } from './core-dumps';
import { sweepTemps } from './safe-file';

/** Where Crashpad keeps dumps and what goes with them, on the three systems. */
const DUMP_FOLDERS = ['attachments', 'completed', 'new', 'pending', 'reports'];

/** What is tidied and how. */
export interface HygieneParts {
  /** Folders in which only Keydesk writes, and nothing is being written yet. */
  readonly folders: readonly string[];
  /** Where Electron would put crash dumps. */
  readonly crashFolder: string;
  readonly tools?: typeof coreDumpTools;
}

/** What was done, as facts for the log. */
export interface HygieneReport extends CoreDumpReport {
  /** Files that an interrupted write had left. */
  readonly swept: number;
  /** Folders that could not be looked through, or dumps that could not be removed. */
  readonly failed: number;
}

/**
 * At every start, before anything is written: no left-over temporary file, no crash dump, no core dump to come.
 * SECURITY: each of them may hold a secret. What cannot be done is reported; a start never fails because of it.
 */
export async function tidyAtStart(parts: HygieneParts): Promise<HygieneReport> {
  const sweeps = await Promise.all(parts.folders.map((folder) => sweepTemps(folder).catch(expected)));
  const dumps = await Promise.all(DUMP_FOLDERS.map((name) => removeDumps(join(parts.crashFolder, name))));
  const cores = await forbidCoreDumps(process.pid, parts.tools);
  const swept = sweeps.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const failed = sweeps.filter((count) => count === null).length + dumps.filter((removed) => !removed).length;
  return { ...cores, swept, failed };
}

function expected(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

const removeDumps = (folder: string): Promise<boolean> =>
  rm(folder, { recursive: true, force: true }).then(
    () => true,
    () => false,
  );
