import { Explained } from './say.mjs';

const OLDEST = [20, 19, 0];

/** @param {string} version as "20.19.0" @returns {boolean} whether Keydesk's tools run on it */
export function isSupported(version) {
  const parts = version.split('.').map(Number);
  const differing = OLDEST.findIndex((wanted, index) => parts[index] !== wanted);
  return differing === -1 || (parts[differing] ?? 0) > (OLDEST[differing] ?? 0);
}

/** Stops with one sentence where Node is too old. */
export function requireNode() {
  if (isSupported(process.versions.node)) return;
  throw new Explained(
    `Keydesk needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}. ` +
      'Install a current Node (https://nodejs.org) and run the same command again.',
  );
}
