import { useCallback, useMemo, useState } from 'react';
import type { ActivityEntry } from '@core/domain/activity';
import type { Sort } from '@renderer/table/column';
import { EMPTY_SELECTION, type Selection } from '@renderer/table/selection';
import { useRowView, type RowView } from '@renderer/table/use-row-view';
import { ACTIVITY_COLUMNS } from './activity-columns';
import { filtered, isFiltering, NO_FILTER, type ActivityFilter } from './activity-filter';

/** What the operator sees of the log, and how they change it. */
export interface ActivityView {
  readonly table: RowView<ActivityEntry>;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly filter: ActivityFilter;
  readonly setFilter: (change: Partial<ActivityFilter>) => void;
  /** Takes search and filters off. */
  readonly clear: () => void;
  readonly sort: Sort;
  readonly setSort: (sort: Sort) => void;
  readonly selection: Selection;
  readonly setSelection: (selection: Selection) => void;
  /** The numbers of the lines that are ticked, or else of those in sight; null for the whole log. */
  readonly chosen: () => number[] | null;
}

const NEWEST_FIRST: Sort = { column: 'at', direction: 'descending' };
const NO_FILTERS: ReadonlySet<string> = new Set();

/**
 * Search, filters, order and selection of the log.
 * @param now epoch milliseconds; moves only when the log is read
 */
export function useActivityView(entries: readonly ActivityEntry[], now: number): ActivityView {
  const [search, setSearch] = useState('');
  const [filter, setWhole] = useState(NO_FILTER);
  const [sort, setSort] = useState(NEWEST_FIRST);
  const [selection, setSelection] = useState(EMPTY_SELECTION);
  const source = useMemo(
    () => ({ rows: filtered(entries, filter, now), columns: ACTIVITY_COLUMNS, filters: [] }),
    [entries, filter, now],
  );
  const table = useRowView(source, { search, filters: NO_FILTERS, sort });
  const setFilter = useCallback(
    (change: Partial<ActivityFilter>) => setWhole((before) => ({ ...before, ...change })),
    [],
  );
  const clear = useCallback(() => {
    setSearch('');
    setWhole(NO_FILTER);
  }, []);
  const chosen = (): number[] | null => {
    if (selection.ids.size > 0) return [...selection.ids].map(Number);
    if (search === '' && !isFiltering(filter)) return null;
    return [...table.order].flatMap((at) => table.rows[at]?.seq ?? []);
  };
  return {
    table,
    search,
    setSearch,
    filter,
    setFilter,
    clear,
    sort,
    setSort,
    selection,
    setSelection,
    chosen,
  };
}
