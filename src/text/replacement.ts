import { dueAt, silentSince, type Replacement, type ReplacementEnd } from '@core/domain/replacement';
import type { VendorInfo } from '@core/domain/vendor';
import { formatDate, formatMoment, formatRelative, plural } from '@core/text/format';

/** Which part a key plays in a replacement. */
export type ReplacementRole = 'old' | 'new';

/** What the other key is to this one. */
export function takeoverText({ old, new: young }: Replacement, role: ReplacementRole): string {
  if (role === 'new') return `Takes over from “${old.name}”.`;
  return young === undefined
    ? 'Being replaced; the new key is not confirmed yet.'
    : `Replaced by “${young.name}”.`;
}

/** What is known of the old key's silence; null where nothing is. `now` is in epoch milliseconds. */
export function silenceText(replacement: Replacement, now: number): string | null {
  const { seen, handedOverAt } = replacement;
  const since = silentSince(replacement);
  if (since === null || seen === undefined) return null;
  const asOf = `seen ${formatRelative(seen.at, now)}`;
  return since === handedOverAt
    ? `The old key has not been used since the hand-over (${asOf}).`
    : `The old key was last used ${formatMoment(since)} (${asOf}).`;
}

/** What is waited for, and until when if nothing changes. */
export function waitText(replacement: Replacement): string {
  const { wait } = replacement;
  if (wait.kind === 'date') return `The old key stays until ${formatDate(wait.at)}.`;
  const due = dueAt(replacement);
  const days = plural(wait.days, 'day');
  return due === null
    ? `Waiting until the old key was silent for ${days}. The console has not said yet when it was last used.`
    : `Waiting until the old key was silent for ${days}: ${formatMoment(due)} at the earliest.`;
}

/** That the old key may go now. */
export const dueText = ({ old, wait }: Replacement): string =>
  wait.kind === 'date'
    ? `“${old.name}” was to stay until ${formatDate(wait.at)}; its replacement has been handed over.`
    : `“${old.name}” has been silent for ${plural(wait.days, 'day')}.`;

/** How a replacement came to its end, without a claim that nobody checked. */
export function endText({ old, new: young }: Replacement, why: ReplacementEnd, vendor: VendorInfo): string {
  const heir = young === undefined ? '' : ` “${young.name}” has taken over.`;
  switch (why) {
    case 'gone':
      return vendor.mustDeploy
        ? `“${old.name}” is no longer in the configuration; it works until that is deployed.${heir}`
        : `“${old.name}” is no longer on the console.${heir}`;
    case 'revoked':
      return `The console lists “${old.name}” as revoked.${heir}`;
    case 'expired':
      return `“${old.name}” has expired.${heir}`;
    case 'orphaned':
      return `The new key for “${old.name}” is no longer on the console, so the old one was kept.`;
  }
}
