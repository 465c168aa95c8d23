import type { ApiKey } from '@core/domain/api-key';
import type { KeyChanges } from '@core/domain/key-draft';
import { formatExpiry, formatHosts, formatMoment, NO_VALUE } from '@core/text/format';
import { typeText } from '@renderer/shared/key-facts';
import type { Place } from '@renderer/shared/place';

/** A field that both sides have an opinion on. */
export interface ConflictField {
  readonly fact: keyof KeyChanges;
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
  /** Both say the same, so there is nothing to choose. */
  readonly agreed: boolean;
}

/** What I wanted to change, beside what the key has on the console now. */
export function conflictFields(mine: KeyChanges, theirs: ApiKey, { traits }: Place): ConflictField[] {
  return traits.fields.flatMap(({ fact, label }): ConflictField[] => {
    if (!isChanged(mine, fact)) return [];
    const my = wordsOf(fact, mine[fact]);
    const other = wordsOf(fact, theirs[fact]);
    return [{ fact, label, theirs: other, mine: my, agreed: my === other }];
  });
}

const isChanged = (mine: KeyChanges, fact: string): fact is keyof KeyChanges & keyof ApiKey =>
  Object.hasOwn(mine, fact);

function wordsOf(
  fact: keyof KeyChanges,
  value: ApiKey[keyof KeyChanges] | KeyChanges[keyof KeyChanges],
): string {
  if (value === null || value === undefined) return NO_VALUE;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (fact === 'allowedHosts') return typeof value === 'string' ? formatHosts('any') : formatList(value);
  if (typeof value !== 'string') return formatList(value);
  if (fact === 'expiresAt')
    return value === 'never' || value === 'unknown' ? formatExpiry(value) : formatMoment(value);
  return value === 'standard' || value === 'administration' ? typeText(value) : value;
}

const formatList = (hosts: readonly string[]): string =>
  hosts.length === 0 ? formatHosts([]) : hosts.join(', ');
