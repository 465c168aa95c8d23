import type { KeyDraft } from '@core/domain/key-draft';
import { formatMoment, formatSpan, listed } from '@core/text/format';
import { placeName, type Place } from '@renderer/keys/place';

/** What a key will be able to do, in one sentence before it is created or changed. */
export function draftSummary(draft: KeyDraft, place: Place, now: number): string {
  const name = draft.name === '' ? 'This key' : `“${draft.name}”`;
  return `${name} ${powerText(draft, place)} in ${placeName(place, true)}, ${hostText(draft)}${untilText(draft, now)}.`;
}

function powerText({ type, role }: KeyDraft, { traits }: Place): string {
  if (type === 'administration') return 'can read and change all data, whatever its role says,';
  const word = traits.fields.find(({ fact }) => fact === 'role')?.label.toLowerCase() ?? 'role';
  return role === undefined || role === '' ? 'acts' : `can do what the ${word} ${role} may do`;
}

function hostText({ allowedHosts }: KeyDraft): string {
  if (allowedHosts === undefined || allowedHosts.length === 0) return 'from any host';
  const shown = allowedHosts.slice(0, 3);
  const more = allowedHosts.length - shown.length;
  return `only from ${listed(more > 0 ? [...shown, `${more} more`] : shown)}`;
}

function untilText({ expiresAt }: KeyDraft, now: number): string {
  if (expiresAt === undefined) return '';
  if (expiresAt === 'never') return ', for ever';
  const left = Date.parse(expiresAt) - now;
  return Number.isNaN(left) || left <= 0 ? '' : `, until ${formatMoment(expiresAt)} (${formatSpan(left)})`;
}

/** What is dangerous about a draft, most dangerous first. */
export function draftWarnings(draft: KeyDraft, { environment, traits }: Place): string[] {
  return [
    ...(environment.production ? ['This is a production environment: real data is at stake.'] : []),
    ...(draft.type === 'administration'
      ? ['An Administration key bypasses roles: whoever holds it can read, change and delete everything.']
      : []),
    ...(traits.hostSyntax !== null && (draft.allowedHosts ?? []).length === 0
      ? ['Any host may use it: a leaked key works from anywhere.']
      : []),
    ...(draft.expiresAt === 'never' ? ['It never expires: a forgotten key stays dangerous.'] : []),
  ];
}
