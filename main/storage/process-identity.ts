import { readFile } from 'node:fs/promises';
import { systemCode } from './storage-error';

/** Where `starttime` stands in /proc/<pid>/stat, counted after the program's name (proc(5)). */
const START_TIME_FIELD = 19;

/** Whether a process with this number runs now, ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/**
 * What tells a process from a later one with the same number: the boot and the moment it started.
 * Null where the system does not say (not Linux, or no such process).
 */
export async function identityOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and parentheses; what follows its last one does not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot.trim()}/${fields[START_TIME_FIELD] ?? ''}`;
  } catch {
    return null;
  }
}
