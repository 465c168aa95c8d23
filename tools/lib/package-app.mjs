import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { Explained, say, step } from './say.mjs';

/** @typedef {import('./electron-runtime.mjs').Runtime} Runtime */

const BUILDER = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');

/** @param {Runtime} runtime @param {string} target gets the runtime without what starts an application's folder */
function copyRuntime({ dist }, target) {
  return cp(dist, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => basename(path) !== 'default_app.asar',
  });
}

/** @param {string} dist @param {string} version */
async function runBuilder(dist, version) {
  const electron = [`-c.electronDist=${dist}`, `-c.electronVersion=${version}`];
  const code = await run(process.execPath, [BUILDER, '--dir', '--publish', 'never', ...electron], {
    cwd: ROOT,
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  });
  if (code !== 0) throw new Explained('The application could not be packaged; see above.');
}

/**
 * Packages what was built around the given Electron, unpacked, without reaching any network.
 * @param {Runtime} runtime
 */
export async function packageApp(runtime) {
  if (!runtime.forRelease) say('This package holds a development runtime: it is for tests, not for release.');
  const dist = await mkdtemp(join(tmpdir(), 'keydesk-package-'));
  try {
    await step('Packaging the application into release/', async () => {
      await copyRuntime(runtime, dist);
      await runBuilder(dist, runtime.version);
    });
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}
