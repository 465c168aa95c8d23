import { beforeEach, describe, expect, it } from 'vitest';
import { nodeCrypto } from '@main/node-crypto';
import { SecretVault, type HeldSecret } from '@main/services/secret-vault';
import { FakeClock } from '@test/support/fake-clock';
import { STAGING } from '@test/support/key-desk';

const held = (over: Partial<HeldSecret> = {}): HeldSecret => ({
  secret: 'f3b1c2d4-0000',
  environment: STAGING,
  keyId: 'key-1',
  label: 'Accounting',
  retrievable: true,
  ...over,
});
const gone = expect.objectContaining({ code: 'not-found' }) as Error;

describe('SecretVault', () => {
  let clock: FakeClock;
  let vault: SecretVault;
  let sensitive: string[];

  beforeEach(() => {
    clock = new FakeClock();
    sensitive = [];
    vault = new SecretVault(nodeCrypto, clock, (secret) => sensitive.push(secret));
  });

  it('gives a secret back for its handle, which says nothing about it', () => {
    const handle = vault.hold(held());
    expect(handle).toMatch(/^[0-9a-f]{32}$/);
    expect(vault.get(handle)).toEqual(held());
    expect(vault.hold(held())).not.toBe(handle);
  });

  it('has the log told of a secret before it is held', () => {
    vault.hold(held());
    expect(sensitive).toEqual(['f3b1c2d4-0000']);
  });

  it('knows no other handle', () => {
    expect(() => vault.get('0'.repeat(32))).toThrowError(gone);
    const handle = vault.hold(held());
    vault.release(handle);
    expect(() => vault.get(handle)).toThrowError(gone);
  });

  it('lets go of what the console shows again when it is closed, and never of what it shows once', () => {
    const again = vault.hold(held());
    const once = vault.hold(held({ retrievable: false }));
    vault.close();
    expect(() => vault.get(again)).toThrowError(gone);
    expect(vault.get(once).secret).toBe('f3b1c2d4-0000');
  });

  it('tells what waits, and never a secret', () => {
    const first = vault.hold(held({ activatesAt: '2026-03-04T12:05:00.000Z' }));
    const second = vault.hold(held({ keyId: 'key-2', label: 'Books' }));
    const key = { ...STAGING, keyId: 'key-1' };
    expect(vault.waiting()).toEqual([
      { handle: first, key, label: 'Accounting', activatesAt: '2026-03-04T12:05:00.000Z' },
      { handle: second, key: { ...key, keyId: 'key-2' }, label: 'Books' },
    ]);
    vault.release(first);
    expect(vault.waiting()).toHaveLength(1);
  });

  it('holds of what arrives while it is closed only what would be lost', () => {
    vault.close();
    const again = vault.hold(held());
    const once = vault.hold(held({ retrievable: false }));
    expect(vault.waiting().map(({ handle }) => handle)).toEqual([once]);
    expect(() => vault.get(again)).toThrowError(gone);
    expect(sensitive).toHaveLength(2);
    vault.open();
    expect(vault.get(vault.hold(held())).secret).toBe('f3b1c2d4-0000');
    expect(vault.get(once).secret).toBe('f3b1c2d4-0000');
  });

  it('says of a secret that arrives during a lock that it may not go on', () => {
    vault.mustBeOpen();
    vault.close();
    expect(() => vault.mustBeOpen()).toThrowError(expect.objectContaining({ code: 'locked' }) as Error);
    vault.open();
    vault.mustBeOpen();
  });

  it('lets ten secrets a minute cross, and says when the next one may', async () => {
    for (let count = 0; count < 10; count += 1) {
      vault.countReveal();
      await clock.pass(1_000);
    }
    expect(() => vault.countReveal()).toThrowError(
      expect.objectContaining({ code: 'rate-limited', facts: { retryAfterMs: 50_000 } }),
    );
    await clock.pass(49_999);
    expect(() => vault.countReveal()).toThrow();
    await clock.pass(1);
    vault.countReveal();
    expect(() => vault.countReveal()).toThrowError(
      expect.objectContaining({ facts: { retryAfterMs: 1_000 } }),
    );
  });

  it('is not talked into more by a wall clock that jumps', () => {
    for (let count = 0; count < 10; count += 1) vault.countReveal();
    clock.turnTo(clock.now() + 3_600_000);
    expect(() => vault.countReveal()).toThrow();
  });

  it('does not forget the count when it is closed', () => {
    for (let count = 0; count < 10; count += 1) vault.countReveal();
    vault.close();
    expect(() => vault.countReveal()).toThrow();
  });
});
