import { Review } from '@core/domain/review';

/** What the text of a review file turned out to be, for an inventory of this SHA-256. */
export type FoundReview =
  { readonly state: 'ok'; readonly review: Review } | { readonly state: 'version' | 'damaged' };

/** The text of a review file: one key to a line, so that two of them can be compared by eye. */
export function reviewText({ entries, ...head }: Review): string {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},\n"entries":[\n${lines}\n]}\n`;
}

/** Reads such a text; entries about rows the inventory does not have make it damaged. Never throws. */
export function parseReview(text: string, inventory: { sha256: string; rows: number }): FoundReview {
  const review = reviewIn(text);
  if (review === null) return { state: 'damaged' };
  if (review.inventory.sha256 !== inventory.sha256) return { state: 'version' };
  const fits = review.entries.every(({ row }) => row < inventory.rows);
  return fits ? { state: 'ok', review } : { state: 'damaged' };
}

function reviewIn(text: string): Review | null {
  try {
    return Review.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
