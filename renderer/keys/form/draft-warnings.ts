import type { KeyDraft } from '@core/domain/key-draft';
import type { Place } from '@renderer/shared/place';
import { weaknessOf } from './weak-secret';

/** What is dangerous about a draft, most dangerous first. */
export function draftWarnings(draft: KeyDraft, { environment, traits }: Place): string[] {
  return [
    ...(environment.production ? ['This is a production environment: real data is at stake.'] : []),
    ...(draft.type === 'administration'
      ? ['An Administration key bypasses roles: whoever holds it can read, change and delete everything.']
      : []),
    ...weakWarning(draft),
    ...(traits.hostSyntax !== null && (draft.allowedHosts ?? []).length === 0
      ? ['Any host may use it: a leaked key works from anywhere.']
      : []),
    ...(draft.expiresAt === 'never' ? ['It never expires: a forgotten key stays dangerous.'] : []),
  ];
}

function weakWarning({ secret }: KeyDraft): string[] {
  if (typeof secret !== 'object' || secret.typed === '') return [];
  const weakness = weaknessOf(secret.typed);
  return weakness === null ? [] : [`This key ${weakness}. Whoever guesses it is let in.`];
}
