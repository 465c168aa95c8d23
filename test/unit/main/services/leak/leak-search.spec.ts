import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { SearchReport } from '@core/domain/leak/search';
import { nodeCrypto } from '@main/node-crypto';
import { MOST_READ } from '@main/services/leak/secret-reading';
import { ACME, keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { leakRig, type LeakRig } from './leak-rig';

const SECRET = 'secret-of-key-1';
const HEX = nodeCrypto.sha256(SECRET);
const BASE64 = Buffer.from(HEX, 'hex').toString('base64');
/** No key of the fake console ends as its hint says unless told. */
const key = (id: string, more: object = {}) =>
  aVendorKey({ id, name: `Name of ${id}`, hint: id.slice(-4), ...more });
const offline = new AppError('offline', 'The console cannot be reached.');

let rig: LeakRig;

describe('a search where keys are shown any time', () => {
  beforeEach(async () => {
    rig = await leakRig();
    rig.desk.console.add(key('key-1'));
    rig.desk.console.add(key('key-2'));
  });

  it.each([
    ['the key', SECRET, 'this key'],
    ['a header', `api-key: ${SECRET}`, 'this key'],
    ['its hash in hex', HEX.toUpperCase(), 'SHA-256'],
    ['its hash in base64', `sha256:${BASE64}`, 'SHA-256'],
  ])('finds it exactly by %s, and holds its secret for trials', async (_case, text, why) => {
    const row = await rig.row(text);
    expect(row).toMatchObject({
      verdict: 'exact',
      keys: [{ verdict: 'exact', listed: true, provable: true }],
    });
    expect(row.keys[0]?.key).toMatchObject({ id: 'key-1', ...STAGING });
    expect(row.keys[0]?.why).toContain(why);
  });

  it.each([
    ['the beginning', 'secret-of-k…', 'begins'],
    ['the end', '…of-key-1', 'ends'],
    ['a short end', '***ey-1', 'ends'],
    ['its id', ' key-1\n', 'id'],
    ['its name', 'Name of key-1', 'name'],
  ])('finds it probably by %s', async (_case, text, why) => {
    const { verdict, keys } = await rig.row(text);
    const found = keys.find((each) => each.key.id === 'key-1');
    expect([verdict, found?.verdict]).toEqual(['probable', 'probable']);
    expect(found?.why).toContain(why);
  });

  it('finds nothing where everything was compared', async () => {
    expect(await rig.row('api-key: something-else-1')).toEqual(
      expect.objectContaining({ verdict: 'none', keys: [], compared: 2, total: 2 }),
    );
  });

  it('reads only keys that end as what is looked for', async () => {
    await rig.row(`api-key: ${SECRET}`);
    expect(rig.desk.console.count('reveal')).toBe(1);
    await rig.row(HEX);
    expect(rig.desk.console.count('reveal')).toBe(3);
  });

  it('takes no word of what is looked for, and counts as no reveal', async () => {
    const report = await rig.find(`api-key: ${SECRET}`);
    for (const text of [JSON.stringify(report), JSON.stringify(rig.told)]) expect(text).not.toContain(SECRET);
    expect(() => SearchReport.parse(report)).not.toThrow();
    for (let shown = 0; shown < 10; shown += 1) rig.vault.countReveal();
    expect(rig.desk.log.secrets).toContain(SECRET);
    expect(JSON.stringify(rig.desk.log.lines)).not.toContain(SECRET);
  });

  it('says what could not be compared where there are too many keys', async () => {
    for (let at = 3; at < MOST_READ + 10; at += 1) rig.desk.console.add(key(`many-${at}`));
    const { verdict, why, compared, total } = await rig.row('ab'.repeat(32));
    expect({ verdict, compared, total }).toEqual({
      verdict: 'partly',
      compared: MOST_READ,
      total: MOST_READ + 9,
    });
    expect(why).toContain(`${MOST_READ} keys`);
  });

  it('reads no more secrets in a minute than it may', async () => {
    for (let at = 3; at <= 500; at += 1) rig.desk.console.add(key(`many-${at}`));
    for (let search = 0; search < 4; search += 1) await rig.row('begins-so…');
    expect(await rig.row('begins-so…')).toMatchObject({
      verdict: 'not-searchable',
      why: expect.stringContaining('in this minute') as string,
    });
    await rig.desk.clock.pass(60_000);
    expect((await rig.row('begins-so…')).verdict).toBe('none');
  });

  it('says so where the operator may see no key', async () => {
    rig.desk.console.block('reveal', new AppError('forbidden', 'You may not see keys.'));
    expect(await rig.row(HEX)).toMatchObject({ verdict: 'not-searchable', why: 'You may not see keys.' });
  });

  it('does not mind a key that goes meanwhile', async () => {
    rig.desk.console.fail('reveal', { when: 'before', error: new AppError('not-found', 'Gone.') });
    expect((await rig.row(HEX)).verdict).toMatch(/partly|exact/);
  });

  it('fails alone where one console cannot be asked', async () => {
    rig.desk.stores.consoles.value = [ACME, { ...ACME, id: 'other', label: 'Other' }];
    rig.desk.console.fail('environments', { when: 'before', error: offline });
    await rig.desk.keychain.write('console/other', (await kept()) ?? '');
    const { rows, state } = await rig.find(SECRET);
    expect(state).toBe('finished');
    expect(rows.map(({ verdict }) => verdict).sort()).toEqual(['exact', 'failed']);
    expect(rows.find(({ verdict }) => verdict === 'failed')?.why).toBe(offline.message);
  });

  it('leaves nothing where it is cancelled but what was found', async () => {
    const { searchId } = rig.leak.submit(SECRET);
    rig.desk.console.gate = (call) => {
      if (call === 'keys') rig.leak.cancel(searchId);
      return null;
    };
    const { state, rows } = await rig.leak.search(searchId);
    expect(state).toBe('cancelled');
    expect(rows.map(({ verdict }) => verdict)).toEqual(['cancelled']);
  });

  const kept = async () => {
    const item = await rig.desk.keychain.read('console/acme');
    return item.state === 'ok' ? item.value : null;
  };
});

describe('what was pasted', () => {
  beforeEach(async () => {
    rig = await leakRig();
    rig.desk.console.add(key('key-1'));
  });

  it('is read from the clipboard without showing it', async () => {
    rig.desk.clipboard.content = `Authorization: Bearer ${SECRET}`;
    expect(await rig.leak.readClipboard()).toMatchObject({
      state: 'ready',
      candidates: expect.arrayContaining([{ kind: 'header', name: 'Authorization' }]) as unknown,
      rows: [],
    });
    rig.desk.clipboard.content = ' \n';
    await expect(rig.leak.readClipboard()).rejects.toMatchObject({ code: 'invalid-input' });
    expect(() => rig.leak.submit('no')).toThrow(/nothing in this text/);
  });

  it.each([
    ['a discard', () => rig.leak.discard(id)],
    ['a lock', () => rig.leak.forget()],
    ['half an hour', () => rig.desk.clock.pass(30 * 60_000)],
  ])('is forgotten after %s', async (_case, forget) => {
    id = rig.leak.submit(SECRET).searchId;
    await rig.leak.search(id);
    expect(rig.leak.findings(id).secretOf(keyAt('key-1'))).toEqual({ secret: SECRET, pasted: true });
    expect(rig.leak.isIn(`it was ${SECRET}.`)).toBe(true);
    await Promise.resolve(forget());
    expect(rig.leak.isIn(`it was ${SECRET}.`)).toBe(false);
    expect(() => rig.leak.findings(id)).toThrow(/no longer holds/);
    rig.leak.cancel(id);
  });

  it('is found nowhere once it was discarded while it was looked for', async () => {
    const { searchId } = rig.leak.submit(SECRET);
    const searching = rig.leak.search(searchId);
    rig.leak.discard(searchId);
    expect((await searching).rows).toEqual([]);
    expect(rig.told.filter(({ keys }) => keys.length > 0)).toEqual([]);
  });

  let id = '';
});
