import type { ApiKey } from '@core/domain/api-key';
import { DAY_MS, toInstant, type Instant } from '@core/domain/instant';
import type { KeyChanges, KeyDraft } from '@core/domain/key-draft';
import type { KeyFact } from '@core/domain/vendor';
import type { Place } from '@renderer/shared/place';
import { fieldOf, formOf, type ExpiryChoice, type KeyForm } from './key-form';

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
    case 'until':
      return choice.at;
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
export function draftOf(form: KeyForm, place: Place, from: number): KeyDraft {
  const { description, ...draft } = valuesOf(form, place, from);
  return { ...draft, ...(description !== undefined && description !== '' && { description }) };
}

function valuesOf(form: KeyForm, place: Place, from: number): KeyDraft {
  const has = (fact: KeyFact): boolean => fieldOf(place, fact) !== undefined;
  const expiresAt = expiryOf(form.expiry, from);
  return {
    name: form.name.trim(),
    ...(has('description') && { description: form.description.trim() }),
    ...(has('type') && { type: form.type }),
    ...(has('role') && { role: form.role.trim() }),
    ...(has('expiresAt') && expiresAt !== undefined && { expiresAt }),
    ...(has('validDays') && form.validDays.trim() !== '' && { validDays: Number(form.validDays) }),
    ...(has('allowedHosts') && { allowedHosts: [...form.hosts] }),
    ...(has('active') && { active: form.active }),
    ...(has('secret') && { secret: secretOf(form, place) }),
    ...(has('keepSecret') && { keepSecret: form.keepSecret }),
  };
}

function secretOf({ secret, generate }: KeyForm, { traits }: Place): NonNullable<KeyDraft['secret']> {
  switch (traits.secret.source) {
    case 'generated':
      return 'generate';
    case 'either':
      return generate ? 'generate' : { typed: secret };
    case 'operator':
      // A blank beside a pasted key is never part of it.
      return { typed: secret.trim() };
  }
}

/** What of a key that exists would change: only the facts that may be edited and that differ. */
export function changesOf(form: KeyForm, key: ApiKey, place: Place, from: number): KeyChanges {
  const wanted = valuesOf(form, place, from);
  const before = valuesOf(formOf(key, place), place, from);
  const changed = (Object.keys(wanted) as (keyof KeyChanges)[]).filter(
    (fact) =>
      place.traits.editable.includes(fact) &&
      JSON.stringify(wanted[fact]) !== JSON.stringify(before[fact]) &&
      wanted[fact] !== key[fact],
  );
  return Object.fromEntries(changed.map((fact) => [fact, wanted[fact]]));
}
