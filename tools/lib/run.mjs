import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Explained } from './say.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {Record<string, string | undefined>} Env */
/** @typedef {{ cwd?: string, env?: Env, limitMs?: number }} RunOptions `limitMs` ends it and all it started */
/** @typedef {{ code: number, stdout: string, stderr: string }} Captured */

/** The exit code of a program that was ended because it took too long. */
export const TOOK_TOO_LONG = 124;

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const GRACE_MS = 10_000;
const PARENT_MS = 500;

/** @param {number | null} code @param {NodeJS.Signals | null} signal @returns {number} as a shell would report it */
function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/** @param {NodeJS.ErrnoException} error @param {string} command @returns {Error} in words where it is not installed */
function absent(error, command) {
  return error.code === 'ENOENT' ? new Explained(`The program ${command} is not installed here.`) : error;
}

/** @param {ChildProcess} child @param {boolean} group @param {NodeJS.Signals} signal */
function send(child, group, signal) {
  if (!child.pid) return;
  try {
    process.kill(group ? -child.pid : child.pid, signal);
  } catch {
    // It ended in the meantime, which is what the signal was for.
  }
}

/** @param {ChildProcess} child @param {number | undefined} limitMs @returns {() => boolean} says whether time ran out */
function watchClock(child, limitMs) {
  if (limitMs === undefined) return () => false;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    send(child, true, 'SIGTERM');
    setTimeout(() => send(child, true, 'SIGKILL'), GRACE_MS).unref();
  }, limitMs);
  child.once('exit', () => clearTimeout(timer));
  return () => late;
}

/**
 * npm does not pass a signal on when it is ended by one: this notices that it is gone.
 * @param {() => void} onGone
 * @returns {() => void} stops watching
 */
function watchNpm(onGone) {
  if (!process.env['npm_lifecycle_event']) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => process.ppid !== parent && onGone(), PARENT_MS);
  return () => clearInterval(timer);
}

/**
 * Runs a program in the foreground: it writes to our output, gets our signals, and does not outlive us.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, { limitMs, ...options } = {}) {
  const group = limitMs !== undefined && process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', detached: group, ...options });
    const isLate = watchClock(child, limitMs);
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => send(child, group, signal);
    FORWARDED.forEach((signal) => process.on(signal, forward));
    const unwatch = watchNpm(() => forward('SIGTERM'));
    const release = () => {
      unwatch();
      FORWARDED.forEach((signal) => process.off(signal, forward));
    };
    child.once('error', (error) => (release(), reject(absent(error, command))));
    child.once('exit', (code, signal) => {
      release();
      if (group) send(child, true, 'SIGKILL');
      resolve(isLate() ? TOOK_TOO_LONG : exitCode(code, signal));
    });
  });
}

/**
 * Runs a program in the background and keeps what it says. A program that is not there answers with code 127.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Env }} [options]
 * @returns {Promise<Captured>}
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (said.stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (said.stderr += String(chunk)));
    child.once('error', (error) => resolve({ code: 127, ...said, stderr: error.message }));
    child.once('close', (code, signal) => resolve({ code: exitCode(code, signal), ...said }));
  });
}
