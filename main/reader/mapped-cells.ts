import { toInstant, type Instant } from '@core/domain/instant';
import type { InventoryKey } from '@core/domain/inventory';

const ISO =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const EPOCH = /^\d{10}(\d{3})?$/;
const NEVER = /^(never|none|no|unlimited|-|–|∞|n\/a)$/i;
const YES = /^(true|yes|y|1|active|enabled|on)$/i;
const NO = /^(false|no|n|0|inactive|disabled|off|suspended|revoked)$/i;
const HOUR_MS = 3_600_000;

/** A moment in one of the common forms (ISO 8601, days with dots, seconds since 1970), in UTC where it does not say. */
export function readMoment(cell: string): Instant | undefined {
  if (EPOCH.test(cell)) return toInstant(Number(cell.padEnd(13, '0')));
  const dotted = DOTTED.exec(cell);
  const [, year, month, day, hour = 0, minute = 0, second = 0, zone = 'Z'] =
    dotted === null ? (ISO.exec(cell) ?? []) : ['', dotted[3], dotted[2], dotted[1]];
  if (year === undefined) return undefined;
  const numbers = [year, Number(month) - 1, day, hour, minute, second].map(Number);
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = numbers;
  const time = Date.UTC(y, mo, d, h, mi, s);
  const real = new Date(time);
  // A 31st of February is no day, although a computer makes one of it.
  if (real.getUTCMonth() !== mo || real.getUTCDate() !== d || h > 23 || mi > 59) return undefined;
  return toInstant(time - offsetOf(zone));
}

function offsetOf(zone: string | number): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(String(zone));
  if (found === null) return 0;
  const [, sign, hours, minutes] = found;
  return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60) * HOUR_MS;
}

/** What cannot be read is not known, rather than never. */
export const readExpiry = (cell: string): NonNullable<InventoryKey['expiresAt']> =>
  NEVER.test(cell) ? 'never' : (readMoment(cell) ?? 'unknown');

/** Absent where it cannot be read. */
export const readLastUse = (cell: string): InventoryKey['lastUsedAt'] =>
  NEVER.test(cell) ? 'never' : readMoment(cell);

/** Null where it says neither. */
export function readActive(cell: string): boolean | null {
  if (YES.test(cell)) return true;
  return NO.test(cell) ? false : null;
}

/** Null where it says neither. */
export function readType(cell: string): InventoryKey['type'] {
  if (/admin/i.test(cell)) return 'administration';
  return /^(standard|normal|regular|user)$/i.test(cell) ? 'standard' : null;
}

/** Hosts apart from each other by spaces, commas or semicolons; absent where there are none. */
export function readHosts(cell: string): InventoryKey['allowedHosts'] {
  if (/^(any|all|\*)$/i.test(cell)) return 'any';
  const hosts = cell.split(/[\s,;]+/).filter((host) => host !== '');
  return hosts.length === 0 ? undefined : hosts;
}
