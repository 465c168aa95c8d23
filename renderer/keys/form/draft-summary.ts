import type { KeyDraft } from '@core/domain/key-draft';
import { DAY_MS } from '@core/domain/instant';
import { formatMoment, formatSpan, listed } from '@core/text/format';
import { placeName, type Place } from '@renderer/shared/place';
import { fieldOf } from './key-form';

/** What a key will be able to do, in one sentence before it is created or changed. */
export function draftSummary(draft: KeyDraft, place: Place, now: number): string {
  const name = draft.name === '' ? 'This key' : `“${draft.name}”`;
  const limits = [hostText(draft, place), untilText(draft, place, now)].filter((limit) => limit !== '');
  return `${[`${name} ${powerText(draft, place)} in ${placeName(place, true)}`, ...limits].join(', ')}.`;
}

function powerText({ type, role }: KeyDraft, place: Place): string {
  if (type === 'administration') return 'can read and change all data, whatever its role says,';
  const field = fieldOf(place, 'role');
  if (field !== undefined) return roleText(role ?? '', field);
  if (place.vendor.protections) return 'lets its caller through where endpoints ask for a key of that name';
  // A role that can be read and not given is that of whoever owns the key.
  return place.facts.has('role') ? 'can do whatever its owner may do' : 'acts';
}

function roleText(role: string, { label, choices = [] }: NonNullable<ReturnType<typeof fieldOf>>): string {
  const word = label.toLowerCase();
  const choice = choices.find(({ value }) => value === role);
  if (choice !== undefined) return `has the ${word} ${role} (${asRemark(choice.help)})`;
  return role === '' ? 'acts' : `can do what the ${word} ${role} may do`;
}

const asRemark = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

function hostText({ allowedHosts }: KeyDraft, { traits }: Place): string {
  if (traits.hostSyntax === null) return '';
  if (allowedHosts === undefined || allowedHosts.length === 0) return 'from any host';
  const shown = allowedHosts.slice(0, 3);
  const more = allowedHosts.length - shown.length;
  return `only from ${listed(more > 0 ? [...shown, `${more} more`] : shown)}`;
}

function untilText({ expiresAt, validDays }: KeyDraft, place: Place, now: number): string {
  if (fieldOf(place, 'expiresAt') === undefined && fieldOf(place, 'validDays') === undefined)
    return 'without an expiration date';
  if (expiresAt === 'never') return 'for ever';
  const until = expiresAt === undefined ? now + (validDays ?? NaN) * DAY_MS : Date.parse(expiresAt);
  const left = until - now;
  if (!(left > 0) || until > LAST_MOMENT) return '';
  return `until ${formatMoment(new Date(until).toISOString())} (${formatSpan(left)})`;
}

/** Where the calendar of the machine ends. */
const LAST_MOMENT = 8.64e15;

/** What else to know of a key before it is made: when it starts to work, and how it is handed over. */
export function draftNotes({ active }: KeyDraft, { vendor, traits }: Place): string[] {
  const once = traits.secret.shown === 'once';
  return [
    ...(active === false ? ['It starts disabled and is refused until somebody enables it.'] : []),
    ...(vendor.mustDeploy ? ['It works only once what is saved was deployed.'] : []),
    ...(vendor.activationMs > 0
      ? [`It may still be refused for up to ${formatSpan(vendor.activationMs)} after it was made.`]
      : []),
    ...(once ? ['Its secret is shown once, right after it was made.'] : []),
  ];
}

/** What else to know of a key that exists. */
export const presentNotes = ({ active }: KeyDraft): string[] =>
  active === false ? ['It is disabled and refused until somebody enables it.'] : [];
