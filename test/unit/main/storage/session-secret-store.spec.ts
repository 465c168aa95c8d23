import { describe, expect, it } from 'vitest';
import { SessionSecretStore } from '@main/storage/session-secret-store';

describe('SessionSecretStore', () => {
  it('keeps a secret until it is removed or everything is forgotten', async () => {
    const store = new SessionSecretStore();
    expect(await store.probe()).toBe('ok');
    await store.write('a', 'one');
    await store.write('b', 'two');
    expect(await store.read('a')).toEqual({ state: 'ok', value: 'one' });
    await store.remove('a');
    expect(await store.read('a')).toEqual({ state: 'absent' });
    store.clear();
    expect(await store.read('b')).toEqual({ state: 'absent' });
  });

  it('takes only what a keychain would take later', async () => {
    const store = new SessionSecretStore();
    await expect(store.write('a', 'x'.repeat(2001))).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(store.write('no name', 'x')).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
