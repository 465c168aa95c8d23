import { describe, expect, it } from 'vitest';
import { ITEM, passWhenAsked, setUp } from './keychain-setup';

describe('the line to the keychain process', () => {
  it('answers every call when the keyring hangs, after one deadline, and starts no second process', async () => {
    const parts = await setUp();
    const { ring, keychain } = parts;
    ring.mood = 'silent';
    const answers = Promise.all([
      ...Array.from({ length: 4 }, () => keychain.read(ITEM)),
      keychain.probe(),
      keychain.write(ITEM, 'value').catch((error: unknown) => error),
    ]);
    await passWhenAsked(parts, 3000);
    expect(await answers).toMatchObject([
      ...Array.from({ length: 4 }, () => ({ state: 'unresponsive' })),
      'unresponsive',
      { code: 'keychain-unresponsive' },
    ]);
    expect(ring).toMatchObject({ forks: 1, running: 0 });
  });

  it('leaves a keyring alone that just hung, unless a person asks', async () => {
    const parts = await setUp();
    const { ring, clock, keychain } = parts;
    ring.mood = 'silent';
    const first = keychain.read(ITEM);
    await passWhenAsked(parts, 3000);
    await first;
    ring.mood = 'open';
    clock.pass(1999);
    expect(await keychain.read(ITEM)).toEqual({ state: 'unresponsive' });
    expect(ring.forks).toBe(1);
    expect(await keychain.probe()).toBe('ok');
    expect(await keychain.read(ITEM)).toEqual({ state: 'absent' });
    expect(ring.forks).toBe(2);
  });

  it('pauses longer after every failure, up to a minute', async () => {
    const { ring, clock, keychain } = await setUp();
    ring.mood = 'crashing';
    for (const pause of [2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
      await keychain.read(ITEM);
      const { forks } = ring;
      clock.pass(pause - 1);
      await keychain.read(ITEM);
      expect(ring.forks).toBe(forks);
      clock.pass(1);
    }
  });

  it('waits a minute for a person to unlock, and says locked meanwhile', async () => {
    const parts = await setUp();
    const { ring, keychain } = parts;
    ring.mood = 'silent';
    const unlocking = keychain.unlock();
    expect(await keychain.read(ITEM)).toEqual({ state: 'locked' });
    expect(await keychain.probe()).toBe('locked');
    await expect(keychain.write(ITEM, 'value')).rejects.toMatchObject({ code: 'keychain-locked' });
    await passWhenAsked(parts, 59_999);
    expect(ring.running).toBe(1);
    parts.clock.pass(1);
    expect(await unlocking).toBe('unresponsive');
    expect(ring.running).toBe(0);
  });

  it('ends its process when it is not needed for 30 s, and starts it again on demand', async () => {
    const { ring, clock, keychain } = await setUp();
    await keychain.probe();
    clock.pass(29_999);
    expect(ring.running).toBe(1);
    clock.pass(1);
    expect(ring.running).toBe(0);
    expect(await keychain.probe()).toBe('ok');
    expect(ring.forks).toBe(2);
  });

  it('counts the 30 s from the last call', async () => {
    const { ring, clock, keychain } = await setUp();
    await keychain.probe();
    clock.pass(20_000);
    await keychain.probe();
    clock.pass(20_000);
    expect(ring).toMatchObject({ forks: 1, running: 1 });
  });

  it('lets go of everything at once when it is closed, also in the middle of a call', async () => {
    const { ring, clock, keychain } = await setUp();
    ring.mood = 'silent';
    const reading = keychain.read(ITEM);
    await expect.poll(() => ring.calls.length, { interval: 1 }).toBe(1);
    keychain.close();
    expect(await reading).toEqual({ state: 'unresponsive' });
    expect(await keychain.probe()).toBe('unresponsive');
    expect(ring).toMatchObject({ forks: 1, running: 0 });
    expect(clock.waiting).toBe(0);
  });

  it('forgets with its process what it held, and can be used again', async () => {
    const { ring, keychain } = await setUp();
    await keychain.write(ITEM, 'value');
    keychain.rest();
    expect(ring.running).toBe(0);
    expect(await keychain.read(ITEM)).toEqual({ state: 'ok', value: 'value' });
  });

  it('goes on with a fresh process when the keyring was started again', async () => {
    const { ring, keychain } = await setUp();
    await keychain.write(ITEM, 'value');
    ring.starts += 1;
    expect(await keychain.read(ITEM)).toEqual({ state: 'ok', value: 'value' });
    expect(ring).toMatchObject({ forks: 2, running: 1 });
  });

  it('starts no process after the other where there is no keyring', async () => {
    const { ring, keychain } = await setUp();
    ring.mood = 'missing';
    for (let n = 0; n < 5; n += 1) expect(await keychain.read(ITEM)).toEqual({ state: 'unavailable' });
    expect(ring.forks).toBe(1);
  });
});
