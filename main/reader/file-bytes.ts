import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '@core/domain/app-error';
import { INVENTORY_LIMITS } from '@core/domain/inventory';

const MEGABYTE = 1024 * 1024;

/** A file as it is on its disk. */
export interface FileBytes {
  readonly bytes: Buffer;
  /** Epoch milliseconds. */
  readonly writtenAt: number;
}

/**
 * The bytes of a regular file, which are strict UTF-8 and at most as many as an inventory may have. Fails with
 * `storage` where it cannot be read, `invalid-input` where it cannot be an inventory.
 */
export async function fileBytes(path: string): Promise<FileBytes> {
  const file = await opened(path);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new AppError('invalid-input', 'This is no file that can be opened.');
    if (stats.size > INVENTORY_LIMITS.bytes) throw tooLarge();
    const bytes = await wholeOf(file, stats.size);
    if (!isUtf8(bytes)) throw new AppError('invalid-input', 'This file is no text in UTF-8.');
    return { bytes, writtenAt: stats.mtimeMs };
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(path, error);
  } finally {
    await file.close();
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    // SECURITY: a pipe or a device would keep an ordinary call waiting for ever.
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function wholeOf(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

const tooLarge = (): AppError =>
  new AppError(
    'invalid-input',
    `This file is larger than the ${INVENTORY_LIMITS.bytes / MEGABYTE} MB that an inventory may have.`,
  );

function unreadable(path: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  const message = code === 'ENOENT' ? 'The file is no longer there.' : 'The file could not be read.';
  return new AppError('invalid-input', message, { place: path.slice(-300), system: code });
}
