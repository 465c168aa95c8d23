import type { Column, RowFilter } from './column';
import { foldText } from './fold-text';
import type { Work } from './pace';
import { rankNumbers, rankTexts, type Ranks } from './rank';

/** What an index is made of. Keep it stable between renders: a new object means a new index. */
export interface IndexSource<R> {
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  /** At most 32. */
  readonly filters: readonly RowFilter<R>[];
}

/** Everything that is computed once per load, so that searching, filtering and sorting are array walks. */
export interface RowIndex {
  readonly size: number;
  /** Per row: all it can be found by, folded. */
  readonly search: readonly string[];
  /** Per row: one bit for each filter that matches, in the order of the filters. */
  readonly flags: Uint32Array;
  /** How many rows each filter matches, in the order of the filters. */
  readonly counts: readonly number[];
  /** None while the rows can be searched but not sorted yet. */
  readonly ranks: ReadonlyMap<string, Ranks>;
}

const STRIDE = 512;

/** Names are compared as people sort them: "key 2" before "key 10". */
const collator = new Intl.Collator('en', { numeric: true });

/**
 * Builds the index of a row set in pausable steps.
 * @param searchable is told of the index as soon as it has everything but its order, which takes as long again
 */
export function* indexRows<R>(
  source: IndexSource<R>,
  searchable?: (index: RowIndex) => void,
): Work<RowIndex> {
  const flagged = yield* filterFlags(source);
  const search = yield* searchTexts(source);
  const index = { size: source.rows.length, search, ...flagged };
  searchable?.({ ...index, ranks: new Map() });
  const ranks = new Map<string, Ranks>();
  for (const column of source.columns) ranks.set(column.id, yield* rankColumn(source.rows, column));
  return { ...index, ranks };
}

function* searchTexts<R>({ rows, columns }: IndexSource<R>): Work<string[]> {
  const readers = columns.flatMap(({ search }) => (search ? [search] : []));
  const texts: string[] = [];
  for (const row of rows) {
    // A line break cannot be typed into a query, so no word is found across two columns.
    texts.push(foldText(readers.map((read) => read(row)).join('\n')));
    if (texts.length % STRIDE === 0) yield;
  }
  return texts;
}

function* filterFlags<R>({ rows, filters }: IndexSource<R>): Work<Pick<RowIndex, 'flags' | 'counts'>> {
  const flags = new Uint32Array(rows.length);
  const counts: number[] = filters.map(() => 0);
  for (const [bit, { matches }] of filters.entries()) {
    for (const [at, row] of rows.entries()) {
      if (at % STRIDE === 0) yield;
      if (!matches(row)) continue;
      flags[at] = (flags[at] ?? 0) | (1 << bit);
      counts[bit] = (counts[bit] ?? 0) + 1;
    }
  }
  return { flags, counts };
}

function* rankColumn<R>(rows: readonly R[], { order, text }: Column<R>): Work<Ranks> {
  if (order) {
    const numbers = new Float64Array(rows.length);
    for (const [at, row] of rows.entries()) {
      numbers[at] = order(row);
      if (at % STRIDE === 0) yield;
    }
    return yield* rankNumbers(numbers);
  }
  const texts: string[] = [];
  for (const row of rows) {
    texts.push(text(row));
    if (texts.length % STRIDE === 0) yield;
  }
  return yield* rankTexts(texts, collator.compare);
}
