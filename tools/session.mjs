import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { startXvfb } from './lib/xvfb.mjs';

/** @typedef {Record<string, string | undefined>} Env */

/** Whether windows can be shown to somebody here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * Runs `work` with a virtual screen of its own, which is gone afterwards.
 * @template T
 * @param {(env: Env) => Promise<T>} work gets the environment for the programs it starts
 * @returns {Promise<T>}
 */
export async function withOwnDisplay(work) {
  if (process.platform !== 'linux') return work(process.env);
  const { env, stop } = await startXvfb();
  try {
    return await work({ ...process.env, WAYLAND_DISPLAY: undefined, ...env });
  } finally {
    await stop();
  }
}

/**
 * Runs `work` on the screen that is there, or on a virtual one, saying so.
 * @template T
 * @param {(env: Env) => Promise<T>} work gets the environment for the programs it starts
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work(process.env);
  say('There is no display here: using a virtual one (Xvfb).');
  return withOwnDisplay(work);
}

/** @param {string} home @returns {Env} every place a program keeps a person's data, inside one folder */
function homeInside(home) {
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_RUNTIME_DIR: join(home, 'run'),
  };
}

/**
 * Runs `work` with an empty home folder, which is gone afterwards.
 * @template T
 * @param {Env} env
 * @param {(env: Env) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withOwnHome(env, work) {
  const home = await mkdtemp(join(tmpdir(), 'keydesk-home-'));
  try {
    await mkdir(join(home, 'run'), { mode: 0o700 });
    return await work({ ...env, ...homeInside(home) });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/**
 * Runs a program in an empty home folder, on a session bus of its own with an unlocked keyring (on Linux).
 * @param {string[]} command the program and its arguments
 * @param {Env} env
 * @param {import('./lib/run.mjs').RunOptions} [options]
 * @returns {Promise<number>} the program's exit code
 */
export function withKeyring(command, env, options = {}) {
  const keyring = [
    'dbus-run-session',
    `--dbus-daemon=${join(ROOT, 'tools/lib/quiet-dbus-daemon.sh')}`,
    '--',
    'sh',
    join(ROOT, 'tools/lib/keyring-session.sh'),
  ];
  const [program = '', ...args] = process.platform === 'linux' ? [...keyring, ...command] : command;
  return withOwnHome(env, (inside) => run(program, args, { ...options, cwd: ROOT, env: inside }));
}
