import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { Explained } from './say.mjs';

/**
 * The command line that runs the script `run` of a folder, in TypeScript or JavaScript.
 * @param {string} folder from the repository's root
 * @param {string[]} args for the script
 */
export function scriptCommand(folder, args) {
  const typescript = join(ROOT, folder, 'run.ts');
  const javascript = join(ROOT, folder, 'run.mjs');
  if (existsSync(typescript))
    return [process.execPath, join(ROOT, 'tools/lib/script-runner.mjs'), typescript, ...args];
  if (existsSync(javascript)) return [process.execPath, javascript, ...args];
  throw new Explained(`There is nothing to run in ${folder} yet.`);
}
