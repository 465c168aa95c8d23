import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import type { VendorKey } from '@main/adapters/adapter';
import type { RawKey } from './schema';

/** Likely names of the two facts whose fields are not published, in small letters only. */
const USE = 'last(activity|accessed|access|call|seen|used|usage|use)';
const ACTIVITY = new RegExp(`^${USE}(date|time|at|on|timestamp)?$`);
const ADDRESS = new RegExp(`^(${USE}|last)(from)?(ip|ipaddress|address|host)$|^${USE}from$`);

/** The letters of a field's name, so that its spelling does not matter. */
export const simple = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

/** Whether a field tells of the last use of a key. */
export const isUse = (name: string): boolean => ACTIVITY.test(simple(name)) || ADDRESS.test(simple(name));

const strange = (): AppError =>
  new AppError('bad-answer', 'The console answered with data in a form that Keydesk does not know.');

/** The value of the first field with a likely name; undefined where there is none. */
function likely(raw: RawKey, names: RegExp): unknown {
  const field = Object.keys(raw).find((name) => names.test(simple(name)));
  return field === undefined ? undefined : raw[field];
}

const nothing = (value: unknown): boolean => value === null || value === '';

/** Text as ISO 8601 has it, or epoch milliseconds. */
function moment(value: unknown): string {
  const text = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{5,16}(Z|[+-]\d\d:?\d\d)$/.test(value);
  const at = text ? Date.parse(value) : value;
  const known = typeof at === 'number' && Number.isInteger(at) && at > 0 && at < 1e14;
  if (!known) throw strange();
  return toInstant(at);
}

function address(value: unknown): string {
  if (typeof value === 'string' && value.length <= 64 && !/\p{Cc}/u.test(value)) return value;
  throw strange();
}

/** As much of a name as a version may have. */
const markOfName = (name: string): string => name.slice(0, 200);

/** A key in our words; its role is that of its owner. */
export function toKey(raw: RawKey, role: string | null): VendorKey {
  const used = likely(raw, ACTIVITY);
  const from = likely(raw, ADDRESS);
  return {
    id: raw.id,
    name: raw.name,
    type: null,
    role,
    active: null,
    // There is no version; the one fact that can be changed stands for it.
    revision: markOfName(raw.name),
    ...(used !== undefined && { lastUsedAt: nothing(used) ? 'never' : moment(used) }),
    ...(from !== undefined && !nothing(from) && { lastUsedIp: address(from) }),
  };
}

/** Throws where a key is no longer what it was at a version. */
export function refuseChanged(key: VendorKey | null, revision: string): void {
  if (key === null) throw new AppError('not-found', 'The console no longer has this key.');
  if (key.revision !== revision) throw new AppError('conflict', 'Somebody else changed this key meanwhile.');
}
