import { AppError } from '@core/domain/app-error';

const SENTENCES: Record<string, string> = {
  ENOSPC: 'The disk is full, so nothing was saved. Free some space or choose another place, then try again.',
  EDQUOT: 'Your disk quota is used up, so nothing was saved. Free some space or choose another place.',
  EROFS: 'This place is read-only, so nothing was saved. Choose another place.',
  EACCES: 'Keydesk is not allowed to use this place, so nothing was saved. Choose another place.',
  EPERM: 'The system refused this, so nothing was saved. Choose another place.',
  EIO: 'The disk reported a fault, so nothing is certain to be saved. Choose another place and check the disk.',
  ENOENT: 'The folder is no longer there, so nothing was saved. Choose another place.',
  ENOTDIR: 'The folder is no longer there, so nothing was saved. Choose another place.',
  EEXIST: 'A file with this name is already there, and was left alone. Choose another name.',
  EISDIR: 'There is a folder with this name. Choose another name.',
  ELOOP: 'This name is a link to somewhere else, so it was left alone. Choose another name.',
  EFBIG: 'The file would be larger than this system allows, so nothing was saved.',
  EBUSY: 'Another program is using this file, so nothing was saved. Close it there and try again.',
  ENAMETOOLONG: 'The name is too long for this disk. Choose a shorter one.',
  EMFILE: 'Too many files are open, so nothing was saved. Close other programs and try again.',
};

const OTHERWISE = 'The file could not be read or written. Choose another place and try again.';
const PLACE_LIMIT = 300;

/** The system's name for a failure (`ENOSPC`), or undefined where it gave none. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A `storage` failure with the sentence of a system code; `place` is the file or folder it is about. */
export function storageFailure(system: string, place: string): AppError {
  return new AppError('storage', SENTENCES[system] ?? OTHERWISE, {
    system,
    place: place.slice(-PLACE_LIMIT),
  });
}

/** Turns what the file system threw into a `storage` failure; an `AppError` passes as it is. */
export function toStorageError(error: unknown, place: string): AppError {
  if (error instanceof AppError) return error;
  return storageFailure(systemCode(error) ?? 'UNKNOWN', place);
}
