import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { VendorEnvironment } from '@main/adapters/adapter';
import { nodeCrypto } from '@main/node-crypto';
import { ACME, keyAt } from '@test/support/key-desk';
import { aPlace, aVendorKey } from '@test/support/vendor-records';
import { leakRig, type LeakRig } from './leak-rig';

const SECRET = 'secret-of-key-1';
const HEX = nodeCrypto.sha256(SECRET);
const offline = new AppError('offline', 'The console cannot be reached.');
const withoutEndpoint = ({ endpoint: _none, ...place }: VendorEnvironment): VendorEnvironment => place;

let rig: LeakRig;

describe('a search where keys are never shown again', () => {
  beforeEach(async () => {
    rig = await leakRig('cloudmc');
    rig.desk.console.add(aVendorKey({ id: 'key-1', name: 'ci' }));
  });

  it('says that it cannot compare', async () => {
    const { verdict, why } = await rig.row(SECRET);
    expect(verdict).toBe('not-searchable');
    expect(why).toContain('never shows a key again');
    expect(rig.desk.console.count('reveal')).toBe(0);
  });

  it.each([
    ['the key', SECRET, true],
    ['its hash', HEX, false],
  ])('finds by %s what Keydesk left a fingerprint of', async (_case, text, provable) => {
    await rig.fingerprints.remember(SECRET, keyAt('key-1'));
    const { verdict, keys } = await rig.row(text);
    expect([verdict, keys.length, keys[0]?.provable]).toEqual(['exact', 1, provable]);
    expect(keys[0]?.why).toContain('fingerprint');
  });

  it('has compared what it knows fingerprints of', async () => {
    await rig.fingerprints.remember(SECRET, keyAt('key-1'));
    expect((await rig.row('api-key: another-1')).verdict).toBe('none');
    rig.desk.console.add(aVendorKey({ id: 'key-2' }));
    expect(await rig.row('api-key: another-1')).toMatchObject({ verdict: 'partly', compared: 1, total: 2 });
  });

  it('knows a key that the console no longer lists', async () => {
    await rig.fingerprints.remember(SECRET, keyAt('gone'));
    expect(await rig.row(SECRET)).toMatchObject({ keys: [{ key: { id: 'gone' }, listed: false }] });
  });

  it('remembers although the console cannot be asked', async () => {
    await rig.fingerprints.remember(SECRET, keyAt('key-1'));
    rig.desk.console.block('environments', offline);
    const { rows } = await rig.find(SECRET);
    expect(rows.map(({ verdict, why }) => [verdict, why])).toEqual([
      ['exact', offline.message],
      ['failed', offline.message],
    ]);
  });

  it.each(['locked', 'unavailable', 'unresponsive'] as const)(
    'never says none while the keychain is %s',
    async (state) => {
      await rig.environments.list(ACME.id);
      rig.desk.keychain.state = state;
      const { verdict, why } = await rig.row('api-key: another-1');
      expect(verdict).toBe('not-searchable');
      expect(why).toContain('keychain cannot be read');
    },
  );
});

describe('a search of a configuration', () => {
  beforeEach(async () => {
    rig = await leakRig('mia');
    rig.desk.console.add(aVendorKey({ id: 'mobile', name: 'mobile' }));
  });

  it('reads it once, and leaves fingerprints', async () => {
    for (const id of ['web', 'cron']) rig.desk.console.add(aVendorKey({ id, name: id }));
    const { verdict, keys } = await rig.row('client-key: secret-of-web');
    expect([verdict, keys[0]?.key.id]).toEqual(['exact', 'web']);
    expect([rig.desk.console.count('secrets'), rig.desk.console.count('reveal')]).toEqual([1, 0]);
    expect(await rig.fingerprints.lookup(nodeCrypto.sha256('secret-of-cron'))).toMatchObject([
      { key: keyAt('cron') },
    ]);
  });

  it('believes what it reads more than what it remembers', async () => {
    await rig.fingerprints.remember('former-secret-1', keyAt('mobile'));
    expect(await rig.row('secret: former-secret-1')).toMatchObject({ verdict: 'none', keys: [] });
  });

  it('cannot try a key without an address', async () => {
    rig.desk.console.places = [withoutEndpoint(aPlace({ variant: 'configuration' }))];
    expect(await rig.row('client-key: secret-of-mobile')).toMatchObject({ keys: [{ provable: false }] });
  });

  it('says none only where the keychain was asked too', async () => {
    await rig.environments.list(ACME.id);
    rig.desk.keychain.state = 'locked';
    expect(await rig.row('client-key: other-secret-1')).toMatchObject({
      verdict: 'partly',
      why: expect.stringContaining('keychain') as string,
    });
  });
});
