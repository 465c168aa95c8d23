import type { ApiKey } from '@core/domain/api-key';
import { DAY_MS } from '@core/domain/instant';

export const KEY_STATUSES = [
  'active',
  'expiring',
  'expired',
  'disabled',
  'activating',
  'revoked',
  'unknown',
] as const;
export type KeyStatus = (typeof KEY_STATUSES)[number];

/** A key that expires within this many days is called expiring. */
export const EXPIRING_DAYS = 30;

/**
 * What can be said of a key at a moment, from its facts alone.
 * @param now epoch milliseconds, best corrected by the console's clock
 */
export function keyStatus(key: Partial<ApiKey> & Pick<ApiKey, 'active'>, now: number): KeyStatus {
  if (key.revokedAt !== undefined) return 'revoked';
  if (key.active === false) return 'disabled';
  const expires =
    key.expiresAt === undefined || key.expiresAt === 'never' ? Infinity : Date.parse(key.expiresAt);
  if (Number.isNaN(expires)) return 'unknown';
  if (expires <= now) return 'expired';
  if (key.activatesAt !== undefined && Date.parse(key.activatesAt) > now) return 'activating';
  return expires - now <= EXPIRING_DAYS * DAY_MS ? 'expiring' : 'active';
}

const wholeDays = (days: number): string =>
  days < 1 ? 'less than a day' : `${Math.floor(days)} day${days < 2 ? '' : 's'}`;

/** Why a key has its status, in a sentence for the tooltip and the reader. */
export function keyStatusReason(key: ApiKey, now: number): string {
  const daysTo = (instant = ''): string => wholeDays(Math.abs(Date.parse(instant) - now) / DAY_MS);
  switch (keyStatus(key, now)) {
    case 'revoked':
      return 'It was revoked and is refused.';
    case 'disabled':
      return 'It is disabled and refused until somebody enables it.';
    case 'expired':
      return `It expired ${daysTo(key.expiresAt)} ago and is refused.`;
    case 'activating':
      return 'It is new and may still be refused in some places.';
    case 'expiring':
      return `It expires in ${daysTo(key.expiresAt)}.`;
    case 'unknown':
      return 'The console does not say until when it is valid.';
    case 'active':
      return key.expiresAt === 'never' ? 'It is valid and never expires.' : 'It is valid.';
  }
}
