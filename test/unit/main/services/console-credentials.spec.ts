import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { KeychainState } from '@main/ports';
import { ConsoleCredentials } from '@main/services/console-credentials';
import { MemorySecretStore } from '@test/support/memory-secret-store';

const ACCOUNT = 'console/acme';
const password = { method: 'password', fields: { userName: 'ada', password: 'correct horse' } };
const token = { method: 'token', fields: { token: 'battery staple' } };
const item = (credentials: object): string => JSON.stringify({ version: 1, ...credentials });

describe('ConsoleCredentials', () => {
  let keychain: MemorySecretStore;
  let sensitive: string[];
  let credentials: ConsoleCredentials;
  const kept = async (): Promise<string | null> => {
    const before = keychain.state;
    keychain.state = 'ok';
    const found = await keychain.read(ACCOUNT);
    keychain.state = before;
    return found.state === 'ok' ? found.value : null;
  };
  const start = (): ConsoleCredentials =>
    new ConsoleCredentials(keychain, (secret) => sensitive.push(secret));

  beforeEach(() => {
    keychain = new MemorySecretStore();
    sensitive = [];
    credentials = start();
  });

  it('keeps one versioned item per console and reads it back', async () => {
    await credentials.write('acme', password);
    expect(await kept()).toBe(item(password));
    expect(await start().read('acme')).toMatchObject(password);
    expect(credentials.state('acme')).toBe('kept');
    expect(credentials.sessionOnly).toBe(false);
  });

  it('has the log told of every secret, and not of the user name', async () => {
    await credentials.write('acme', password);
    await start().read('acme');
    expect(sensitive).toEqual(['correct horse', 'correct horse']);
  });

  it('says that there are none where there surely are none', async () => {
    await expect(credentials.read('acme')).rejects.toMatchObject({ code: 'unauthorized' });
    expect(credentials.state('acme')).toBe('missing');
  });

  it.each<[KeychainState, string]>([
    ['locked', 'keychain-locked'],
    ['unavailable', 'keychain-missing'],
    ['unresponsive', 'keychain-unresponsive'],
  ])('says why it cannot read while the keychain is %s, and that nothing is lost', async (state, code) => {
    await credentials.write('acme', password);
    const later = start();
    keychain.state = state;
    await expect(later.read('acme')).rejects.toMatchObject({ code });
    expect(later.state('acme')).toBe('unreadable');
    keychain.state = 'ok';
    expect(await later.read('acme')).toMatchObject(password);
    expect(later.state('acme')).toBe('kept');
  });

  it.each(['', 'plain', '{}', '[]', item({ method: 'x' }), JSON.stringify({ version: 2, ...password })])(
    'takes no damaged item for credentials: %s',
    async (damaged) => {
      keychain.read = async () => ({ state: 'ok', value: damaged });
      await expect(credentials.read('acme')).rejects.toMatchObject({ code: 'unauthorized' });
      expect(credentials.state('acme')).toBe('missing');
    },
  );

  describe('without a keychain', () => {
    beforeEach(async () => {
      keychain.state = 'unavailable';
      await credentials.write('acme', password);
    });

    it('keeps them for this session only, and says so', async () => {
      expect(await credentials.read('acme')).toEqual(password);
      expect(credentials.state('acme')).toBe('session');
      expect(credentials.sessionOnly).toBe(true);
      expect(await kept()).toBeNull();
      await expect(start().read('acme')).rejects.toMatchObject({ code: 'keychain-missing' });
    });

    it('moves them into the keychain once it answers', async () => {
      keychain.state = 'ok';
      await credentials.keepSession();
      expect(await kept()).toBe(item(password));
      expect(credentials.sessionOnly).toBe(false);
      expect(credentials.state('acme')).toBe('kept');
    });

    it('keeps them in memory while it still does not', async () => {
      await credentials.keepSession();
      expect(await credentials.read('acme')).toEqual(password);
    });

    it('lets them be removed, as nothing else has them', async () => {
      await credentials.remove('acme');
      expect(credentials.sessionOnly).toBe(false);
    });
  });

  it('does not take what cannot be stored for a keychain that is away', async () => {
    const long = { method: 'token', fields: { token: 'x'.repeat(40_000) } };
    await expect(credentials.write('acme', long)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(credentials.sessionOnly).toBe(false);
  });

  describe('removing', () => {
    it('leaves nothing behind', async () => {
      await credentials.write('acme', password);
      await credentials.remove('acme');
      expect(await kept()).toBeNull();
    });

    it('takes along the older item of credentials that are newer in memory', async () => {
      await credentials.write('acme', password);
      keychain.state = 'locked';
      await credentials.write('acme', token);
      expect(await credentials.read('acme')).toEqual(token);
      await expect(credentials.remove('acme')).rejects.toMatchObject({ code: 'keychain-locked' });
      keychain.state = 'ok';
      await credentials.remove('acme');
      expect(await kept()).toBeNull();
    });

    it('forgets nothing while the keychain cannot be reached', async () => {
      await credentials.write('acme', password);
      keychain.state = 'locked';
      await credentials.write('acme', token);
      await expect(credentials.remove('acme')).rejects.toThrow(AppError);
      expect(await credentials.read('acme')).toEqual(token);
      expect(credentials.state('acme')).toBe('session');
    });
  });

  describe('replacing', () => {
    it('gives the way back to what the keychain had', async () => {
      await credentials.write('acme', password);
      const undo = await credentials.replace('acme', token);
      expect(await kept()).toBe(item(token));
      await undo();
      expect(await kept()).toBe(item(password));
      expect(await credentials.read('acme')).toMatchObject(password);
    });

    it('gives the way back to nothing', async () => {
      const undo = await credentials.replace('acme', token);
      await undo();
      expect(await kept()).toBeNull();
      await expect(credentials.read('acme')).rejects.toMatchObject({ code: 'unauthorized' });
    });

    it('leaves a locked item alone both ways', async () => {
      await credentials.write('acme', password);
      const later = start();
      keychain.state = 'locked';
      const undo = await later.replace('acme', token);
      expect(await later.read('acme')).toEqual(token);
      await undo();
      expect(later.sessionOnly).toBe(false);
      keychain.state = 'ok';
      expect(await later.read('acme')).toMatchObject(password);
    });

    it('gives the way back to what was in memory', async () => {
      keychain.state = 'unavailable';
      await credentials.write('acme', password);
      const undo = await credentials.replace('acme', token);
      await undo();
      expect(await credentials.read('acme')).toEqual(password);
      expect(credentials.state('acme')).toBe('session');
    });
  });
});
