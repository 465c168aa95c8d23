import * as z from 'zod';
import type { ApiKey } from '@core/domain/api-key';
import { DAY_MS, Instant } from '@core/domain/instant';
import type { JudgedPlace } from '@core/domain/policy';
import { isInstant } from '@core/domain/validity';

/** Days before its end at which a key is told of, unless the operator says otherwise. */
export const DEFAULT_LEAD_DAYS = 14;

/** A key in a calendar: its name, where it lives, and its last moment. */
export const ExpiringKey = z.strictObject({
  /** The same text for the same key in every file, so that a calendar replaces what it has. */
  identity: z.string().min(1).max(4_000),
  name: z.string().max(4_096),
  place: z.string().max(8_400),
  expiresAt: Instant,
  /** Whether its end can be moved; otherwise it needs a successor. */
  renewable: z.boolean(),
});
export type ExpiringKey = z.infer<typeof ExpiringKey>;

/** When a key ends, seen from today; `never` and `unknown` have no day. */
export const EXPIRY_SPANS = ['overdue', '7-days', '30-days', '90-days', 'later', 'never', 'unknown'] as const;
export type ExpirySpan = (typeof EXPIRY_SPANS)[number];

type Ending = Pick<ApiKey, 'expiresAt' | 'revokedAt'>;

/** The moment a key ends, in epoch milliseconds; NaN where it has none, or nobody tells. */
export const endOf = ({ expiresAt = '' }: Pick<ApiKey, 'expiresAt'>): number => Date.parse(expiresAt);

/**
 * Where a key belongs in a calendar; null for a revoked one, which does not expire any more, and for a vendor whose keys
 * have no end.
 * @param now epoch milliseconds
 */
export function expirySpan(key: Ending, now: number): ExpirySpan | null {
  if (key.revokedAt !== undefined || key.expiresAt === undefined) return null;
  if (key.expiresAt === 'never') return 'never';
  const left = (endOf(key) - now) / DAY_MS;
  if (Number.isNaN(left)) return 'unknown';
  if (left <= 0) return 'overdue';
  if (left <= 7) return '7-days';
  if (left <= 30) return '30-days';
  return left <= 90 ? '90-days' : 'later';
}

/** How many keys end in which span. */
export function spanCounts(keys: Iterable<Ending>, now: number): Record<ExpirySpan, number> {
  const counts = Object.fromEntries(EXPIRY_SPANS.map((span) => [span, 0])) as Record<ExpirySpan, number>;
  for (const key of keys) {
    const span = expirySpan(key, now);
    if (span !== null) counts[span] += 1;
  }
  return counts;
}

/** How a calendar is divided. A week is that of its Monday. */
export type ExpiryUnit = 'day' | 'week' | 'month';

/** Some rows that end in the same day, week or month, in the order of their ends. */
export interface ExpiryGroup<R> {
  /** The first day of it in UTC, as `2026-03-04`. */
  readonly from: string;
  readonly rows: readonly R[];
}

/** The rows whose keys have an end, by day, week or month in UTC, the earliest first. Revoked keys are left out. */
export function groupByExpiry<R extends { readonly key: Ending }>(
  rows: Iterable<R>,
  unit: ExpiryUnit,
): ExpiryGroup<R>[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const { expiresAt, revokedAt } = row.key;
    if (expiresAt === undefined || !isInstant(expiresAt) || revokedAt !== undefined) continue;
    const from = FIRST_DAY[unit](expiresAt);
    const group = groups.get(from);
    if (group === undefined) groups.set(from, [row]);
    else group.push(row);
  }
  // Instants in UTC are in the order of their texts, which are quicker to compare than to read.
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, group]) => ({ from, rows: group.sort(byEnd) }));
}

const byEnd = (a: { readonly key: Ending }, b: { readonly key: Ending }): number => {
  const [first = '', second = ''] = [a.key.expiresAt, b.key.expiresAt];
  return first === second ? 0 : first < second ? -1 : 1;
};

/** A day in UTC, as `2026-03-04`. */
export const dayOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

const FIRST_DAY: Readonly<Record<ExpiryUnit, (end: string) => string>> = {
  day: (end) => end.slice(0, 10),
  week: (end) => mondayOf(Date.parse(end)),
  month: (end) => `${end.slice(0, 7)}-01`,
};

/** The first of January 1970 was a Thursday. */
const mondayOf = (end: number): string => dayOf(end - ((Math.floor(end / DAY_MS) + 3) % 7) * DAY_MS);

/** Whether the end of a key can be moved; otherwise only another key takes over. */
export const isRenewable = ({ traits, environment }: JudgedPlace): boolean =>
  traits.editable.includes('expiresAt') && environment.canEdit !== false;

/**
 * The latest moment to begin, in epoch milliseconds: the lead time before the end, and for a successor as much earlier as
 * the vendor may refuse it at first. NaN for a key without an end.
 */
export const beginBy = (key: Pick<ApiKey, 'expiresAt'>, place: JudgedPlace, leadDays: number): number =>
  endOf(key) - leadDays * DAY_MS - (isRenewable(place) ? 0 : place.vendor.activationMs);
