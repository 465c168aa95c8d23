import { beforeEach, describe, expect, it } from 'vitest';
import type { ExportOutcome } from '@core/contract/inventories';
import { AppError } from '@core/domain/app-error';
import { InventoryHead, InventoryKey, type Inventory } from '@core/domain/inventory';
import { csvRows } from '@core/text/csv';
import { inventoryFromCsv } from '@core/text/inventory-csv';
import { keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { allWereCalled, CalledApp } from './called-app';

const down = new AppError('offline', 'The console cannot be reached.');
const GONE = { ...STAGING, environmentId: 'env-gone' };

describe('every call about exports', () => {
  const app = new CalledApp();

  beforeEach(() => app.open());

  const exported = (more: object = {}): Promise<ExportOutcome | null> =>
    app.call('exports.inventory', { environments: [STAGING], format: 'json', fingerprints: false, ...more });
  const text = (): string => app.at.desk.files.saved.get('/home/ada/key.txt')?.text ?? '';
  const written = (): Inventory & { signature?: unknown } => JSON.parse(text()) as Inventory;

  it('writes a signed inventory of what the console lists, without a secret', async () => {
    app.at.desk.console.add(
      aVendorKey({ id: 'key-2', name: 'x'.repeat(5_000), description: '', revision: 'r', readable: true }),
    );
    app.at.desk.console.add(aVendorKey({ id: 'key-2', name: 'Told of twice' }));
    expect(await exported()).toEqual({
      path: '/home/ada/key.txt',
      keys: 2,
      places: 1,
      signed: true,
      left: [],
    });
    const { signature, keys, ...head } = written();
    expect(InventoryHead.parse(head)).toMatchObject({
      keydesk: '0.1.0',
      exportedBy: 'ada',
      fingerprints: false,
      count: 2,
      places: [
        {
          console: {
            id: 'acme',
            label: 'Acme Qodly',
            vendor: 'qodly',
            origin: 'https://console.acme.example',
          },
          environment: { id: 'env-staging', name: 'staging' },
        },
      ],
    });
    for (const key of keys) expect(InventoryKey.parse(key)).toEqual(key);
    expect(signature).toMatchObject({ fingerprint: (await app.call('signing.own'))['fingerprint'] });
    expect(app.at.desk.dialogs.suggested).toEqual(['keydesk-inventory-2026-03-04.keydesk']);
    expect(text()).not.toMatch(/secret-of|"revision"|"readable"|"description":""/);
    expect(app.at.emitted.filter(({ event }) => event === 'exportProgress')).toEqual([
      { event: 'exportProgress', payload: { done: 1, of: 1 } },
    ]);
  });

  it('says the same in CSV and in JSON, and the same again but for the time and the signature', async () => {
    await exported();
    const { signature, ...first } = written();
    await exported({ format: 'csv' });
    expect(app.at.desk.dialogs.suggested.at(-1)).toMatch(/\.csv$/);
    const csv = inventoryFromCsv(csvRows(text()));
    expect(signature).toBeDefined();
    const timeless = ({ exportedAt, places, ...rest }: Inventory) => ({
      ...rest,
      places: places.map((place) => ({ ...place, asOf: typeof exportedAt })),
    });
    expect(timeless(csv)).toEqual(timeless(first));
  });

  it('has a fingerprint of a key whose secret was seen here, only where that was asked for', async () => {
    await app.call('keys.show', { key: keyAt('key-1') });
    await exported();
    expect(text()).not.toMatch(/"fingerprint":"[0-9a-f]{64}","?\}|fingerprintKey/);
    await exported({ fingerprints: true });
    expect(written()).toMatchObject({
      fingerprints: true,
      fingerprintKey: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    });
    expect(written().keys[0]).toHaveProperty('fingerprint');
    app.at.desk.keychain.state = 'locked';
    await app.restart();
    await expect(exported({ fingerprints: true })).rejects.toMatchObject({ code: 'keychain-locked' });
  });

  it('marks as stale what was only known from before, and names what is not known at all', async () => {
    await exported();
    app.at.desk.console.block('keys', down);
    expect(await exported({ environments: [STAGING, GONE, STAGING] })).toMatchObject({
      keys: 1,
      places: 1,
      left: [{ name: 'env-gone', why: 'The console no longer lists this environment.' }],
    });
    expect(written().places).toMatchObject([{ stale: true }]);
    await expect(exported({ environments: [GONE] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('writes nothing after the operator cancelled, in the dialog or before it', async () => {
    app.at.desk.dialogs.saveAs = null;
    expect(await exported()).toBeNull();
    app.at.desk.console.gate = (call) =>
      call === 'keys' ? app.call('exports.cancel').then(() => undefined) : null;
    await expect(exported()).rejects.toMatchObject({ code: 'cancelled' });
    expect(app.at.desk.files.saved.size).toBe(0);
    expect(app.at.desk.dialogs.suggested).toHaveLength(1);
  });

  it('ends with a lock', async () => {
    app.at.desk.console.gate = (call) =>
      call === 'keys' ? app.call('app.lock').then(() => undefined) : null;
    await expect(exported()).rejects.toMatchObject({ code: 'cancelled' });
    expect(app.at.desk.dialogs.suggested).toEqual([]);
  });

  allWereCalled(app, ['exports']);
});
