import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleEntry } from '@test/faults/storage/bundle-entry';
import { openKeychain, timed } from './open-keychain';

const ITEM = 'console/1';
const DEADLINE_MS = 3000;
const SLACK_MS = 250;

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;
const failure = (attempt: Promise<unknown>): Promise<unknown> => attempt.then(() => 'no failure', codeOf);

let entry = '';
beforeAll(async () => {
  entry = await bundleEntry('main/storage/keychain-process.ts', 'cjs');
});

describe('an unlocked keyring', () => {
  it('keeps an item over a start, and gives up what is removed', async () => {
    const { keychain, start, profile } = await openKeychain(entry, 'unlocked');
    expect(await keychain.probe()).toBe('ok');
    expect(await keychain.read(ITEM)).toEqual({ state: 'absent' });
    await keychain.write(ITEM, 'a-secret-of-the-keyring-test');
    const later = start();
    expect(await later.read(ITEM)).toEqual({ state: 'ok', value: 'a-secret-of-the-keyring-test' });
    for (const name of await readdir(profile)) {
      expect(await readFile(join(profile, name), 'utf8')).not.toContain('a-secret-of-the-keyring-test');
    }
    await later.remove(ITEM);
    expect(await keychain.read(ITEM)).toEqual({ state: 'absent' });
  });

  it('calls an item absent that somebody else removed', async () => {
    const { keychain, host } = await openKeychain(entry, 'unlocked');
    await keychain.write(ITEM, 'value');
    const other = host.fork();
    const removed = new Promise((resolve) => other.onMessage(resolve));
    other.post({ id: 1, op: 'remove', service: 'dev.keydesk.test', account: ITEM });
    expect(await removed).toEqual({ id: 1, ok: true, value: 'removed' });
    other.kill();
    expect(await keychain.read(ITEM)).toEqual({ state: 'absent' });
  });

  it.each([
    ['one character', 'x'],
    ['1,999 bytes', 'x'.repeat(1999)],
    ['2,000 bytes', 'x'.repeat(2000)],
    ['2,000 bytes of other letters', '€'.repeat(666) + 'é'],
    ['Unicode', 'päß ключ 鍵 🗝️ \u202e "quoted" \\ \n\t'],
  ])('gives back %s unchanged', async (_, value) => {
    const { keychain } = await openKeychain(entry, 'unlocked');
    await keychain.write(ITEM, value);
    expect(await keychain.read(ITEM)).toEqual({ state: 'ok', value });
  });

  it.each([
    ['nothing', ''],
    ['2,001 bytes', 'x'.repeat(2001)],
  ])('is not asked to keep %s', async (_, value) => {
    const { keychain, host } = await openKeychain(entry, 'unlocked');
    expect(await failure(keychain.write(ITEM, value))).toBe('invalid-input');
    expect(host.children).toEqual([]);
  });

  it('survives the end of its process in the middle of the work', async () => {
    const { keychain, host } = await openKeychain(entry, 'unlocked');
    await keychain.write(ITEM, 'value');
    host.current.kill('SIGKILL');
    await once(host.current, 'exit');
    expect(await keychain.probe()).toBe('ok');
    expect(await keychain.read(ITEM)).toEqual({ state: 'ok', value: 'value' });
  });
});

describe('a locked keyring', () => {
  it('is locked, never absent, and nothing is overwritten', async () => {
    const { keychain, start, ring, host } = await openKeychain(entry, 'unlocked');
    await keychain.write(ITEM, 'value');
    ring.lock();
    const { pid } = host.current;
    expect(await keychain.probe()).toBe('locked');
    expect(await keychain.read(ITEM)).toEqual({ state: 'locked' });
    expect(await keychain.read('console/never-stored')).toEqual({ state: 'locked' });
    expect(await failure(keychain.write(ITEM, 'other'))).toBe('keychain-locked');
    expect(await failure(keychain.remove(ITEM))).toBe('keychain-locked');
    expect(await keychain.unlock()).toBe('locked');
    expect(host.current.pid).toBe(pid);
    expect(host.running).toBe(1);
    expect(await start().read(ITEM)).toEqual({ state: 'locked' });
    await ring.unlock();
    expect(await keychain.read(ITEM)).toEqual({ state: 'ok', value: 'value' });
  });

  it('is locked while it was never made and nobody can be asked to', async () => {
    const { keychain } = await openKeychain(entry, 'unmade');
    expect(await keychain.probe()).toBe('locked');
    expect(await keychain.read(ITEM)).toEqual({ state: 'locked' });
    expect(await failure(keychain.write(ITEM, 'value'))).toBe('keychain-locked');
  });
});

describe('a keyring that does not answer', () => {
  it('has every call answered after one deadline, while files can be read', async () => {
    const { keychain, host } = await openKeychain(entry, 'silent');
    const calls = timed(
      Promise.all([
        ...['1', '2', '3'].map((id) => keychain.read(`console/${id}`)),
        keychain.probe(),
        failure(keychain.write(ITEM, 'value')),
      ]),
    );
    await expect.poll(() => host.running, { interval: 5 }).toBe(1);
    const files = await timed(Promise.all(Array.from({ length: 8 }, () => readFile(import.meta.filename))));
    expect(files.ms).toBeLessThan(SLACK_MS);
    const { result, ms } = await calls;
    const unresponsive = { state: 'unresponsive' };
    expect(result).toEqual([
      unresponsive,
      unresponsive,
      unresponsive,
      'unresponsive',
      'keychain-unresponsive',
    ]);
    expect(ms).toBeGreaterThanOrEqual(DEADLINE_MS - 1);
    expect(ms).toBeLessThan(DEADLINE_MS + SLACK_MS);
    expect(host.children).toHaveLength(1);
    const again = await timed(keychain.read(ITEM));
    expect(again.result).toEqual(unresponsive);
    expect(again.ms).toBeLessThan(SLACK_MS);
    expect(host.children).toHaveLength(1);
  });

  it('does not keep anything from ending', async () => {
    const { keychain, host } = await openKeychain(entry, 'silent');
    const reading = keychain.read(ITEM);
    await expect.poll(() => host.running, { interval: 5 }).toBe(1);
    const ended = timed(once(host.current, 'exit'));
    keychain.close();
    expect(await reading).toEqual({ state: 'unresponsive' });
    expect((await ended).ms).toBeLessThan(1000);
  });

  it('loses its process with the application, however that ends', async () => {
    const { keychain, host } = await openKeychain(entry, 'silent');
    const reading = keychain.read(ITEM);
    await expect.poll(() => host.running, { interval: 5 }).toBe(1);
    await once(host.current, 'spawn');
    const ended = once(host.current, 'exit');
    host.current.disconnect();
    await ended;
    expect(await reading).toEqual({ state: 'unresponsive' });
  });

  it('is usable again, with everything in it, when it answers again', async () => {
    const { keychain, ring } = await openKeychain(entry, 'unlocked');
    await keychain.write(ITEM, 'value');
    const daemon = ring.daemon();
    process.kill(daemon, 'SIGSTOP');
    expect(await keychain.read(ITEM)).toEqual({ state: 'unresponsive' });
    process.kill(daemon, 'SIGCONT');
    expect(await keychain.probe()).toBe('ok');
    expect(await keychain.read(ITEM)).toEqual({ state: 'ok', value: 'value' });
  });
});

describe('no keyring', () => {
  it('is said at once, in a sentence', async () => {
    const { keychain } = await openKeychain(entry, 'none');
    const probe = await timed(keychain.probe());
    expect(probe.result).toBe('unavailable');
    expect(probe.ms).toBeLessThan(DEADLINE_MS);
    expect(keychain.advice).toMatch(/No keychain can be reached/);
    expect(await keychain.read(ITEM)).toEqual({ state: 'unavailable' });
    expect(await failure(keychain.write(ITEM, 'value'))).toBe('keychain-missing');
  });
});
