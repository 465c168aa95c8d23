import { execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder in which something is wrong with the disk. */
export interface BadDisk {
  readonly folder: string;
  /** Takes the disk away again. */
  remove(): void;
}

/** Permissions do not hold root back. */
export const IS_ROOT = process.getuid?.() === 0;

function mounted(folder: string, options: string): BadDisk {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'keydesk', folder]);
  return { folder, remove: () => void execFileSync('umount', ['--lazy', folder]) };
}

/** Whether this user may mount a disk of its own; containers often forbid it even to root. */
export async function canMount(home: string): Promise<boolean> {
  try {
    (await fullDisk(home)).remove();
    return true;
  } catch {
    return false;
  }
}

/** A folder that takes no file. For root only a disk that is mounted so is read-only. */
export async function readOnlyFolder(home: string): Promise<BadDisk> {
  const folder = join(home, 'read-only');
  await mkdir(folder, { recursive: true });
  if (IS_ROOT) return mounted(folder, 'size=64k,ro');
  await chmod(folder, 0o555);
  return { folder, remove: () => undefined };
}

/** A disk with no byte left. */
export async function fullDisk(home: string): Promise<BadDisk> {
  const folder = join(home, 'full');
  await mkdir(folder, { recursive: true });
  const disk = mounted(folder, 'size=64k');
  await writeFile(join(folder, 'filling'), Buffer.alloc(1 << 20)).catch(() => undefined);
  return disk;
}
