import { useCallback, useMemo, useState } from 'react';
import { useSettings } from '@renderer/api/queries';
import { useChangeSettings } from '@renderer/api/settings-mutations';
import type { Column, Sort } from '@renderer/table/column';
import type { IndexSource } from '@renderer/table/row-index';
import { EMPTY_SELECTION, onlyPresent, type Selection } from '@renderer/table/selection';
import { useRowView, type RowView } from '@renderer/table/use-row-view';
import type { KeyRow } from './key-row';

/** What the operator sees of the keys, and how they change it. */
export interface KeyView<R extends KeyRow = KeyRow> {
  readonly table: RowView<R>;
  readonly columns: readonly Column<R>[];
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly filters: ReadonlySet<string>;
  readonly toggleFilter: (id: string) => void;
  /** Takes search and filters off. */
  readonly clear: () => void;
  readonly sort: Sort;
  readonly setSort: (sort: Sort) => void;
  readonly selection: Selection;
  readonly setSelection: (selection: Selection) => void;
  readonly selected: readonly R[];
  readonly hidden: ReadonlySet<string>;
  readonly toggleColumn: (id: string) => void;
}

const NO_FILTERS: ReadonlySet<string> = new Set();
const BY_NAME: Sort = { column: 'name', direction: 'ascending' };

/** Search, filters, order, selection and columns of a key table. */
export function useKeyView<R extends KeyRow>(source: IndexSource<R>): KeyView<R> {
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState(NO_FILTERS);
  const [sort, setSort] = useState(BY_NAME);
  const table = useRowView(source, { search, filters, sort });
  const toggleFilter = useCallback((id: string) => setFilters((on) => toggled(on, id)), []);
  const clear = useCallback(() => {
    setSearch('');
    setFilters(NO_FILTERS);
  }, []);
  return {
    table,
    search,
    setSearch,
    filters,
    toggleFilter,
    clear,
    sort,
    setSort,
    ...useSelection(source.rows),
    ...useColumns(source.columns),
  };
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** A key that is gone is no longer selected. */
function useSelection<R extends KeyRow>(
  rows: readonly R[],
): Pick<KeyView<R>, 'selection' | 'setSelection' | 'selected'> {
  const [ticked, setSelection] = useState(EMPTY_SELECTION);
  const selection = useMemo(() => {
    if (ticked.ids.size === 0) return ticked;
    const present = new Set(rows.map(({ id }) => id));
    return onlyPresent(ticked, (id) => present.has(id));
  }, [rows, ticked]);
  const selected = useMemo(
    () => (selection.ids.size === 0 ? [] : rows.filter(({ id }) => selection.ids.has(id))),
    [rows, selection],
  );
  return { selection, setSelection, selected };
}

function useColumns<R extends KeyRow>(
  columns: readonly Column<R>[],
): Pick<KeyView<R>, 'columns' | 'hidden' | 'toggleColumn'> {
  const { data } = useSettings();
  const { run } = useChangeSettings();
  const kept = data?.hiddenColumns;
  const hidden = useMemo(() => new Set(kept), [kept]);
  const visible = useMemo(
    () => columns.filter(({ id, pinned }) => pinned === true || !hidden.has(id)),
    [columns, hidden],
  );
  const toggleColumn = useCallback(
    (id: string) => void run({ hiddenColumns: [...toggled(hidden, id)] }),
    [hidden, run],
  );
  return { columns: visible, hidden, toggleColumn };
}
