import { beforeEach, describe, expect, it } from 'vitest';
import { checkSignature } from '@core/text/signed-text';
import { nodeSigning } from '@main/node-signing';
import { SigningService } from '@main/services/signing/signing-service';
import { TrustBook, type TrustFile } from '@main/services/signing/trust-book';
import { FakeClock } from '@test/support/fake-clock';
import { MemoryDocument } from '@test/support/memory-stores';
import { MemorySecretStore } from '@test/support/memory-secret-store';

const ACCOUNT = 'signing-key';
const OPEN = '{"format":"keydesk-inventory","name":"Größe \uFFFD"';

describe('SigningService', () => {
  let keychain: MemorySecretStore;
  let trust: TrustBook;
  const start = (): SigningService => new SigningService({ keychain, signing: nodeSigning, trust });
  const read = (bytes: Uint8Array): string =>
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const judged = (text: string, service = start()) =>
    service.judge(
      checkSignature(
        text,
        (...given) => nodeSigning.verify(...given),
        (key) => nodeSigning.fingerprint(key),
      ),
    );

  beforeEach(() => {
    keychain = new MemorySecretStore();
    trust = new TrustBook(new MemoryDocument<TrustFile>([]), nodeSigning, new FakeClock());
  });

  it('knows what it signed, also after a restart, and stays JSON with the signature last', async () => {
    const { text, signed } = await start().sign(OPEN);
    const own = await start().own();
    expect(signed).toBe(true);
    expect(await judged(text)).toEqual({ ...own, state: 'own' });
    const document = JSON.parse(text) as object;
    expect(Object.keys(document)).toEqual(['format', 'name', 'signature']);
    expect(document).toMatchObject({ signature: own.state === 'ok' ? { fingerprint: own.fingerprint } : {} });
  });

  it('takes no document for its own after any one bit of it was changed', async () => {
    const service = start();
    const bytes = new TextEncoder().encode((await service.sign(OPEN)).text);
    for (let at = 0; at < bytes.length; at += 1)
      for (const bit of [1, 32, 128]) {
        const changed = Uint8Array.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ bit;
        expect(await stateOf(changed, service), `byte ${at}, bit ${bit}`).toMatch(
          /^(altered|unsigned|no text)$/,
        );
      }
  });

  it.each(['publicKey', 'value'] as const)('takes no other way to write its %s for it', async (member) => {
    const { text } = await start().sign(OPEN);
    const { signature } = JSON.parse(text) as { signature: Record<string, string> };
    const [, begin = '', last = '', end = ''] = /^(.*)([^=])(=+)$/.exec(signature[member] ?? '') ?? [];
    for (const other of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') {
      if (other === last) continue;
      const changed = text.replace(`${begin}${last}${end}`, `${begin}${other}${end}`);
      expect((await judged(changed)).state, other).toBe('altered');
    }
  });

  const stateOf = async (bytes: Uint8Array, service: SigningService): Promise<string> => {
    try {
      return (await judged(read(bytes), service)).state;
    } catch {
      return 'no text';
    }
  };

  it('takes nothing put before, between or behind for signed', async () => {
    const { text } = await start().sign(OPEN);
    const other = (await start().sign('{"other":1')).text;
    for (const changed of [
      ` ${text}`,
      `${text} `,
      `\uFEFF${text}`,
      text.replace(',\n', ', \n'),
      text + other,
    ])
      expect((await judged(changed)).state).toBe('altered');
    expect((await judged('{\n}\n')).state).toBe('unsigned');
  });

  it('takes a signature for altered that names another fingerprint or another key', async () => {
    const { text } = await start().sign(OPEN);
    const other = nodeSigning.newKeyPair().publicKey;
    const own = await start().own();
    if (own.state !== 'ok') throw new Error('no key');
    expect((await judged(text.replace(own.fingerprint, 'ab'.repeat(32)))).state).toBe('altered');
    const taken = text.replace(own.publicKey, other).replace(own.fingerprint, nodeSigning.fingerprint(other));
    expect((await judged(taken)).state).toBe('altered');
  });

  it('says whose key it is once that is trusted, with no keychain at all', async () => {
    const { text } = await start().sign(OPEN);
    const { state, ...key } = await start().own();
    keychain.state = 'unavailable';
    expect(await judged(text)).toEqual({ state: 'unknown', ...key });
    if (!('publicKey' in key)) throw new Error(state);
    await trust.trust(key.publicKey, 'Ada');
    await trust.trust(key.publicKey, 'Ada Byron');
    expect(await trust.all()).toHaveLength(1);
    expect(await judged(text)).toEqual({ state: 'trusted', ...key, name: 'Ada Byron' });
    await trust.distrust(key.fingerprint);
    expect(await judged(text)).toEqual({ state: 'unknown', ...key });
  });

  it.each(['locked', 'unavailable', 'unresponsive'] as const)(
    'signs nothing while the keychain is %s, makes no other key, and signs again afterwards',
    async (state) => {
      const before = await start().own();
      const service = start();
      keychain.state = state;
      expect(await service.own()).toEqual({ state });
      expect(await service.sign(OPEN)).toEqual({ text: `${OPEN}\n}\n`, signed: false });
      keychain.state = 'ok';
      expect(await service.own()).toEqual(before);
      expect((await service.sign(OPEN)).signed).toBe(true);
    },
  );

  it('says so where the key can be read but not kept, or where reading fails', async () => {
    const service = start();
    keychain.read = async () => ({ state: 'absent' });
    keychain.state = 'locked';
    expect(await service.own()).toEqual({ state: 'locked' });
    keychain.read = () => Promise.reject(new Error('gone'));
    expect(await service.own()).toEqual({ state: 'unavailable' });
    keychain.state = 'ok';
    Reflect.deleteProperty(keychain, 'read');
    expect(await service.own()).toMatchObject({ state: 'ok' });
  });

  it.each(['', 'x', 'A'.repeat(48), 'QUJD'])(
    'never signs with a damaged item, nor replaces it: "%s"',
    async (item) => {
      keychain.read = async () => ({ state: 'ok', value: item });
      const writes: string[] = [];
      keychain.write = async (account) => void writes.push(account);
      expect(await start().own()).toEqual({ state: 'damaged' });
      expect((await start().sign(OPEN)).signed).toBe(false);
      expect(writes).toEqual([]);
    },
  );

  it('makes one key when two ask at once, and looking at a file makes none', async () => {
    const other = new SigningService({ keychain: new MemorySecretStore(), signing: nodeSigning, trust });
    expect((await judged((await other.sign(OPEN)).text)).state).toBe('unknown');
    expect(await keychain.read(ACCOUNT)).toEqual({ state: 'absent' });
    const service = start();
    const [first, second] = await Promise.all([service.own(), service.own()]);
    expect(first).toEqual(second);
    expect(await start().own()).toEqual(first);
  });
});
