import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

const OPENABLE = /\.(keydesk|keydesk-plan|csv)$/i;
/** An address. A letter and a colon are a disk of Windows. */
const ADDRESS = /^[a-z][a-z0-9+.-]+:/i;

/**
 * The one file that a command line names: the first argument that is no switch and no address, ends as our files do, and
 * is a file that is there. SECURITY: nothing else of a command line of others is taken, and nothing is opened by it.
 * @param folder where it was typed, which relative paths belong to
 */
export async function handedOver(args: readonly string[], folder: string): Promise<string | null> {
  const named = args.filter((arg) => !arg.startsWith('-') && !ADDRESS.test(arg) && OPENABLE.test(arg));
  for (const arg of named) {
    const path = resolve(folder, arg);
    if (await isFile(path)) return path;
  }
  return null;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );
