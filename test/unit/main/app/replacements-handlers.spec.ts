import { beforeEach, describe, expect, it } from 'vitest';
import type { Replacement } from '@core/domain/replacement';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { allWereCalled, CalledApp, draft, id } from './called-app';

const SILENT_DAY = { kind: 'silence', days: 1 } as const;
const request = { operationId: id(1), old: keyAt('key-1'), draft, wait: SILENT_DAY };

describe('every call about replacements', () => {
  const app = new CalledApp();
  const listed = (): Promise<Replacement[]> => app.call<Replacement[]>('replacements.list');

  beforeEach(() => app.open());

  it('from the new key to the end of the old one', async () => {
    expect(await app.call('replacements.issue', request)).toMatchObject({
      state: 'confirmed',
      key: { id: 'new-1' },
    });
    expect(await listed()).toMatchObject([
      { id: id(1), ...STAGING, old: { keyId: 'key-1' }, new: { keyId: 'new-1' }, wait: SILENT_DAY },
    ]);
    const at = toInstant(app.at.desk.clock.now() + 3 * DAY_MS);
    const wait = { kind: 'date', at } as const;
    expect(await app.call('replacements.wait', { id: id(1), wait })).toMatchObject({ wait });
    expect(await app.call('replacements.look', { id: id(1) })).toMatchObject({ seen: {} });
    await app.call('keys.stop', { operationId: id(2), key: keyAt('key-1') });
    await app.call('keys.load', { environment: STAGING });
    await app.at.settled(() => app.at.count('replacementsChanged') > 4);
    expect(await listed()).toMatchObject([{ end: { why: 'gone' } }]);
    expect(await app.call('replacements.forget', { id: id(1) })).toEqual({ done: true });
    expect(await listed()).toEqual([]);
  });

  it('also that both keys stay after all, or that it begins anew', async () => {
    await app.call('replacements.issue', request);
    app.at.desk.console.add(aVendorKey());
    const again = { ...request, operationId: id(2) };
    await expect(app.call('replacements.issue', again)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await app.call('replacements.callOff', { id: id(1) })).toEqual({ done: true });
    expect(await listed()).toEqual([]);
    expect(app.at.desk.console.keys.map((key) => key.id).sort()).toEqual(['key-1', 'new-1']);
  });

  it('is still known after a restart', async () => {
    await app.call('replacements.issue', request);
    const again = app.at.start().handlers;
    expect(await again.replacements.list({})).toMatchObject([{ new: { keyId: 'new-1' } }]);
  });

  allWereCalled(app, ['replacements']);
});
