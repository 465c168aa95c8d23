import type { ApiKey, KeyType } from '@core/domain/api-key';
import { DAY_MS, toInstant, type Instant } from '@core/domain/instant';
import { expiryPresets, type KeyChanges, type KeyDraft } from '@core/domain/key-draft';
import type { KeyFact } from '@core/domain/vendor';
import type { Place } from '@renderer/keys/place';

/** Until when a key should live, as the operator says it. */
export type ExpiryChoice =
  | { readonly kind: 'days'; readonly days: number }
  /** A day of the local calendar, as a date input gives it; the key lives until the end of it. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'never' }
  /** Leaves the expiration date as it is. */
  | { readonly kind: 'keep' };

/** What is in the form, field by field. */
export interface KeyForm {
  readonly name: string;
  readonly type: KeyType;
  readonly role: string;
  readonly expiry: ExpiryChoice;
  /** Canonical addresses. */
  readonly hosts: readonly string[];
  /** An address that is still being typed. */
  readonly hostText: string;
}

/** The facts a form can hold. */
export type FormFact = keyof KeyDraft;

/** All of them. */
export const FORM_FACTS: readonly FormFact[] = ['name', 'type', 'role', 'expiresAt', 'allowedHosts'];

/** Long enough for a quarter's work, short enough that a forgotten key ends by itself. */
const DEFAULT_DAYS = 90;

/** An empty form with the vendor's defaults. */
export function emptyForm({ traits, environment }: Place): KeyForm {
  const defaultOf = (fact: KeyFact): string =>
    traits.fields.find((field) => field.fact === fact)?.defaultValue ?? '';
  const presets = expiryPresets(environment.maxValidityDays);
  const days = presets.includes(DEFAULT_DAYS) ? DEFAULT_DAYS : (presets.at(-1) ?? 1);
  return {
    name: '',
    type: defaultOf('type') === 'administration' ? 'administration' : 'standard',
    role: defaultOf('role'),
    expiry: { kind: 'days', days },
    hosts: [],
    hostText: '',
  };
}

/** The form of a key that exists. */
export const formOf = (key: ApiKey): KeyForm => ({
  name: key.name,
  type: key.type ?? 'standard',
  role: key.role ?? '',
  expiry: { kind: 'keep' },
  hosts: Array.isArray(key.allowedHosts) ? key.allowedHosts : [],
  hostText: '',
});

/**
 * The moment a choice means, or `never`; undefined where it means no change.
 * @param from epoch milliseconds at which the form was opened: sent twice, a form means the same moment
 */
export function expiryOf(choice: ExpiryChoice, from: number): Instant | undefined {
  switch (choice.kind) {
    case 'keep':
      return undefined;
    case 'never':
      return 'never';
    case 'days':
      return toInstant(from + choice.days * DAY_MS);
    case 'date':
      return endOfDay(choice.date);
  }
}

/** The last second of a local day; an empty text where it is no day, which the rules then refuse. */
function endOfDay(date: string): Instant {
  const at = new Date(`${date}T23:59:59`).getTime();
  return Number.isNaN(at) ? '' : toInstant(at);
}

/** What is asked of the console: only the facts its keys have. */
export function draftOf(form: KeyForm, { traits }: Place, from: number): KeyDraft {
  const has = (fact: KeyFact): boolean => traits.fields.some((field) => field.fact === fact);
  const expiresAt = expiryOf(form.expiry, from);
  return {
    name: form.name.trim(),
    ...(has('type') && { type: form.type }),
    ...(has('role') && { role: form.role.trim() }),
    ...(has('expiresAt') && expiresAt !== undefined && { expiresAt }),
    ...(has('allowedHosts') && { allowedHosts: [...form.hosts] }),
  };
}

/** What of a key that exists would change: only the facts that may be edited and that differ. */
export function changesOf(form: KeyForm, key: ApiKey, place: Place, from: number): KeyChanges {
  const wanted = draftOf(form, place, from);
  const before = draftOf(formOf(key), place, from);
  const changed = (Object.keys(wanted) as (keyof KeyChanges)[]).filter(
    (fact) =>
      place.traits.editable.includes(fact) &&
      JSON.stringify(wanted[fact]) !== JSON.stringify(before[fact]) &&
      wanted[fact] !== key[fact],
  );
  return Object.fromEntries(changed.map((fact) => [fact, wanted[fact]]));
}
