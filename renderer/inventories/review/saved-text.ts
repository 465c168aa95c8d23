import type { ReviewSaved } from '@renderer/api/reviews';
import { formatClock } from '@core/text/format';

/** Where the progress of a review is, in a few words. */
export function savedText({
  where,
  savedAt,
  problem,
}: Pick<ReviewSaved, 'where' | 'savedAt' | 'problem'>): string {
  if (problem !== null) return 'Not saved yet';
  if (savedAt === null) return '';
  const place = where === 'beside' ? 'beside the file' : 'with Keydesk’s own files';
  return `Saved ${place}, ${formatClock(savedAt)}`;
}

/** What is out of the ordinary about where a review is saved, in a sentence; null where nothing is. */
export function savedTrouble({ where, problem, displaced }: ReviewSaved): string | null {
  if (problem !== null)
    return `${problem.message} What you decided is kept in memory, and saving is tried again.`;
  if (displaced)
    return 'Somebody else saves a review of the same file in its folder. Theirs is left alone; yours is kept with Keydesk’s own files on this computer.';
  if (where === 'profile')
    return 'The folder of the file cannot be written, so the review is kept with Keydesk’s own files on this computer.';
  return null;
}
