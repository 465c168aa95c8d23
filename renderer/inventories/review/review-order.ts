import type { Sort } from '@renderer/table/column';
import { DECISIONS, type ReviewEntry } from '@core/domain/review';
import type { ReviewState } from './review-desk';

/** A question about what was decided, as a filter chip. */
export interface ReviewFilter {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

const PREFIX = 'decision:';
const UNDECIDED = `${PREFIX}none`;

/** Whether a filter asks for decisions. */
export const isReviewFilter = (id: string): boolean => id.startsWith(PREFIX);

/** The chips about decisions, with how many keys they are for. */
export function reviewFilters({ counts, decided }: ReviewState, rows: number): ReviewFilter[] {
  const chips = DECISIONS.map((decision) => ({
    id: `${PREFIX}${decision}`,
    label: `To ${decision}`,
    count: counts[decision],
  }));
  return [{ id: UNDECIDED, label: 'Undecided', count: rows - decided }, ...chips];
}

const decisionId = (entry: ReviewEntry | null): string => `${PREFIX}${entry?.decision ?? 'none'}`;

/** The rows of an order that one of these filters is for; `order` itself while none is on. Rows stand for positions. */
export function pickDecided(order: Uint32Array, on: ReadonlySet<string>, review: ReviewState): Uint32Array {
  return on.size === 0 ? order : order.filter((at) => on.has(decisionId(review.entry(at))));
}

const collator = new Intl.Collator('en', { numeric: true });

/** What the columns about decisions are ordered by; empty comes last. */
const SORTED: Readonly<Record<string, (entry: ReviewEntry) => string>> = {
  decision: ({ decision }) => (decision === null ? '' : String(DECISIONS.indexOf(decision))),
  owner: ({ owner = '' }) => owner,
};

/** The order by a column about decisions; `order` itself for any other column. */
export function orderDecided(order: Uint32Array, sort: Sort, review: ReviewState): Uint32Array {
  const textOf = SORTED[sort.column];
  if (textOf === undefined) return order;
  const said: { readonly at: number; readonly text: string }[] = [];
  const silent: number[] = [];
  for (const at of order) {
    const entry = review.entry(at);
    const text = entry === null ? '' : textOf(entry);
    if (text === '') silent.push(at);
    else said.push({ at, text });
  }
  const way = sort.direction === 'descending' ? -1 : 1;
  said.sort((a, b) => way * collator.compare(a.text, b.text));
  return Uint32Array.from([...said.map(({ at }) => at), ...silent]);
}

/** The next key after one that nothing is decided about, from the top again at the end; null when all are decided. */
export function nextUndecided(order: Uint32Array, from: number, review: ReviewState): number | null {
  const start = order.indexOf(from);
  for (let step = 1; step <= order.length; step += 1) {
    const at = order[(start + step) % order.length];
    if (at !== undefined && (review.entry(at)?.decision ?? null) === null) return at;
  }
  return null;
}
