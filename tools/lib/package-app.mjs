import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { Explained, say, step } from './say.mjs';

const BUILDER = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');

/** Where the unpacked application lands on Linux. */
export const UNPACKED = join(ROOT, 'release', 'linux-unpacked');

/**
 * Packages what was built around the given Electron, unpacked, without reaching any network.
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 */
export async function packageApp(runtime) {
  if (!runtime.forRelease) say('This package holds a development runtime: it is for tests, not for release.');
  await step('Packaging the application into release/', async () => {
    const electron = [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`];
    const code = await run(process.execPath, [BUILDER, '--dir', '--publish', 'never', ...electron], {
      cwd: ROOT,
      env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    });
    if (code !== 0) throw new Explained('The application could not be packaged; see above.');
  });
}
