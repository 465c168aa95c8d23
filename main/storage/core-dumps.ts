import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const PRLIMIT = '/usr/bin/prlimit';

/** How core dumps are turned off, so that tests can watch. */
export interface CoreDumpTools {
  readonly platform: NodeJS.Platform;
  writeFile(path: string, text: string): Promise<void>;
  exec(file: string, args: readonly string[]): Promise<unknown>;
}

/** The real ones. */
export const coreDumpTools: CoreDumpTools = {
  platform: process.platform,
  writeFile,
  exec: promisify(execFile),
};

/** Which of the two measures worked. */
export interface CoreDumpReport {
  /** Nothing of the memory would be dumped. */
  readonly filter: boolean;
  /** Nothing would be dumped at all. */
  readonly limit: boolean;
}

/**
 * Keeps the system from writing the memory of a process, and of those it starts later, to a file when it crashes.
 * Linux only, as far as the system lets us; never fails.
 */
export async function forbidCoreDumps(pid: number, tools = coreDumpTools): Promise<CoreDumpReport> {
  if (tools.platform !== 'linux') return { filter: false, limit: false };
  return {
    filter: await worked(tools.writeFile(`/proc/${pid}/coredump_filter`, '0')),
    limit: await worked(tools.exec(PRLIMIT, ['--core=0:0', '--pid', String(pid)])),
  };
}

const worked = (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => true,
    () => false,
  );
