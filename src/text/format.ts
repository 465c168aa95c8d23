import type { ApiKey } from '@core/domain/api-key';
import type { Instant } from '@core/domain/instant';
import { DAY_MS } from '@core/domain/instant';

/** What takes the place of a fact that has no value. */
export const NO_VALUE = '–';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

// The window's language is English; dates in the order that reads the same everywhere: 4 Mar 2026, 14:02.
const LOCALE = 'en-GB';

const date = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const dateTime = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const dateTimeZone = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const number = new Intl.NumberFormat('en');

const parsed = (instant: Instant, format: Intl.DateTimeFormat): string => {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? NO_VALUE : format.format(at);
};

/** A day in local time: "4 Mar 2026". */
export const formatDate = (instant: Instant): string => parsed(instant, date);

/** A moment in local time: "4 Mar 2026, 14:02". */
export const formatDateTime = (instant: Instant): string => parsed(instant, dateTime);

/** A moment in local time with seconds and zone, for tooltips and records: "4 Mar 2026, 14:02:09 CET". */
export const formatMoment = (instant: Instant): string => parsed(instant, dateTimeZone);

/** The time of a day in local time: "14:02". */
export const formatClock = (instant: Instant): string => parsed(instant, clock);

/** A count with separated thousands: "12,480". */
export const formatCount = (count: number): string => number.format(count);

/** A count with its word: "1 key", "12,480 keys". */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/**
 * How long ago or how far ahead a moment is, in the largest unit that fits: "3 hours ago", "in 12 days", "just now".
 * @param now epoch milliseconds
 */
export function formatRelative(instant: Instant, now: number): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return NO_VALUE;
  const distance = Math.abs(at - now);
  if (distance < MINUTE_MS) return at > now ? 'in under a minute' : 'just now';
  const span = formatSpan(distance);
  return at > now ? `in ${span}` : `${span} ago`;
}

/** A duration in its largest unit: "45 seconds", "3 hours", "12 days". Days and longer are rounded, less is rounded down. */
export function formatSpan(ms: number): string {
  if (ms >= 2 * 365 * DAY_MS) return plural(Math.round(ms / (365 * DAY_MS)), 'year');
  // Up to a quarter of a year in days, as keys are given out.
  if (ms >= 100 * DAY_MS) return plural(Math.round(ms / ((365 / 12) * DAY_MS)), 'month');
  if (ms >= DAY_MS) return plural(Math.round(ms / DAY_MS), 'day');
  if (ms >= HOUR_MS) return plural(Math.floor(ms / HOUR_MS), 'hour');
  if (ms >= MINUTE_MS) return plural(Math.floor(ms / MINUTE_MS), 'minute');
  return plural(Math.floor(ms / 1000), 'second');
}

/** Until when a key is valid: a day, "Never" or "Unknown"; a dash where the vendor has no such fact. */
export function formatExpiry(expiresAt: ApiKey['expiresAt']): string {
  if (expiresAt === undefined) return NO_VALUE;
  if (expiresAt === 'never') return 'Never';
  return expiresAt === 'unknown' ? 'Unknown' : formatDate(expiresAt);
}

/** Hosts in one line: "Any host", "203.0.113.7", "203.0.113.7 and 2 more". */
export function formatHosts(hosts: ApiKey['allowedHosts']): string {
  if (hosts === undefined) return NO_VALUE;
  if (hosts === 'any') return 'Any host';
  const [first, ...rest] = hosts;
  if (first === undefined) return 'Any host';
  return rest.length === 0 ? first : `${first} and ${formatCount(rest.length)} more`;
}

/** Words as a list in a sentence: "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Bytes in hex as pairs, for fingerprints: "A1:B2:C3". */
export const formatFingerprint = (hex: string): string =>
  (
    hex
      .replaceAll(':', '')
      .toUpperCase()
      .match(/.{1,2}/g) ?? []
  ).join(':');
