import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import { QWILT } from '@core/domain/vendors/qwilt';
import type { DecidedDraft, VendorKey } from '@main/adapters/adapter';
import type { Claims, RawKey } from './schema';

/** What the console calls the permissions; one of the words is documented. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['Viewer', 'MediaViewer'],
  ['Editor', 'MediaEditor'],
]);

const moment = (text: string): string => toInstant(Date.parse(text));

const toRole = (permission: string): string =>
  [...WORDS].find(([, word]) => word === permission)?.[0] ?? permission;

/** When a key was revoked; at the latest now, where the console only says that it was. */
function revokedAt({ revoked, isRevoked, status, state, ...raw }: RawKey, now: number): string | null {
  if (typeof raw.revokedAt === 'string') return moment(raw.revokedAt);
  const said = [status, state].some((word) => /^revoked$/i.test(word ?? ''));
  return revoked === true || isRevoked === true || said ? toInstant(now) : null;
}

/** A key in our words; `now` in epoch milliseconds. */
export function toKey(raw: RawKey, now: number): VendorKey {
  const stopped = revokedAt(raw, now);
  const created = typeof raw.createdAt === 'string' ? Date.parse(raw.createdAt) : null;
  return {
    id: raw.keyId,
    name: raw.name,
    ...(typeof raw.description === 'string' && { description: raw.description }),
    type: null,
    role: typeof raw.permission === 'string' ? toRole(raw.permission) : null,
    active: null,
    ...(created !== null && {
      createdAt: toInstant(created),
      activatesAt: toInstant(created + QWILT.activationMs),
    }),
    ...(typeof raw.createdBy === 'string' && { createdBy: raw.createdBy }),
    expiresAt: typeof raw.expireAt === 'string' ? moment(raw.expireAt) : 'unknown',
    ...(stopped !== null && { revokedAt: stopped }),
  };
}

/**
 * Marks the keys that Keydesk signs in with: the one its own secret names, or every one that still works where it
 * names none.
 */
export function markOwn(keys: readonly VendorKey[], { keyId }: Claims, now: number): VendorKey[] {
  return keys.map((key) => {
    if (keyId !== undefined) return key.id === keyId ? { ...key, signsIn: 'yes' } : key;
    const dead = key.revokedAt !== undefined || Date.parse(key.expiresAt ?? '') <= now;
    return dead ? key : { ...key, signsIn: 'perhaps' };
  });
}

/** The permissions a key can have. */
export const toRoles = (): { name: string; description: string }[] =>
  Object.values(QWILT.variants)
    .flatMap(({ fields }) => fields)
    .flatMap(({ fact, choices = [] }) => (fact === 'role' ? choices : []))
    .map(({ value, help }) => ({ name: value, description: help }));

/** A draft on the wire. Throws `invalid-input` where it lacks what the console asks for. */
export function toWire({ name, role = '', validDays, description }: DecidedDraft): Record<string, unknown> {
  const permission = WORDS.get(role);
  if (permission === undefined)
    throw new AppError('invalid-input', 'Choose one of Viewer and Editor.', { field: 'role' });
  if (validDays === undefined)
    throw new AppError('invalid-input', 'Type for how many days the key is valid.', { field: 'validDays' });
  const described = description !== undefined && description !== '';
  return { name, permission, ttl: validDays, ...(described && { description }) };
}
