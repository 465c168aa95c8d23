import type { ApiKey } from '@core/domain/api-key';
import { DAY_MS } from '@core/domain/instant';

type Dated = Pick<ApiKey, 'createdAt' | 'expiresAt'>;

/** Whether an end is a moment; `never` and `unknown` are the only other values. */
export const isInstant = (expiresAt: string): boolean => expiresAt !== 'never' && expiresAt !== 'unknown';

/**
 * For how many whole days a key is valid in all; from `now` (epoch milliseconds) on where its creation is not recorded,
 * and NaN where it has no end or an unknown one.
 */
export function validDays({ createdAt, expiresAt }: Dated, now: number): number {
  if (expiresAt === undefined || !isInstant(expiresAt)) return NaN;
  const from = createdAt === undefined ? now : Date.parse(createdAt);
  return Math.floor((Date.parse(expiresAt) - from) / DAY_MS);
}

/**
 * Whether a key is valid for more than so many whole days. The days of the calendar tell for nearly every key: reading
 * whole instants of 100,000 is several times as slow.
 * @param nowText `now` as an instant
 */
export function isLonger(
  key: Dated,
  most: number,
  { now, nowText }: { readonly now: number; readonly nowText: string },
): boolean {
  const { createdAt = nowText, expiresAt } = key;
  if (expiresAt === undefined || !isInstant(expiresAt)) return false;
  const days = dayNumber(expiresAt) - dayNumber(createdAt);
  return days === most + 1 ? validDays(key, now) > most : days > most;
}

/** The day of an instant, counted from 1970. */
const dayNumber = (instant: string): number =>
  Date.UTC(digits(instant, 0, 4), digits(instant, 5, 7) - 1, digits(instant, 8, 10)) / DAY_MS;

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}
