import type { ApiKey } from '@core/domain/api-key';
import { DAY_MS, toInstant } from '@core/domain/instant';
import type { KeyDraft } from '@core/domain/key-draft';
import type { KeyFact, VendorInfo } from '@core/domain/vendor';
import type { KeyTraits } from '@core/domain/vendor';

/** Where a copy is issued. */
export interface CopyPlace {
  readonly vendor: Pick<VendorInfo, 'protections'>;
  readonly traits: KeyTraits;
  readonly maxValidityDays: number | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A key that had expired already is followed by one that lives this long, or as long as it may. */
const DAYS_FOR_EXPIRED = 30;
const SUFFIX = ' (replacement)';
const NARROW_SUFFIX = '_replacement';
const MOST_NAME = 200;

/** The draft of a key with the settings of another one, and a secret of its own. It never lives longer than that one. */
export function copyDraft(key: Omit<ApiKey, 'consoleId' | 'environmentId'>, place: CopyPlace): KeyDraft {
  const has = (fact: KeyFact): boolean => place.traits.fields.some((field) => field.fact === fact);
  const { description, role, allowedHosts, active } = key;
  return {
    name: copyName(key.name, place),
    ...(has('description') && description !== undefined && { description }),
    ...(has('type') && key.type !== null && { type: key.type }),
    ...(has('role') && role !== null && { role }),
    ...(has('expiresAt') && { expiresAt: copyExpiry(key.expiresAt, place) }),
    ...(has('validDays') && { validDays: daysLeft(key.expiresAt, place) }),
    ...(has('allowedHosts') && { allowedHosts: Array.isArray(allowedHosts) ? allowedHosts : [] }),
    ...(has('active') && { active: active !== false }),
    ...(has('secret') && place.traits.secret.source === 'either' && { secret: 'generate' as const }),
  };
}

/** Where rules let callers through by the name of their key, the copy needs that name; elsewhere two names tell more. */
function copyName(name: string, { vendor, traits }: CopyPlace): string {
  if (vendor.protections) return name;
  const { maxLength = MOST_NAME, pattern } = traits.fields.find(({ fact }) => fact === 'name') ?? {};
  const suffix = pattern === undefined || pattern.source.test(`a${SUFFIX}`) ? SUFFIX : NARROW_SUFFIX;
  if (name.endsWith(suffix)) return name;
  return `${[...name].slice(0, maxLength - suffix.length).join('')}${suffix}`;
}

function copyExpiry(expiresAt: ApiKey['expiresAt'], place: CopyPlace): string {
  if (expiresAt === 'never' && place.maxValidityDays === null) return 'never';
  const days = expiresAt === 'never' ? place.maxValidityDays : null;
  const end = Date.parse(expiresAt ?? '');
  if (days === null && end > place.now) return expiresAt ?? '';
  return toInstant(
    place.now + Math.min(days ?? DAYS_FOR_EXPIRED, place.maxValidityDays ?? Infinity) * DAY_MS,
  );
}

/** Whole days, rounded down, so that the copy does not outlive the key. */
function daysLeft(expiresAt: ApiKey['expiresAt'], { now, maxValidityDays }: CopyPlace): number {
  const left = Math.floor((Date.parse(expiresAt ?? '') - now) / DAY_MS);
  const days = Number.isNaN(left) || left < 0 ? DAYS_FOR_EXPIRED : left;
  return Math.max(1, Math.min(days, maxValidityDays ?? Infinity));
}
