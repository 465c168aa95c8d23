import type { RowFilter, Sort } from './column';
import { searchTerms } from './fold-text';
import { ABSENT, type Ranks } from './rank';
import type { RowIndex } from './row-index';

/** The rows that a query found, kept so that a longer query only looks through them. */
export interface Found {
  readonly index: RowIndex;
  readonly terms: readonly string[];
  /** Per row: 1 when it matches. */
  readonly hits: Uint8Array;
}

/**
 * Finds the rows that contain every word of a query.
 * @param last an earlier answer; only its rows are looked through where the new query narrows it
 */
export function findRows(index: RowIndex, query: string, last?: Found | null): Found {
  const terms = searchTerms(query);
  const narrower = last?.index === index && narrows(last.terms, terms) ? last.hits : null;
  const hits = new Uint8Array(index.size);
  if (terms.length === 0) return { index, terms, hits: hits.fill(1) };
  for (let row = 0; row < index.size; row += 1) {
    if (narrower?.[row] === 0) continue;
    hits[row] = containsAll(index.search[row] ?? '', terms) ? 1 : 0;
  }
  return { index, terms, hits };
}

/** A loop instead of `every`: a closure per row is what this would cost most. */
function containsAll(text: string, terms: readonly string[]): boolean {
  for (const term of terms) if (!text.includes(term)) return false;
  return true;
}

/** Finds rows for one table and remembers the last answer, so that the next letter only narrows it. */
export class Finder {
  #last: Found | null = null;

  /** The rows that a query finds; asked the same again, the same answer. */
  find(index: RowIndex, query: string): Found {
    this.#last = findRows(index, query, this.#last);
    return this.#last;
  }
}

/** Whether everything that matches `after` also matches `before`. */
const narrows = (before: readonly string[], after: readonly string[]): boolean =>
  before.every((old) => after.some((term) => term.includes(old)));

/** All rows in the order of a column: a counting sort over ranks, so equal rows keep their order. */
export function orderRows(index: RowIndex, sort: Sort | null): Uint32Array {
  const ranks = sort === null ? undefined : index.ranks.get(sort.column);
  if (!ranks) return asTheyCame(index.size);
  return countingSort(ranks, sort?.direction === 'descending');
}

/** All rows in the order in which they came. */
export function asTheyCame(size: number): Uint32Array {
  const order = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) order[row] = row;
  return order;
}

function countingSort({ of, places }: Ranks, descending: boolean): Uint32Array {
  const placeOf = (rank: number): number =>
    rank === ABSENT ? places : descending ? places - 1 - rank : rank;
  const next = new Uint32Array(places + 2);
  for (const rank of of) bump(next, placeOf(rank) + 1);
  for (let place = 1; place < next.length; place += 1)
    next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  const order = new Uint32Array(of.length);
  for (let row = 0; row < of.length; row += 1) order[bump(next, placeOf(of[row] ?? ABSENT))] = row;
  return order;
}

/** Counts a cell up and gives what it was. */
function bump(counts: Uint32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}

/** The rows to show: those of `order` that were found and pass the masks, one mask per filter group. */
export function pickRows(order: Uint32Array, found: Found, masks: readonly number[]): Uint32Array {
  const { hits, index, terms } = found;
  if (terms.length === 0 && masks.length === 0) return order;
  const picked = new Uint32Array(order.length);
  let length = 0;
  for (const row of order) {
    if (hits[row] === 0 || !passes(index.flags[row] ?? 0, masks)) continue;
    picked[length] = row;
    length += 1;
  }
  return picked.slice(0, length);
}

function passes(flags: number, masks: readonly number[]): boolean {
  for (const mask of masks) if ((flags & mask) === 0) return false;
  return true;
}

/** One mask per group of the filters that are switched on. */
export function filterMasks(
  filters: readonly Pick<RowFilter<never>, 'id' | 'group'>[],
  on: ReadonlySet<string>,
): number[] {
  const masks = new Map<string, number>();
  filters.forEach(({ id, group }, bit) => {
    if (on.has(id)) masks.set(group, (masks.get(group) ?? 0) | (1 << bit));
  });
  return [...masks.values()];
}
