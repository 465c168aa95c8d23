import { existsSync, statfsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { CALLED_FROM, ROOT } from './paths.mjs';

const SHARED_MEMORY = '/dev/shm';
const ENOUGH_BYTES = 256 * 1024 * 1024;

/** Whether shared memory is as small as containers make it: Chromium would crash in it. */
function sharedMemoryIsSmall() {
  if (process.platform !== 'linux') return false;
  if (!existsSync(SHARED_MEMORY)) return true;
  const { bsize, blocks } = statfsSync(SHARED_MEMORY);
  return bsize * blocks < ENOUGH_BYTES;
}

/** Chromium reports every desktop service it does not find as an error; only what ends it is worth a line. */
const QUIET = ['--log-level=3'];

/** What this machine needs Electron to be told; an ordinary user on an ordinary machine needs nothing. */
export function machineSwitches() {
  const switches = [];
  // Chromium refuses to run as root with its sandbox on.
  if (process.platform === 'linux' && process.getuid?.() === 0) switches.push('--no-sandbox');
  if (sharedMemoryIsSmall()) switches.push('--disable-dev-shm-usage');
  return switches;
}

/**
 * The arguments for the application, with the name of a picture made absolute: Electron starts elsewhere.
 * @param {string[]} given what followed `--` on the command line
 * @param {string} [folder] what relative names belong to
 */
export function applicationArguments(given, folder = CALLED_FROM) {
  /** @param {string} name */
  const absolute = (name) => (isAbsolute(name) ? name : resolve(folder, name));
  return given.map((argument, index) => {
    if (given[index - 1] === '--screenshot') return absolute(argument);
    const [, name] = /^--screenshot=(.+)$/.exec(argument) ?? [];
    return name ? `--screenshot=${absolute(name)}` : argument;
  });
}

/** @param {string[]} given what followed `--` @returns {string[]} the whole command line behind Electron's name */
export function electronArguments(given) {
  return [...machineSwitches(), ...QUIET, ROOT, ...applicationArguments(given)];
}
