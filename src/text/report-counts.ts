import { DAY_MS } from '@core/domain/instant';
import type { InventoryKey } from '@core/domain/inventory';
import { KEY_STATUSES, keyStatus } from '@core/domain/key-status';

/** How many keys are of one kind. */
export interface Count {
  readonly label: string;
  readonly count: number;
}

/** More roles than these are counted together. */
const MOST_ROLES = 10;
const MONTHS = 12;

const NO_ROLE = 'No role recorded';

/** @param now epoch milliseconds */
export function byStatus(keys: readonly InventoryKey[], now: number): Count[] {
  const counts = tally(keys, (key) => keyStatus(key, now));
  return KEY_STATUSES.map((status) => ({
    label: `${status.charAt(0).toUpperCase()}${status.slice(1)}`,
    count: counts.get(status) ?? 0,
  }));
}

const AGES: readonly (readonly [label: string, below: number])[] = [
  ['Under 30 days', 30],
  ['30 to 89 days', 90],
  ['90 to 179 days', 180],
  ['180 days to a year', 365],
  ['1 to 2 years', 730],
  ['Over 2 years', Infinity],
];
const NO_AGE = 'Not recorded';

/** How long ago keys were created. @param now epoch milliseconds */
export function byAge(keys: readonly InventoryKey[], now: number): Count[] {
  const counts = tally(keys, ({ createdAt = '' }) => {
    const days = (now - Date.parse(createdAt)) / DAY_MS;
    return AGES.find(([, below]) => days < below)?.[0] ?? NO_AGE;
  });
  return [...AGES.map(([label]) => label), NO_AGE].map((label) => ({
    label,
    count: counts.get(label) ?? 0,
  }));
}

/** The roles that most keys have. */
export function byRole(keys: readonly InventoryKey[]): Count[] {
  const counts = tally(keys, ({ role }) => (role === null || role === '' ? NO_ROLE : role));
  const ordered = [...counts].map(([label, count]) => ({ label, count }));
  ordered.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const others = ordered.slice(MOST_ROLES);
  if (others.length === 0) return ordered;
  const count = others.reduce((sum, each) => sum + each.count, 0);
  return [...ordered.slice(0, MOST_ROLES), { label: `${others.length} other roles`, count }];
}

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** When keys end, month by month in UTC for a year from now. Revoked keys are left out. @param now epoch milliseconds */
export function byExpiry(keys: readonly InventoryKey[], now: number): Count[] {
  const from = new Date(now);
  const months = Array.from({ length: MONTHS }, (_, ahead) => {
    const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + ahead, 1));
    return `${MONTH_NAMES[month.getUTCMonth()]} ${month.getUTCFullYear()}`;
  });
  const living = keys.filter(({ revokedAt }) => revokedAt === undefined);
  const counts = tally(living, ({ expiresAt }) => {
    if (expiresAt === 'never') return 'Never';
    const ends = new Date(expiresAt ?? '');
    if (Number.isNaN(ends.getTime())) return 'Not known';
    if (ends.getTime() <= now) return 'Expired';
    const ahead =
      (ends.getUTCFullYear() - from.getUTCFullYear()) * 12 + ends.getUTCMonth() - from.getUTCMonth();
    return months[ahead] ?? 'Later';
  });
  return ['Expired', ...months, 'Later', 'Never', 'Not known'].map((label) => ({
    label,
    count: counts.get(label) ?? 0,
  }));
}

function tally<T>(all: readonly T[], labelOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) {
    const label = labelOf(one);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}
