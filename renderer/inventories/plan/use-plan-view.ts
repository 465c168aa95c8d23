import { useCallback, useMemo, useState } from 'react';
import type { PlanRowView } from '@core/domain/plan';
import type { PlanState } from '@renderer/api/plans';
import type { Column, Sort } from '@renderer/table/column';
import { EMPTY_SELECTION, type Selection } from '@renderer/table/selection';
import { useRowView, type RowView } from '@renderer/table/use-row-view';
import { PLAN_FILTERS, planColumns } from './plan-columns';

/** What the operator sees of a plan, and how they change it. */
export interface PlanTableView {
  readonly table: RowView<PlanRowView>;
  readonly columns: readonly Column<PlanRowView>[];
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly filters: ReadonlySet<string>;
  readonly toggleFilter: (id: string) => void;
  /** Takes search and filters off. */
  readonly clear: () => void;
  readonly sort: Sort | null;
  readonly setSort: (sort: Sort) => void;
  readonly selection: Selection;
  readonly setSelection: (selection: Selection) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Search, chips, order and selection of a plan's rows; at first in the order of the file. */
export function usePlanView({ view: { places }, rows }: PlanState): PlanTableView {
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState(NONE);
  const [sort, setSort] = useState<Sort | null>(null);
  const [selection, setSelection] = useState(EMPTY_SELECTION);
  // The places of a file never change; what is read anew is equal.
  const [columns] = useState(() => planColumns(places));
  const source = useMemo(() => ({ rows, columns, filters: PLAN_FILTERS }), [rows, columns]);
  const table = useRowView(source, { search, filters, sort });
  const toggleFilter = useCallback(
    (id: string) =>
      setFilters((on) => {
        const next = new Set(on);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const clear = useCallback(() => {
    setSearch('');
    setFilters(NONE);
  }, []);
  return {
    table,
    columns,
    search,
    setSearch,
    filters,
    toggleFilter,
    clear,
    sort,
    setSort,
    selection,
    setSelection,
  };
}
