import { useMemo, useState } from 'react';
import type { RowFilter, Sort } from './column';
import type { IndexSource, RowIndex } from './row-index';
import { asTheyCame, filterMasks, Finder, orderRows, pickRows } from './row-view';
import { useRowIndex } from './use-row-index';

/** What the operator asked to see. */
export interface ViewQuery {
  readonly search: string;
  /** Filters that are switched on, by id. */
  readonly filters: ReadonlySet<string>;
  readonly sort: Sort | null;
}

/** The rows to show. */
export interface RowView<R> {
  /** The rows that `order` points into. */
  readonly rows: readonly R[];
  /** Which rows, in which order. */
  readonly order: Uint32Array;
  readonly filters: readonly (RowFilter<R> & { readonly count: number })[];
  /** Searching is possible; until sorting is too, the rows stand in the order in which they came. */
  readonly ready: boolean;
}

/** Searches, filters and orders rows; each step is redone only when what it depends on changed. */
export function useRowView<R>(source: IndexSource<R>, query: ViewQuery): RowView<R> {
  const { source: shown, index } = useRowIndex(source);
  const ordered = useMemo(
    () => (index ? orderRows(index, query.sort) : asTheyCame(shown.rows.length)),
    [index, query.sort, shown],
  );
  const [finder] = useState(() => new Finder());
  // Not deferred: the letter and its rows are painted in one frame, which is sooner than two.
  const { search } = query;
  const found = useMemo(() => index && finder.find(index, search), [finder, index, search]);
  const masks = useMemo(() => filterMasks(shown.filters, query.filters), [shown, query.filters]);
  const order = useMemo(() => (found ? pickRows(ordered, found, masks) : ordered), [found, masks, ordered]);
  const filters = useMemo(() => counted(shown.filters, index), [shown, index]);
  const ready = index !== null;
  return useMemo(() => ({ rows: shown.rows, order, filters, ready }), [shown, order, filters, ready]);
}

function counted<R>(
  filters: readonly RowFilter<R>[],
  index: RowIndex | null,
): readonly (RowFilter<R> & { readonly count: number })[] {
  return filters.map((filter, at) => ({ ...filter, count: index?.counts[at] ?? 0 }));
}
