import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The user's folder for things that can be made again, by the platform's custom. */
function userCache() {
  if (process.env['XDG_CACHE_HOME']) return process.env['XDG_CACHE_HOME'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32' && process.env['LOCALAPPDATA']) return process.env['LOCALAPPDATA'];
  return join(homedir(), '.cache');
}

/** Where downloaded runtimes stay, outside the repository so that a clean checkout finds them again. */
export const CACHE = join(userCache(), 'keydesk');

/** The folder a person called npm from: relative file names on the command line belong to it. */
export const CALLED_FROM = process.env['INIT_CWD'] ?? process.cwd();
