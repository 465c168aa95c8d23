import { describe, expect, it } from 'vitest';
import type { KeyringMood } from './fake-keyring';
import { ITEM, setUp } from './keychain-setup';

describe('Keychain', () => {
  it('gives back what was stored, also at the next start', async () => {
    const { keychain, start } = await setUp();
    await keychain.write(ITEM, 'päss wörd ✓');
    expect(await keychain.read(ITEM)).toEqual({ state: 'ok', value: 'päss wörd ✓' });
    expect(await start().read(ITEM)).toEqual({ state: 'ok', value: 'päss wörd ✓' });
    expect(await start().accounts()).toEqual([ITEM]);
  });

  it('says absent where the keychain is open and has no such item', async () => {
    const { keychain, ring } = await setUp();
    expect(await keychain.read(ITEM)).toEqual({ state: 'absent' });
    await keychain.write(ITEM, 'value');
    ring.items.delete(`test/${ITEM}`);
    expect(await keychain.read(ITEM)).toEqual({ state: 'absent' });
  });

  it('says locked, never absent, where even the canary is not found, and changes nothing', async () => {
    const { ring, start, keychain } = await setUp();
    await keychain.write(ITEM, 'value');
    ring.mood = 'locked';
    ring.takeCalls();
    const later = start();
    expect(await later.probe()).toBe('locked');
    expect(await later.read(ITEM)).toEqual({ state: 'locked' });
    expect(await later.read('console/never-stored')).toEqual({ state: 'locked' });
    expect(ring.takeCalls().filter((call) => !call.startsWith('get '))).toEqual([]);
    ring.mood = 'open';
    expect(await later.read(ITEM)).toEqual({ state: 'ok', value: 'value' });
  });

  it('knows a keychain that was locked from the first start on', async () => {
    const { ring, keychain } = await setUp();
    ring.mood = 'locked';
    expect(await keychain.probe()).toBe('locked');
    expect(await keychain.read(ITEM)).toEqual({ state: 'locked' });
  });

  it.each<[KeyringMood, string, string, RegExp]>([
    ['locked', 'locked', 'keychain-locked', /Unlock it/],
    ['missing', 'unavailable', 'keychain-missing', /No keychain can be reached/],
    ['denied', 'unavailable', 'keychain-missing', /snap connect/],
    ['crashing', 'unresponsive', 'keychain-unresponsive', /did not answer/],
  ])('answers everything while the keyring is %s', async (mood, state, code, sentence) => {
    const { ring, clock, keychain } = await setUp();
    await keychain.probe();
    ring.mood = mood;
    expect(await keychain.probe()).toBe(state);
    expect(keychain.advice).toMatch(sentence);
    expect(await keychain.read(ITEM)).toEqual({ state });
    await expect(keychain.write(ITEM, 'value')).rejects.toMatchObject({ code });
    await expect(keychain.remove(ITEM)).rejects.toMatchObject({ code });
    ring.mood = 'open';
    clock.pass(1);
    expect(await keychain.probe()).toBe('ok');
    expect(keychain.advice).toBeNull();
  });

  it('becomes usable again when the operator opens a keychain that was emptied', async () => {
    const { ring, keychain } = await setUp();
    await keychain.write(ITEM, 'value');
    ring.items.clear();
    expect(await keychain.read(ITEM)).toEqual({ state: 'locked' });
    expect(await keychain.unlock()).toBe('ok');
    expect(await keychain.read(ITEM)).toEqual({ state: 'absent' });
  });

  it('trusts no item that it cannot read back', async () => {
    const { ring, keychain } = await setUp();
    ring.mood = 'forgetful';
    await expect(keychain.write(ITEM, 'value')).rejects.toMatchObject({ code: 'keychain-locked' });
    ring.items.set(`test/${ITEM}`, 'something else');
    await expect(keychain.write(ITEM, 'value')).rejects.toMatchObject({ code: 'keychain-missing' });
  });

  it('does not mix up two values stored at once', async () => {
    const { keychain } = await setUp();
    await Promise.all([keychain.write(ITEM, 'first'), keychain.write(ITEM, 'second')]);
    expect(await keychain.read(ITEM)).toEqual({ state: 'ok', value: 'second' });
  });

  it('removes an item, and one that is not there too, but not behind a lock', async () => {
    const { ring, keychain } = await setUp();
    await keychain.write(ITEM, 'value');
    ring.mood = 'locked';
    await expect(keychain.remove(ITEM)).rejects.toMatchObject({ code: 'keychain-locked' });
    expect(await keychain.accounts()).toEqual([ITEM]);
    ring.mood = 'open';
    await keychain.remove(ITEM);
    await keychain.remove(ITEM);
    expect(await keychain.read(ITEM)).toEqual({ state: 'absent' });
    expect(await keychain.accounts()).toEqual([]);
  });

  it.each([
    ['', false],
    ['x'.repeat(1999), true],
    ['x'.repeat(2000), true],
    ['x'.repeat(2001), false],
    ['€'.repeat(666), true],
    ['€'.repeat(667), false],
    ['a\0b', false],
    ['\ud800', false],
  ])('checks a value before it asks the keychain (%#)', async (value, accepted) => {
    const { ring, keychain } = await setUp();
    if (accepted) {
      await keychain.write(ITEM, value);
      expect(await keychain.read(ITEM)).toEqual({ state: 'ok', value });
    } else {
      await expect(keychain.write(ITEM, value)).rejects.toMatchObject({ code: 'invalid-input' });
      expect(ring.forks).toBe(0);
    }
  });

  it('takes no item name that could hold a sentence', async () => {
    const { keychain } = await setUp();
    await expect(keychain.write('my password is', 'value')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(keychain.read('')).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
