import { statSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './run.mjs';
import { Explained } from './say.mjs';

const SETUID = 0o4000;

/** @param {string} helper @returns {boolean} whether the helper that makes the sandbox may act as root */
function isInstalled(helper) {
  const facts = statSync(helper, { throwIfNoEntry: false });
  return facts?.uid === 0 && (facts.mode & SETUID) !== 0;
}

/**
 * Makes sure that an ordinary user gets Chromium's sandbox: some systems let only chosen programs make one.
 * SECURITY: the answer is to allow it for this Electron, never to run without it.
 * @param {string} dist the runtime's folder
 */
export async function requireSandbox(dist) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = join(dist, 'chrome-sandbox');
  if (isInstalled(helper)) return;
  const { code } = await capture('unshare', ['--user', '--map-root-user', 'true']);
  if (code === 0 || code === 127) return;
  throw new Explained(
    'This system does not let ordinary programs make the sandbox that Electron needs. Allow it with\n\n' +
      `  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"\n\nand run the same command again.`,
  );
}
