import { chmod, mkdir } from 'node:fs/promises';
import { toStorageError } from './storage-error';

/** Makes a folder, and those above it that are missing, which only this user can enter. Fails with `storage`. */
export async function ensurePrivateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (error) {
    throw toStorageError(error, folder);
  }
}
