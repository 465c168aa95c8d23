import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** @typedef {{ mode: string, source: string, output: string, folders: string[] }} Target */

/** What is built: the mode in vite.config.ts, its entry, one file it makes, and the folders it is made of. @type {Target[]} */
export const TARGETS = [
  { mode: 'main', source: 'main/index.ts', output: 'dist/main/index.cjs', folders: ['src', 'main'] },
  {
    mode: 'preload',
    source: 'main/preload.ts',
    output: 'dist/preload/preload.cjs',
    folders: ['src', 'main'],
  },
  {
    mode: 'keychain',
    source: 'main/storage/keychain-process.ts',
    output: 'dist/processes/keychain.cjs',
    folders: ['src', 'main'],
  },
  {
    mode: 'practice',
    source: 'main/practice/process.ts',
    output: 'dist/processes/practice.cjs',
    folders: ['src', 'main'],
  },
  {
    mode: 'reader',
    source: 'main/reader/process.ts',
    output: 'dist/processes/reader.cjs',
    folders: ['src', 'main'],
  },
  {
    mode: 'practice-cli',
    source: 'main/practice/cli.ts',
    output: 'dist/processes/practice-cli.cjs',
    folders: ['src', 'main'],
  },
  {
    mode: 'renderer',
    source: 'renderer/main.tsx',
    output: 'dist/renderer/index.html',
    folders: ['src', 'renderer'],
  },
];

const SETTINGS = ['vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** @param {string} folder @returns {Promise<string[]>} every file below it, in a stable order */
async function filesIn(folder) {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @param {Target} target @returns {Promise<string>} changes when anything that the target is made of changes */
export async function fingerprint(target) {
  const digest = createHash('sha256');
  const sources = await Promise.all(
    target.folders.filter((folder) => existsSync(join(ROOT, folder))).map(filesIn),
  );
  for (const file of [...SETTINGS.map((name) => join(ROOT, name)), ...sources.flat()]) {
    digest.update(file).update(await readFile(file));
  }
  return digest.digest('hex');
}

/** @param {Target} target */
function stampOf(target) {
  return join(ROOT, 'dist', '.stamps', target.mode);
}

/** @param {Target} target @param {string} current its present fingerprint @returns {Promise<boolean>} */
export async function isBuilt(target, current) {
  if (!existsSync(join(ROOT, target.output))) return false;
  return (await readFile(stampOf(target), 'utf8').catch(() => '')) === current;
}

/** @param {Target} target @param {string} built the fingerprint of what was built */
export async function markBuilt(target, built) {
  await mkdir(join(ROOT, 'dist', '.stamps'), { recursive: true });
  await writeFile(stampOf(target), built);
}
