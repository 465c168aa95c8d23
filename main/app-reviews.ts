import { readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AppPorts } from '@main/app';
import type { ReviewFiles } from '@main/services/reviews/review-files';
import { ReviewService, type ReviewServiceParts } from '@main/services/reviews/review-service';
import { ensurePrivateFolder } from '@main/storage/private-folder';
import { writeAtomic } from '@main/storage/safe-file';
import { storageFailure, systemCode, toStorageError } from '@main/storage/storage-error';

/** A review of 200,000 keys with a line of notes for each is smaller. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reviews beside their inventories, or in the profile. */
export function createReviews(
  { clock, emit, folder, person }: Pick<AppPorts, 'clock' | 'emit' | 'folder' | 'person'>,
  inventories: { readonly file: ReviewServiceParts['file'] },
): ReviewService {
  const own = join(folder, 'reviews');
  return new ReviewService({
    file: (inventoryId) => inventories.file(inventoryId),
    files: reviewFiles(own),
    clock,
    person,
    folder: own,
    changed: (saved) => emit('reviewSaved', saved),
  });
}

/** The real files; `own` is made where it is first written to. */
export const reviewFiles = (own: string): ReviewFiles => ({
  read: (path) => named(path, readText(path)),
  write: async (path, text) => {
    if (dirname(path) === own) await ensurePrivateFolder(own);
    await writeAtomic(path, text);
  },
  setAside: (path) => named(path, rename(path, `${path}.${stamp()}`)),
});

async function readText(path: string): Promise<string | null> {
  try {
    const facts = await stat(path);
    // SECURITY: a pipe under this name would never end.
    if (!facts.isFile()) throw storageFailure('EISDIR', path);
    if (facts.size > MOST_BYTES) throw storageFailure('EFBIG', path);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

const named = async <T>(path: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw toStorageError(error, path);
  }
};

const stamp = (): string => new Date().toISOString().replaceAll(/[:.]/g, '-');
