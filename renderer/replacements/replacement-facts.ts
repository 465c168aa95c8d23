import type { Replacement } from '@core/domain/replacement';
import { formatMoment, formatRelative, NO_VALUE } from '@core/text/format';
import type { Fact } from '@renderer/shared/Facts';

/** What is known of both keys of a replacement. `now` is in epoch milliseconds. */
export const replacementFacts = (replacement: Replacement, now: number): Fact[] => {
  const { old, new: young, handedOverAt, seen } = replacement;
  return [
    { name: 'Old key', value: named(old) },
    { name: 'New key', value: young === undefined ? 'Not confirmed yet' : named(young) },
    { name: 'Handed over', value: handedOverAt === undefined ? NO_VALUE : formatMoment(handedOverAt) },
    { name: 'Old key last used', value: lastUse(seen?.lastUsedAt) },
    { name: 'Looked at', value: seen === undefined ? 'Not yet' : formatRelative(seen.at, now) },
  ];
};

function lastUse(at: string | undefined): string {
  if (at === undefined) return 'Not known';
  return at === 'never' ? 'Never' : formatMoment(at);
}

const named = ({ name, hint }: { name: string; hint?: string | undefined }): string =>
  hint === undefined ? name : `${name} (${hint})`;
