import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Explained } from './say.mjs';

const SCREEN = '1600x1000x24';
const START_MS = 15_000;
const ANY_DISPLAY = 0xffff;

/** @param {Buffer} bytes with the length that the file format puts before each field */
function field(bytes) {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** @returns {Buffer} an authority file with one cookie, good for whatever display number the server gets */
function authority() {
  const family = Buffer.alloc(2);
  family.writeUInt16BE(ANY_DISPLAY);
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), randomBytes(16)];
  return Buffer.concat([family, ...fields.map(field)]);
}

/** Where it exists, a helper that ends the server with us even when we are killed. @param {string[]} command */
function tiedToUs(command) {
  return existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM', ...command] : command;
}

/** @param {import('node:child_process').ChildProcess} server @returns {Promise<string>} its display, as ":7" */
async function displayOf(server) {
  const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const failed = once(server, 'exit').then(() => undefined);
  const late = new Promise((resolve) => setTimeout(resolve, START_MS).unref());
  const [number] = (await Promise.race([once(pipe, 'data'), failed, late])) ?? [];
  if (!number) throw new Explained('Xvfb did not start, so there is no display to draw on.');
  return `:${String(number).trim()}`;
}

/**
 * Starts a virtual screen on a free display number. Only who can read the authority file can draw or look.
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>} what programs need to use it
 */
export async function startXvfb() {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-display-'));
  const file = join(folder, 'authority');
  await writeFile(file, authority(), { mode: 0o600 });
  const options = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-auth', file];
  const [program = '', ...args] = tiedToUs(['Xvfb', ...options]);
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  server.once('error', () => server.emit('exit', 127, null));
  const stop = async () => {
    const ended =
      server.exitCode === null && server.signalCode === null && server.pid ? once(server, 'exit') : null;
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { env: { DISPLAY: await displayOf(server), XAUTHORITY: file }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
