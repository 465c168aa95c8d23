import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConsoleCredentials } from '@main/services/console-credentials';
import { CredentialItems } from '@main/services/credential-items';
import { AppError } from '@core/domain/app-error';
import type { SecretRead } from '@main/ports';
import { MemorySecretStore } from '@test/support/memory-secret-store';

const ACCOUNT = 'console/acme';
const LONG = 'a long text, '.repeat(400);
const OTHER = 'another one! '.repeat(500);

/** A keychain that knows its items, and stops taking changes after so many, as a crash does. */
class WatchedKeychain extends MemorySecretStore {
  readonly items = new Map<string, string>();
  changesLeft = Infinity;

  override async write(account: string, value: string): Promise<void> {
    this.crash();
    await super.write(account, value);
    this.items.set(account, value);
  }

  override async remove(account: string): Promise<void> {
    this.crash();
    await super.remove(account);
    this.items.delete(account);
  }

  /** As if somebody else had removed it. */
  async lose(account: string): Promise<void> {
    await super.remove(account);
    this.items.delete(account);
  }

  private crash(): void {
    if (this.changesLeft === 0) throw new Error('crashed');
    this.changesLeft -= 1;
  }
}

describe('a text in the keychain', () => {
  let keychain: WatchedKeychain;
  let items: CredentialItems;
  beforeEach(() => {
    keychain = new WatchedKeychain();
    items = new CredentialItems(keychain);
  });
  const kept = (): Promise<SecretRead> => new CredentialItems(keychain).read(ACCOUNT);

  it('is one item as it is, where it fits', async () => {
    await items.write(ACCOUNT, 'short');
    expect([...keychain.items]).toEqual([[ACCOUNT, 'short']]);
    expect(await kept()).toEqual({ state: 'ok', value: 'short' });
  });

  it('comes back whole whatever its length and its letters are', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 4_000 })
      .filter((each) => !each.includes('\0'));
    await fc.assert(
      fc.asyncProperty(text, async (each) => {
        await items.write(ACCOUNT, each);
        expect(await kept()).toEqual({ state: 'ok', value: each });
      }),
      { numRuns: 60, seed: 41 },
    );
  });

  it('leaves no part behind when a shorter one takes its place', async () => {
    await items.write(ACCOUNT, LONG);
    expect(keychain.items.size).toBe(4);
    await items.write(ACCOUNT, OTHER);
    expect(keychain.items.size).toBe(5);
    await items.write(ACCOUNT, 'short');
    expect([...keychain.items.keys()]).toEqual([ACCOUNT]);
  });

  it('is the former one or the new one after a crash at any moment, and never a mixture', async () => {
    const seen = new Set<string>();
    for (let changes = 0; changes < 12; changes += 1) {
      keychain = new WatchedKeychain();
      items = new CredentialItems(keychain);
      await items.write(ACCOUNT, LONG);
      keychain.changesLeft = changes;
      await items.write(ACCOUNT, OTHER).catch(() => undefined);
      const found = await kept();
      if (found.state === 'ok')
        seen.add(found.value === LONG ? 'former' : found.value === OTHER ? 'new' : 'mixture');
      keychain.changesLeft = Infinity;
      await new CredentialItems(keychain).remove(ACCOUNT);
      expect(keychain.items.size).toBe(0);
    }
    expect([...seen]).toEqual(['former', 'new']);
  });

  it('can be removed to the end after a crash in the middle of removing it', async () => {
    for (let changes = 0; changes < 4; changes += 1) {
      await items.write(ACCOUNT, LONG);
      keychain.changesLeft = changes;
      await expect(items.remove(ACCOUNT)).rejects.toThrow();
      keychain.changesLeft = Infinity;
      expect(keychain.items.has(ACCOUNT)).toBe(true);
      await items.remove(ACCOUNT);
      expect(keychain.items.size).toBe(0);
    }
  });

  it('does not overwrite what it cannot see', async () => {
    await items.write(ACCOUNT, LONG);
    const read = keychain.read.bind(keychain);
    keychain.read = async () => ({ state: 'unresponsive' });
    await expect(items.write(ACCOUNT, OTHER)).rejects.toMatchObject({ code: 'keychain-unresponsive' });
    keychain.read = read;
    expect(await kept()).toEqual({ state: 'ok', value: LONG });
  });

  it('says that the keychain is locked, also where that happens between two parts', async () => {
    await items.write(ACCOUNT, LONG);
    const read = keychain.read.bind(keychain);
    keychain.read = async (account) => (account.endsWith('a2') ? { state: 'locked' } : read(account));
    expect(await kept()).toEqual({ state: 'locked' });
  });

  it('is not read while it is being replaced', async () => {
    await items.write(ACCOUNT, LONG);
    const [, found] = await Promise.all([items.write(ACCOUNT, OTHER), items.read(ACCOUNT)]);
    expect(found).toEqual({ state: 'ok', value: OTHER });
  });

  it('is refused where it is longer than 16 items', async () => {
    await expect(items.write(ACCOUNT, 'x'.repeat(31_000))).rejects.toThrow(AppError);
    expect(keychain.items.size).toBe(0);
  });
});

describe('long credentials', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 4096,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const signing = { method: 'private-key', fields: { clientId: 'ci', keyId: 'k1', privateKey } };
  const start = (keychain: WatchedKeychain) => new ConsoleCredentials(keychain, () => undefined);

  it('are kept like short ones: a private key of 4,096 bits', async () => {
    const keychain = new WatchedKeychain();
    await start(keychain).write('acme', signing);
    expect(keychain.items.size).toBe(3);
    expect(await start(keychain).read('acme')).toMatchObject(signing);
    await start(keychain).remove('acme');
    expect(keychain.items.size).toBe(0);
  });

  it.each(['a1', 'a2'])('are damaged without their part %s, and can be entered again', async (part) => {
    const keychain = new WatchedKeychain();
    await start(keychain).write('acme', signing);
    await keychain.lose(`${ACCOUNT}/${part}`);
    await expect(start(keychain).read('acme')).rejects.toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('damaged') as string,
    });
    await start(keychain).write('acme', signing);
    expect(await start(keychain).read('acme')).toMatchObject(signing);
    expect(keychain.items.size).toBe(3);
  });

  it('are damaged where a part is another one', async () => {
    const keychain = new WatchedKeychain();
    await start(keychain).write('acme', signing);
    await keychain.write(`${ACCOUNT}/a2`, 'something else');
    await expect(start(keychain).read('acme')).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('come back when what replaced them is taken back', async () => {
    const keychain = new WatchedKeychain();
    await start(keychain).write('acme', signing);
    const credentials = start(keychain);
    const undo = await credentials.replace('acme', {
      method: 'client-secret',
      fields: { clientId: 'other' },
    });
    await undo();
    expect(await start(keychain).read('acme')).toMatchObject(signing);
  });
});
