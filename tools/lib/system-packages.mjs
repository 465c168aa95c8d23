import { access } from 'node:fs/promises';
import { capture } from './run.mjs';
import { Explained, step } from './say.mjs';

/** What Electron and the keychain module load. */
const RUNTIME = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatspi2.0-0',
  'libnotify4',
  'libxss1',
  'libxtst6',
  'libsecret-1-0',
  'fonts-dejavu-core',
];
const DISPLAY = ['xvfb', 'xauth'];
const TESTS = ['dbus', 'dbus-x11', 'gnome-keyring', 'dbus-tests', 'iproute2', 'util-linux'];

/** @typedef {{ display: boolean, tests: boolean }} Needs whether a display must be made, whether tests will run */

/** @param {Needs} needs @returns {string[]} Debian names */
export function neededPackages({ display, tests }) {
  return [...RUNTIME, ...(display || tests ? DISPLAY : []), ...(tests ? TESTS : [])];
}

/** Newer releases renamed some libraries at the change to 64-bit time. @param {string} name */
function spellings(name) {
  return [name, `${name}t64`];
}

/** @param {string[]} names @returns {Promise<string[]>} those that dpkg does not report as installed */
async function missingPackages(names) {
  const format = '${Package} ${db:Status-Status}\n';
  const asked = names.flatMap(spellings);
  const { stdout } = await capture('dpkg-query', ['-W', `-f=${format}`, ...asked]);
  const lines = stdout.split('\n');
  return names.filter((name) => !spellings(name).some((spelling) => lines.includes(`${spelling} installed`)));
}

/** @param {string} name @returns {Promise<string>} the spelling that this release of the distribution has */
async function availableSpelling(name) {
  for (const spelling of spellings(name)) {
    if ((await capture('apt-cache', ['show', spelling])).stdout.trim()) return spelling;
  }
  return name;
}

/** @param {string[]} missing */
async function installAsRoot(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing system packages: ${missing.join(' ')}`, async () => {
    await capture('apt-get', ['update'], { env });
    const names = await Promise.all(missing.map(availableSpelling));
    const { code, stderr } = await capture(
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...names],
      { env },
    );
    if (code !== 0) throw new Explained(`The system packages could not be installed:\n${stderr.trim()}`);
  });
}

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Makes sure the system has what Electron needs: installs it as root on Debian, otherwise says the one command.
 * @param {Needs} needs
 */
export async function ensureSystemPackages(needs) {
  if (process.platform !== 'linux' || !(await exists('/usr/bin/dpkg-query'))) return;
  const missing = await missingPackages(neededPackages(needs));
  if (missing.length === 0) return;
  if (process.getuid?.() === 0) return installAsRoot(missing);
  const names = await Promise.all(missing.map(availableSpelling));
  throw new Explained(
    `Keydesk needs a few system packages. Install them with\n\n` +
      `  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}\n\nand run the same command again.`,
  );
}

/**
 * Says which libraries a program misses, on systems whose packages we do not know by name.
 * @param {string} program
 */
export async function requireLibraries(program) {
  if (process.platform !== 'linux') return;
  const { stdout } = await capture('ldd', [program]);
  const missing = [...stdout.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]);
  if (missing.length === 0) return;
  throw new Explained(
    `Electron misses these system libraries: ${missing.join(', ')}. ` +
      'Install them with the package manager of this system and run the same command again.',
  );
}
