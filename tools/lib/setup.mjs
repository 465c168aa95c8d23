import { ensureElectron } from './electron-runtime.mjs';
import { requireNode } from './node-version.mjs';
import { installPackages } from './packages.mjs';
import { requireSandbox } from './sandbox.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Brings a fresh machine to where Keydesk can be built and started.
 * @param {import('./system-packages.mjs').Needs} needs
 */
export async function setup(needs) {
  requireNode();
  await installPackages();
  await ensureSystemPackages(needs);
  const runtime = await ensureElectron();
  await requireSandbox(runtime.dist);
  return runtime;
}
