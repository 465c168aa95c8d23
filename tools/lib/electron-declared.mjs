import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CACHE, ROOT } from './paths.mjs';
import { capture } from './run.mjs';
import { elapsed, say } from './say.mjs';

const NO_ANSWER_MS = 15_000;
const STALLED_MS = 60_000;
const REMEMBER_MS = 6 * 60 * 60 * 1000;
const REFUSAL = join(CACHE, 'electron-out-of-reach');

const FOLDER = join(ROOT, 'node_modules', 'electron');

/** The version that package.json declares, once it is installed. */
export async function declaredVersion() {
  return String(JSON.parse(await readFile(join(FOLDER, 'package.json'), 'utf8')).version);
}

/** @param {string} dist @returns {Promise<string>} the version of an unpacked runtime, empty where there is none */
export async function versionOf(dist) {
  const text = await readFile(join(dist, 'version'), 'utf8').catch(() => '');
  return text.trim().replace(/^v/, '');
}

/**
 * Whether the last attempt failed a short while ago; asking again would only make everybody wait.
 * @param {string} version
 */
async function refusedLately(version) {
  const text = await readFile(REFUSAL, 'utf8').catch(() => '');
  const [refused, at] = text.split(' ');
  return refused === version && Date.now() - Number(at) < REMEMBER_MS;
}

/** @param {string} version */
async function rememberRefusal(version) {
  await mkdir(CACHE, { recursive: true });
  await writeFile(REFUSAL, `${version} ${Date.now()}`);
}

/** Ends an exchange that does not start within 15 s, or that stops moving for a minute. */
class Patience {
  #abort = new AbortController();
  /** @type {NodeJS.Timeout} */
  #timer = setTimeout(() => this.#abort.abort(), NO_ANSWER_MS);
  signal = this.#abort.signal;

  moved = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#abort.abort(), STALLED_MS);
  };

  end() {
    clearTimeout(this.#timer);
  }
}

/** Brings the archive into the download cache, checked against the sums that the package carries. @param {string} version */
async function downloadArchive(version) {
  const require = createRequire(import.meta.url);
  const get = createRequire(join(FOLDER, 'package.json')).resolve('@electron/get');
  const { downloadArtifact } = await import(get);
  const patience = new Patience();
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env['electron_config_cache'],
      checksums: require(join(FOLDER, 'checksums.json')),
      downloadOptions: { quiet: true, signal: patience.signal, getProgressCallback: patience.moved },
    });
  } finally {
    patience.end();
  }
}

/** Unpacks the archive of the download cache beside the package, as the package itself does. */
async function unpack() {
  const env = { ...process.env };
  delete env['ELECTRON_OVERRIDE_DIST_PATH'];
  const { code, stderr } = await capture(process.execPath, [join(FOLDER, 'install.js')], { env });
  if (code !== 0) throw new Error(stderr.trim() || `unpacking ended with code ${code}`);
}

/**
 * The declared Electron: the one already here, or a download that gives up after 15 s without an answer.
 * @returns {Promise<string | undefined>} its folder, `undefined` where it cannot be had
 */
export async function declaredRuntime() {
  const version = await declaredVersion();
  const dist = join(FOLDER, 'dist');
  if ((await versionOf(dist)) === version) return dist;
  if (await refusedLately(version)) {
    say(`Electron ${version} could not be downloaded a while ago; not asking again for some hours.`);
    say(`  (delete ${REFUSAL} to ask at once)`);
    return undefined;
  }
  const since = performance.now();
  say(`Downloading Electron ${version}…`);
  try {
    await downloadArchive(version);
    await unpack();
    await rm(REFUSAL, { force: true });
    say(`  done in ${elapsed(since)}`);
    return dist;
  } catch (error) {
    await rememberRefusal(version);
    say(`  not within reach from here (${reason(error)}, ${elapsed(since)})`);
    return undefined;
  }
}

/** @param {unknown} error @returns {string} the innermost reason, in a few words */
function reason(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError') return 'no answer';
  if (error.cause instanceof Error) return reason(error.cause);
  return error.message.split('\n')[0] ?? error.name;
}
