import { join } from 'node:path';
import { expect } from 'vitest';
import { Keychain } from '@main/storage/keychain';
import { KeychainIndex } from '@main/storage/keychain-index';
import { FakeKeyring } from './fake-keyring';
import { ManualClock } from './manual-clock';
import { temporaryFolder } from './temporary-folder';

/** An item's name. */
export const ITEM = 'console/1';

/** A keychain on a fake keyring and a clock that stands still; `start` makes the one of a later start. */
export async function setUp() {
  const ring = new FakeKeyring();
  const clock = new ManualClock();
  const path = join(await temporaryFolder(), 'keychain-index.json');
  const start = () => new Keychain({ host: ring, clock, service: 'test', index: new KeychainIndex(path) });
  return { ring, clock, start, keychain: start() };
}

/** Lets time pass once the keyring has been asked, so that the deadline has begun. */
export async function passWhenAsked(
  { ring, clock }: Pick<Awaited<ReturnType<typeof setUp>>, 'ring' | 'clock'>,
  ms: number,
) {
  await expect.poll(() => ring.calls.length, { interval: 1 }).toBeGreaterThan(0);
  clock.pass(ms);
}
