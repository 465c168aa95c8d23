import { expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { keyFilters, usefulFilters } from '@renderer/key-table/key-filters';
import { aKey, daysFromNow, NOW } from '@test/support/builders';
import { aPlace } from '@test/unit/renderer/keys/places';

const matching = (over: Partial<ApiKey>): string[] => {
  const row = { id: '1', key: aKey({ allowedHosts: ['203.0.113.7'], ...over }), place: aPlace() };
  return keyFilters(NOW)
    .filter((filter) => filter.matches(row))
    .map(({ label }) => label);
};

it.each<[string, Partial<ApiKey>]>([
  ['Expiring', { expiresAt: daysFromNow(30) }],
  ['Expired', { expiresAt: daysFromNow(-1) }],
  ['Disabled', { active: false }],
  ['Any host', { allowedHosts: 'any' }],
  ['Administration', { type: 'administration' }],
  ['Never used', { lastUsedAt: 'never' }],
  ['Recently stopped', { revokedAt: daysFromNow(-6) }],
])('%s', (label, over) => {
  expect(matching({})).toEqual([]);
  expect(matching(over)).toEqual([label]);
});

it('forgets what was stopped long ago', () => {
  expect(matching({ revokedAt: daysFromNow(-8) })).toEqual([]);
});

it('offers a filter that would take some keys away and leave some, or that is on', () => {
  const filters = [
    { id: 'none', count: 0 },
    { id: 'some', count: 2 },
    { id: 'all', count: 5 },
    { id: 'on', count: 0 },
  ];
  expect(usefulFilters(filters, 5, new Set(['on'])).map(({ id }) => id)).toEqual(['some', 'on']);
});
