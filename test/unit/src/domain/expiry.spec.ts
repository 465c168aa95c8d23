import { describe, expect, it } from 'vitest';
import { beginBy, expirySpan, groupByExpiry, isRenewable, spanCounts } from '@core/domain/expiry';
import { DAY_MS } from '@core/domain/instant';
import type { JudgedPlace } from '@core/domain/policy';
import { traitsOf, vendorInfo, type VendorId } from '@core/domain/vendor';
import { aKey, daysFromNow, NOW } from '@test/support/builders';

const placeOf = (vendor: VendorId, variant: string, canEdit?: boolean): JudgedPlace => ({
  vendor: vendorInfo(vendor),
  traits: traitsOf(vendorInfo(vendor), variant),
  environment: { production: false, maxValidityDays: null, ...(canEdit !== undefined && { canEdit }) },
});

describe('expirySpan', () => {
  it.each([
    ['the moment of its end', daysFromNow(0), 'overdue'],
    ['a week', daysFromNow(7), '7-days'],
    ['a little more', daysFromNow(7.01), '30-days'],
    ['thirty days', daysFromNow(30), '30-days'],
    ['a quarter', daysFromNow(90), '90-days'],
    ['more', daysFromNow(91), 'later'],
    ['no end', 'never', 'never'],
    ['an end nobody tells', 'unknown', 'unknown'],
  ])('%s', (_what, expiresAt, span) => {
    expect(expirySpan(aKey({ expiresAt }), NOW)).toBe(span);
  });

  it('leaves out what is revoked, and keys of vendors without ends', () => {
    const { expiresAt: _none, ...endless } = aKey();
    expect(expirySpan(endless, NOW)).toBeNull();
    expect(expirySpan(aKey({ revokedAt: daysFromNow(-1) }), NOW)).toBeNull();
    expect(spanCounts([endless, aKey({ expiresAt: daysFromNow(1) })], NOW)).toMatchObject({
      '7-days': 1,
      never: 0,
    });
  });
});

describe('groupByExpiry', () => {
  const rowsOf = (...ends: string[]) => ends.map((expiresAt) => ({ key: aKey({ expiresAt }) }));
  const rows = rowsOf(
    '2026-03-08T23:59:59.000Z',
    '2026-04-01T00:00:00.000Z',
    '2026-03-02T00:00:00.000Z',
    '2026-03-02T08:00:00.000Z',
    'never',
  );
  const said = (unit: 'day' | 'week' | 'month') =>
    groupByExpiry(rows, unit).map(({ from, rows: { length } }) => `${from} ${length}`);

  it('by day, week and month in UTC, the earliest first', () => {
    expect(said('day')).toEqual(['2026-03-02 2', '2026-03-08 1', '2026-04-01 1']);
    expect(said('week')).toEqual(['2026-03-02 3', '2026-03-30 1']);
    expect(said('month')).toEqual(['2026-03-01 3', '2026-04-01 1']);
  });

  it('leaves out revoked keys', () => {
    expect(groupByExpiry([{ key: aKey({ revokedAt: daysFromNow(-1) }) }], 'day')).toEqual([]);
  });
});

it('knows whose end can be moved, and when to begin where it cannot', () => {
  const qodly = placeOf('qodly', 'generation-3');
  const qwilt = placeOf('qwilt', 'token');
  expect(
    [qodly, placeOf('qodly', 'generation-3', false), placeOf('qodly', 'generation-1'), qwilt].map(
      isRenewable,
    ),
  ).toEqual([true, false, false, false]);
  const key = aKey({ expiresAt: daysFromNow(20) });
  expect(beginBy(key, qodly, 14)).toBe(NOW + 6 * DAY_MS);
  expect(beginBy(key, qwilt, 14)).toBe(NOW + 6 * DAY_MS - 300_000);
});
