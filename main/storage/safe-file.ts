import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { syncFolder, toBytes, writeExclusive } from './durable-write';
import { nodeFileSystem, type FileSystem } from './file-system';
import { storageFailure, systemCode, toStorageError } from './storage-error';

const TEMP_NAME = /^\.keydesk-[0-9a-f]{32}\.tmp$/;
const NO_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP']);

type Content = string | Uint8Array;

/** How a file chosen by the operator is written. */
export interface NewFileOptions {
  /** The operator confirmed that an existing file goes; otherwise it stays and the write fails. */
  readonly replace?: boolean;
  readonly fs?: FileSystem;
}

/**
 * Replaces a file whole: afterwards it holds all of `content`, readable by this user alone, or what it held before.
 * Fails with `storage`; after EIO on the folder the new content is in place but may not survive a power cut.
 */
export async function writeAtomic(path: string, content: Content, fs = nodeFileSystem): Promise<void> {
  await publish(path, content, { fs, moveIn: (temp) => fs.rename(temp, path) });
}

/**
 * Writes a file that the operator asked for, complete and readable by this user alone.
 * Fails with `storage`: EEXIST where the name is taken and `replace` is not set, ELOOP for a link.
 */
export async function writeNewFile(
  path: string,
  content: Content,
  options: NewFileOptions = {},
): Promise<void> {
  const fs = options.fs ?? nodeFileSystem;
  try {
    await refuseSharedFolder(dirname(path), fs);
    if (options.replace) await refuseOddTarget(path, fs);
  } catch (error) {
    throw toStorageError(error, path);
  }
  if (options.replace) return writeAtomic(path, content, fs);
  await publish(path, content, { fs, moveIn: (temp) => addName(temp, path, fs) });
}

/**
 * Removes what an interrupted write left in a folder and returns how many there were.
 * SECURITY: such a file may hold a secret. Only for folders in which nothing is being written.
 */
export async function sweepTemps(folder: string, fs = nodeFileSystem): Promise<number> {
  try {
    const stale = (await fs.readdir(folder)).filter((name) => TEMP_NAME.test(name));
    for (const name of stale) await fs.unlink(join(folder, name));
    return stale.length;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0;
    throw toStorageError(error, folder);
  }
}

interface Publication {
  readonly fs: FileSystem;
  /** Gives the finished temporary file its final name. */
  readonly moveIn: (temp: string) => Promise<void>;
}

async function publish(path: string, content: Content, { fs, moveIn }: Publication): Promise<void> {
  const folder = dirname(path);
  // The same folder, because a rename is atomic only within one file system.
  const temp = join(folder, `.keydesk-${randomBytes(16).toString('hex')}.tmp`);
  try {
    await writeExclusive(temp, toBytes(content), fs);
    await moveIn(temp).catch(async (error: unknown) => {
      await fs.unlink(temp).catch(() => undefined);
      throw error;
    });
    await syncFolder(folder, fs);
  } catch (error) {
    throw toStorageError(error, path);
  }
}

/** Unlike a rename, a hard link fails when the name is taken. */
async function addName(temp: string, path: string, fs: FileSystem): Promise<void> {
  try {
    await fs.link(temp, path);
  } catch (error) {
    if (!NO_HARD_LINKS.has(systemCode(error) ?? '')) throw error;
    // USB sticks and some network disks have no hard links: claim the name directly.
    await writeExclusive(path, await fs.readFile(temp), fs);
  }
  await fs.unlink(temp);
}

/** SECURITY: where everybody may rename everybody's files, a secret could be swapped or taken. */
async function refuseSharedFolder(folder: string, fs: FileSystem): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await fs.stat(folder);
  if ((mode & 0o002) !== 0 && (mode & 0o1000) === 0) throw storageFailure('EACCES', folder);
}

async function refuseOddTarget(path: string, fs: FileSystem): Promise<void> {
  const facts = await fs.lstat(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (facts?.isSymbolicLink()) throw storageFailure('ELOOP', path);
  if (facts && !facts.isFile()) throw storageFailure('EISDIR', path);
}
