import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { KeychainState } from '@main/ports';
import { nodeCrypto } from '@main/node-crypto';
import { Fingerprint, FingerprintService } from '@main/services/fingerprint-service';
import { FakeClock } from '@test/support/fake-clock';
import { FakeLog } from '@test/support/fake-ports';
import { keyAt, STAGING } from '@test/support/key-desk';
import { MemoryLog } from '@test/support/memory-stores';
import { MemorySecretStore } from '@test/support/memory-secret-store';

const ACCOUNT = 'fingerprint-key';
const K = '0f'.repeat(32);
const secret = 'f3b1c2d4-0000-4000-8000-1234567890ab';
const hash = nodeCrypto.sha256(secret);
const full = new AppError('storage', 'The disk is full.');

describe('FingerprintService', () => {
  let keychain: MemorySecretStore;
  let entries: MemoryLog<Fingerprint>;
  let log: FakeLog;
  const start = (): FingerprintService =>
    new FingerprintService({ keychain, entries, crypto: nodeCrypto, clock: new FakeClock(), log });

  beforeEach(async () => {
    keychain = new MemorySecretStore();
    entries = new MemoryLog(Fingerprint);
    log = new FakeLog();
    await keychain.write(ACCOUNT, K);
  });

  it('is HMAC-SHA-256 under the key in the keychain of the SHA-256 of the secret', async () => {
    await start().remember(secret, keyAt('key-1'));
    expect(entries.entries).toEqual([
      { fingerprint: nodeCrypto.hmacSha256(K, hash), key: keyAt('key-1'), at: '2026-03-04T12:00:00.000Z' },
    ]);
    // The same figure from another program: printf %s HASH | openssl dgst -sha256 -mac HMAC -macopt hexkey:K
    expect(entries.entries[0]?.fingerprint).toBe(
      'a96b9325b2874c39f5cf4d9e6c27fbdcceffad83c37bfb55e867698907352831',
    );
  });

  it('finds a key by the SHA-256 of its secret, also after a restart and in capital letters', async () => {
    await start().remember(secret, keyAt('key-1'));
    const service = start();
    expect(await service.lookup(hash)).toMatchObject([{ key: keyAt('key-1') }]);
    expect(await service.lookup(hash.toUpperCase())).toHaveLength(1);
    expect(await service.lookup(nodeCrypto.sha256('another'))).toEqual([]);
  });

  it('knows of which keys of an environment it remembers a secret', async () => {
    await start().remember(secret, keyAt('key-1'));
    const service = start();
    await service.remember('another', keyAt('key-2'));
    expect([...(await service.known(STAGING))]).toEqual(['key-1', 'key-2']);
    expect(await service.known({ ...STAGING, environmentId: 'other' })).toEqual(new Set());
  });

  it.each(['locked', 'unavailable', 'unresponsive'] as const)(
    'says that nothing can be looked up while the keychain is %s',
    async (state) => {
      await start().remember(secret, keyAt('key-1'));
      keychain.state = state;
      const service = start();
      expect(await service.available()).toBe(false);
      expect(await service.known(STAGING)).toEqual(new Set());
      keychain.state = 'ok';
      expect(await service.available()).toBe(true);
    },
  );

  it('holds neither the secret nor its hash in its file', async () => {
    await start().remember(secret, keyAt('key-1'));
    expect(entries.text).not.toContain(secret);
    expect(entries.text).not.toContain(hash);
    expect(entries.text).not.toContain(K);
  });

  it('remembers one secret of one key once, and one secret of two keys twice', async () => {
    const service = start();
    await service.remember(secret, keyAt('key-1'));
    await Promise.all([service.remember(secret, keyAt('key-1')), service.remember(secret, keyAt('key-2'))]);
    expect(entries.entries).toHaveLength(2);
    expect((await start().lookup(hash)).map(({ key }) => key.keyId)).toEqual(['key-1', 'key-2']);
  });

  it('finds a key once, although two ran at the same time', async () => {
    const service = start();
    await Promise.all([service.remember(secret, keyAt('key-1')), service.remember(secret, keyAt('key-1'))]);
    expect(await service.lookup(hash)).toHaveLength(1);
    expect(await start().lookup(hash)).toHaveLength(1);
  });

  it('makes its key where there surely is none, and keeps it', async () => {
    await keychain.remove(ACCOUNT);
    await start().remember(secret, keyAt('key-1'));
    const made = await keychain.read(ACCOUNT);
    expect(made).toMatchObject({ state: 'ok', value: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(await start().lookup(hash)).toHaveLength(1);
    expect(await keychain.read(ACCOUNT)).toEqual(made);
  });

  it.each<KeychainState>(['locked', 'unavailable', 'unresponsive'])(
    'keeps nothing while the keychain is %s, and never replaces the key in it',
    async (state) => {
      const service = start();
      keychain.state = state;
      await service.remember(secret, keyAt('key-1'));
      expect(await service.lookup(hash)).toEqual([]);
      expect(entries.entries).toEqual([]);
      keychain.state = 'ok';
      expect(await keychain.read(ACCOUNT)).toEqual({ state: 'ok', value: K });
      await service.remember(secret, keyAt('key-1'));
      expect(await service.lookup(hash)).toHaveLength(1);
    },
  );

  it.each(['', 'x', 'zz'.repeat(32), '0f'.repeat(31)])(
    'keeps nothing under a key that is none: "%s"',
    async (damaged) => {
      keychain.read = async () => ({ state: 'ok', value: damaged });
      await start().remember(secret, keyAt('key-1'));
      expect(entries.entries).toEqual([]);
    },
  );

  it('says in the log what it could not keep, without the secret, and throws nothing', async () => {
    entries.refuse = () => full;
    await start().remember(secret, keyAt('key-1'));
    expect(log.lines).toEqual([{ event: 'fingerprint.not-kept', facts: { code: 'storage' } }]);
  });

  it('keeps the next time what it could not keep the first time', async () => {
    const service = start();
    entries.refuse = () => full;
    await service.remember(secret, keyAt('key-1'));
    entries.refuse = null;
    await service.remember(secret, keyAt('key-1'));
    expect(entries.entries).toHaveLength(1);
  });

  it('can be waited for: everything that was to be remembered is kept then', async () => {
    const read = keychain.read.bind(keychain);
    let answer = (): void => undefined;
    keychain.read = async (account) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return read(account);
    };
    const service = start();
    void service.remember(secret, keyAt('key-1'));
    void service.remember('another', keyAt('key-2'));
    let finished = false;
    const finishing = service.finish().then(() => (finished = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(finished).toBe(false);
    answer();
    await finishing;
    expect(entries.entries).toHaveLength(2);
    await service.finish();
  });

  it('works again after its file could not be read once', async () => {
    const service = start();
    entries.failure = full;
    await service.remember(secret, keyAt('key-1'));
    entries.failure = null;
    await service.remember(secret, keyAt('key-1'));
    expect(await service.lookup(hash)).toHaveLength(1);
  });
});
