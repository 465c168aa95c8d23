import { keyStatus, type KeyStatus } from '@core/domain/key-status';
import { DAY_MS } from '@core/domain/instant';
import type { RowFilter } from '@renderer/table/column';
import type { KeyRow } from './key-row';

/** A key that was stopped within this many days counts as recently stopped, where the vendor still lists it. */
const RECENT_DAYS = 7;

/**
 * The questions that the filter chips ask.
 * @param now epoch milliseconds
 */
export function keyFilters(now: number): RowFilter<KeyRow>[] {
  const status = (id: KeyStatus, label: string): RowFilter<KeyRow> => ({
    id,
    label,
    group: 'status',
    matches: ({ key }) => keyStatus(key, now) === id,
  });
  return [
    status('expiring', 'Expiring'),
    status('expired', 'Expired'),
    status('disabled', 'Disabled'),
    { id: 'any-host', label: 'Any host', group: 'hosts', matches: ({ key }) => key.allowedHosts === 'any' },
    {
      id: 'administration',
      label: 'Administration',
      group: 'type',
      matches: ({ key }) => key.type === 'administration',
    },
    { id: 'never-used', label: 'Never used', group: 'use', matches: ({ key }) => key.lastUsedAt === 'never' },
    {
      id: 'recently-stopped',
      label: 'Recently stopped',
      group: 'stopped',
      matches: ({ key: { revokedAt } }) =>
        revokedAt !== undefined && now - Date.parse(revokedAt) <= RECENT_DAYS * DAY_MS,
    },
  ];
}

/** The chips worth showing: those that would leave some rows and take some away, and those that are on. */
export function usefulFilters<F extends { readonly id: string; readonly count: number }>(
  filters: readonly F[],
  rows: number,
  on: ReadonlySet<string>,
): F[] {
  return filters.filter(({ id, count }) => on.has(id) || (count > 0 && count < rows));
}
