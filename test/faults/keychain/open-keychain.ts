import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '@main/ports';
import { Keychain } from '@main/storage/keychain';
import { KeychainIndex } from '@main/storage/keychain-index';
import { startKeyring, type KeyringMode } from '@test/support/keyring';
import { NodeProcessHost } from '@test/support/keyring-process-host';

/** The computer's own clock. */
const computerClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A keychain on a real keyring of its own; everything ends with the test. `start` is a later start on the same one. */
export async function openKeychain(entry: string, mode: KeyringMode) {
  const ring = await startKeyring(mode);
  const profile = await mkdtemp(join(tmpdir(), 'keydesk-profile-'));
  const host = new NodeProcessHost(entry, ring.env);
  const started: Keychain[] = [];
  onTestFinished(async () => {
    for (const keychain of started) keychain.close();
    await ring.stop();
    await rm(profile, { recursive: true, force: true });
  });
  const start = (): Keychain => {
    const index = new KeychainIndex(join(profile, 'keychain-index.json'));
    const keychain = new Keychain({ host, clock: computerClock, service: 'dev.keydesk.test', index });
    started.push(keychain);
    return keychain;
  };
  return { ring, profile, host, start, keychain: start() };
}

/** What came of a promise and after how many milliseconds. */
export async function timed<T>(promise: Promise<T>): Promise<{ result: T; ms: number }> {
  const before = performance.now();
  return { result: await promise, ms: performance.now() - before };
}
