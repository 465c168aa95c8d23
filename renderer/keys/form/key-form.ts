import type { ApiKey, KeyType } from '@core/domain/api-key';
import { DAY_MS, type Instant } from '@core/domain/instant';
import { expiryPresets, type KeyDraft } from '@core/domain/key-draft';
import type { DraftField, KeyFact } from '@core/domain/vendor';
import { wantsSuccessor } from '@renderer/keys/key-rights';
import type { Place } from '@renderer/shared/place';

/** Until when a key should live, as the operator says it. */
export type ExpiryChoice =
  | { readonly kind: 'days'; readonly days: number }
  /** A day of the local calendar, as a date input gives it; the key lives until the end of it. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'never' }
  /** Exactly as long as another key. */
  | { readonly kind: 'until'; readonly at: Instant }
  /** Leaves the expiration date as it is. */
  | { readonly kind: 'keep' };

/** What is in the form, field by field. */
export interface KeyForm {
  readonly name: string;
  readonly description: string;
  readonly type: KeyType;
  readonly role: string;
  readonly expiry: ExpiryChoice;
  /** As typed. */
  readonly validDays: string;
  /** Canonical addresses. */
  readonly hosts: readonly string[];
  /** An address that is still being typed. */
  readonly hostText: string;
  readonly active: boolean;
  /** As typed or pasted. It stays here until the key was created or the form is closed. */
  readonly secret: string;
  /** Keydesk makes the secret up, and what is typed does not count. */
  readonly generate: boolean;
  readonly keepSecret: boolean;
}

/** The facts a form can hold. */
export type FormFact = keyof KeyDraft;

/** All of them. */
export const FORM_FACTS: readonly FormFact[] = [
  'name',
  'description',
  'type',
  'role',
  'expiresAt',
  'validDays',
  'allowedHosts',
  'active',
  'secret',
  'keepSecret',
];

/** Long enough for a quarter's work, short enough that a forgotten key ends by itself. */
const DEFAULT_DAYS = 90;

/** How a place's keys ask for a fact; undefined where they do not have it. */
export const fieldOf = ({ traits }: Pick<Place, 'traits'>, fact: KeyFact): DraftField | undefined =>
  traits.fields.find((field) => field.fact === fact);

/**
 * An empty form with the vendor's defaults.
 * @param stem what completes a name whose default is half random; see `randomStem`
 */
export function emptyForm(place: Place, stem = ''): KeyForm {
  const defaultOf = (fact: KeyFact): string => fieldOf(place, fact)?.defaultValue ?? '';
  const start = fieldOf(place, 'name')?.defaultStem;
  const presets = expiryPresets(place.environment.maxValidityDays);
  const days = presets.includes(DEFAULT_DAYS) ? DEFAULT_DAYS : (presets.at(-1) ?? 1);
  return {
    name: start === undefined ? '' : `${start}${stem}`,
    description: '',
    type: defaultOf('type') === 'administration' ? 'administration' : 'standard',
    role: defaultOf('role'),
    expiry: { kind: 'days', days },
    validDays: allowedDays(defaultOf('validDays'), place) ?? String(days),
    hosts: [],
    hostText: '',
    active: defaultOf('active') !== 'false',
    secret: '',
    generate: false,
    keepSecret: defaultOf('keepSecret') === 'true',
  };
}

function allowedDays(days: string, { environment: { maxValidityDays } }: Place): string | null {
  if (days === '') return null;
  return maxValidityDays === null || Number(days) <= maxValidityDays ? days : null;
}

/** The form of a key that exists. */
export const formOf = (key: ApiKey, place: Place): KeyForm => ({
  ...emptyForm(place),
  name: key.name,
  description: key.description ?? '',
  type: key.type ?? 'standard',
  role: key.role ?? '',
  expiry: { kind: 'keep' },
  hosts: Array.isArray(key.allowedHosts) ? key.allowedHosts : [],
  active: key.active ?? true,
});

/**
 * The form of a key that takes over from another: the same facts, a secret of its own, and no longer a life than the
 * old one, unless that one ends soon or has ended and nothing else could go on in its place.
 * @param now epoch milliseconds
 */
export function successorForm(key: ApiKey, place: Place, now: number): KeyForm {
  const { expiry, validDays, role } = emptyForm(place);
  const like = formOf(key, place);
  const choices = fieldOf(place, 'role')?.choices;
  const known = choices?.some(({ value }) => value === like.role) ?? true;
  const ends = wantsSuccessor({ key, place }, now) ? NaN : Date.parse(key.expiresAt ?? '');
  return {
    ...like,
    expiry: expiryLike(key, place, now) ?? expiry,
    validDays:
      ends > now ? String(Math.max(1, Math.min(Number(validDays), wholeDays(ends - now)))) : validDays,
    active: true,
    role: known ? like.role : role,
    generate: place.traits.secret.source === 'either',
  };
}

const wholeDays = (ms: number): number => Math.floor(ms / DAY_MS);

/** The expiry of another key as a choice; null where it has none that a new key could have. */
function expiryLike({ expiresAt }: ApiKey, { environment }: Place, now: number): ExpiryChoice | null {
  if (expiresAt === 'never') return environment.maxValidityDays === null ? { kind: 'never' } : null;
  const at = Date.parse(expiresAt ?? '');
  return expiresAt !== undefined && at > now ? { kind: 'until', at: expiresAt } : null;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const STEM_LENGTH = 8;
/** Bytes from here on would make the first letters likelier than the last. */
const EVEN = 256 - (256 % LETTERS.length);

/** Eight random lower-case letters or digits, each as likely as any other. */
export function randomStem(): string {
  let stem = '';
  while (stem.length < STEM_LENGTH)
    for (const byte of crypto.getRandomValues(new Uint8Array(STEM_LENGTH - stem.length)))
      if (byte < EVEN) stem += LETTERS.charAt(byte % LETTERS.length);
  return stem;
}
