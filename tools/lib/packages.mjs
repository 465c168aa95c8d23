import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { Explained, step } from './say.mjs';

const STAMP = join(ROOT, 'node_modules', '.keydesk-installed');

/** npm as the one that started us, else the one on the path. @returns {{ command: string, args: string[] }} */
export function npm() {
  const own = process.env['npm_execpath'];
  return own?.endsWith('.js') ? { command: process.execPath, args: [own] } : { command: 'npm', args: [] };
}

async function lockDigest() {
  return createHash('sha256')
    .update(await readFile(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

/** Installs the packages when the lock file is not the one they were installed from. */
export async function installPackages() {
  const wanted = await lockDigest();
  const installed = await readFile(STAMP, 'utf8').catch(() => '');
  if (installed === wanted) return;
  await step('Installing dependencies', async () => {
    const { command, args } = npm();
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    const code = await run(command, [...args, 'ci', '--ignore-scripts', ...quiet], { cwd: ROOT });
    if (code !== 0) {
      throw new Explained(
        `The dependencies could not be installed (npm ended with code ${code}). ` +
          'Is a package registry within reach? npm says above what it missed.',
      );
    }
    await writeFile(STAMP, wanted);
  });
}
