import { PRACTICE_ORIGIN } from '@core/domain/inventory';
import {
  beginBy,
  expirySpan,
  groupByExpiry,
  isRenewable,
  type ExpiringKey,
  type ExpiryGroup,
  type ExpiryUnit,
} from '@core/domain/expiry';
import type { KeyRow } from '@renderer/key-table/key-row';
import type { Place } from '@renderer/shared/place';

/** As many as a calendar file takes. */
export const MOST_IN_A_FILE = 20_000;

/** What a calendar shows of some keys. */
export interface ExpiryView {
  /** Those that have ended and are still listed, the earliest first. */
  readonly overdue: readonly KeyRow[];
  /** Those that end later, by day, week or month. */
  readonly groups: readonly ExpiryGroup<KeyRow>[];
}

/** @param now epoch milliseconds */
export function expiryView(rows: readonly KeyRow[], unit: ExpiryUnit, now: number): ExpiryView {
  const over: KeyRow[] = [];
  const ahead: KeyRow[] = [];
  for (const row of rows) (expirySpan(row.key, now) === 'overdue' ? over : ahead).push(row);
  return {
    overdue: groupByExpiry(over, 'month').flatMap(({ rows: ended }) => ended),
    groups: groupByExpiry(ahead, unit),
  };
}

/** The keys of a calendar file: those that have not ended, the earliest first. */
export function calendarKeys({ groups }: ExpiryView): ExpiringKey[] {
  const rows = groups.flatMap((group) => group.rows).slice(0, MOST_IN_A_FILE);
  return rows.map(({ key, place }) => ({
    identity: identityOf(place, key.id),
    name: key.name,
    place: `${place.environment.name} · ${place.console.label}`,
    expiresAt: key.expiresAt ?? '',
    renewable: isRenewable(place),
  }));
}

/** The same on every computer: there, a console has another id. */
const identityOf = ({ vendor, console, environment }: Place, keyId: string): string =>
  JSON.stringify([vendor.id, originOf(console), environment.environmentId, keyId]);

function originOf({ id, baseUrl, practice }: Place['console']): string {
  if (practice) return PRACTICE_ORIGIN;
  if (baseUrl === '') return id;
  return URL.canParse(baseUrl) ? new URL(baseUrl).origin : baseUrl;
}

/**
 * What there is to do about a key that ends, in a sentence.
 * @param leadDays how long before its end somebody begins
 * @param now epoch milliseconds
 */
export function advice({ key, place }: KeyRow, leadDays: number, now: number): string {
  const begin = beginBy(key, place, leadDays);
  const by = begin <= now ? 'now' : `by ${dayText(new Date(begin).toISOString())}`;
  return isRenewable(place) ? `Renew it ${by}.` : `It cannot be renewed: make its successor ${by}.`;
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day in UTC, as calendar files have it: "4 Mar 2026". */
export const dayText = (instant: string): string => day.format(Date.parse(instant));

/** What a group is called: "March 2026", "Week of 2 Mar 2026", "4 Mar 2026". */
export function groupText(from: string, unit: ExpiryUnit): string {
  if (unit === 'month') return month.format(Date.parse(from));
  return unit === 'week' ? `Week of ${dayText(from)}` : dayText(from);
}
