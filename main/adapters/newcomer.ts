import { AppError } from '@core/domain/app-error';
import type { IssueTrace, VendorKey } from '@main/adapters/adapter';

/**
 * The key that a creation made, at a vendor who keeps no mark of ours: the one of its name that was not there before.
 * Null when there is none; `bad-answer` when there are several, for then nothing tells which one is ours.
 */
export function newcomer(
  keys: Iterable<VendorKey>,
  { name, known }: Pick<IssueTrace, 'name' | 'known'>,
): VendorKey | null {
  const fresh = [...keys].filter((key) => key.name === name && !known.includes(key.id));
  if (fresh.length <= 1) return fresh[0] ?? null;
  throw new AppError(
    'bad-answer',
    'Several new keys have this name, and nothing tells which one is yours. Look at the list and stop what is too much.',
  );
}
