import { nodeFileSystem } from './file-system';
import { writeNewFile } from './safe-file';

/** A file that could not be used as it was: nothing of it is lost. */
export interface FileProblem {
  /** The file that was to be read. */
  readonly file: string;
  /** damaged: not what we write · newer: written by a later Keydesk. */
  readonly reason: 'damaged' | 'newer';
  /** The untouched copy. */
  readonly keptAs: string;
  /** Whether an earlier state was found and is used now. */
  readonly recovered: boolean;
}

/** Keeps a copy of a file's bytes beside it as `<name>.damaged-<date>` and returns its path. Fails with `storage`. */
export async function setAside(path: string, bytes: Uint8Array, fs = nodeFileSystem): Promise<string> {
  const keptAs = `${path}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  await writeNewFile(keptAs, bytes, { fs });
  return keptAs;
}
