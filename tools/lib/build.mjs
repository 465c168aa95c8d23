import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isBuilt, markBuilt, TARGETS } from './build-targets.mjs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { Explained, say, step } from './say.mjs';

const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

/** @param {import('./build-targets.mjs').Target} target */
async function buildTarget(target) {
  if (!existsSync(join(ROOT, target.source))) {
    return say(`Not building ${target.mode}: ${target.source} does not exist yet.`);
  }
  const current = await fingerprint(target);
  if (await isBuilt(target, current)) return;
  await step(`Building ${target.mode}`, async () => {
    const args = [VITE, 'build', '--mode', target.mode, '--logLevel', 'warn'];
    const code = await run(process.execPath, args, { cwd: ROOT });
    if (code !== 0) throw new Explained(`${target.mode} could not be built; see above.`);
    await markBuilt(target, current);
  });
}

/**
 * Builds what changed since it was last built.
 * @param {string[]} [modes] only these targets
 */
export async function build(modes) {
  for (const target of TARGETS) {
    if (!modes || modes.includes(target.mode)) await buildTarget(target);
  }
}
