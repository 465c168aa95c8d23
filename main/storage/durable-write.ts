import type { FileSystem, OpenFile } from './file-system';
import { storageFailure, systemCode } from './storage-error';

/** Some systems cannot sync a folder, or not one they may only write to; the rename itself was done. */
const FOLDER_CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES']);

/** The bytes of a text in UTF-8; bytes as they are. */
export const toBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : content;

/**
 * Writes all of `bytes`, however little the system takes at a time.
 * A full disk first shortens a write and fails only the next one, so a single write proves nothing.
 */
export async function writeAll(file: OpenFile, bytes: Uint8Array, place: string): Promise<void> {
  let offset = 0;
  while (offset < bytes.byteLength) {
    const { bytesWritten } = await file.write(bytes, offset, bytes.byteLength - offset);
    if (bytesWritten <= 0) throw storageFailure('ENOSPC', place);
    offset += bytesWritten;
  }
}

/** Makes a file that must not exist yet, for this user alone, complete and on the disk. */
export async function writeExclusive(path: string, bytes: Uint8Array, fs: FileSystem): Promise<void> {
  // SECURITY: 'wx' never follows a link somebody left under this name.
  const file = await fs.open(path, 'wx', 0o600);
  try {
    await file.chmod(0o600);
    await writeAll(file, bytes, path);
    const { size } = await file.stat();
    if (size !== bytes.byteLength) throw storageFailure('ENOSPC', path);
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    await fs.unlink(path).catch(() => undefined);
    throw error;
  }
}

/** Puts a folder's list of names on the disk, so that a finished rename survives a power cut. */
export async function syncFolder(folder: string, fs: FileSystem): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!FOLDER_CANNOT_SYNC.has(systemCode(error) ?? '')) throw error;
  }
}
