import Box from '@mui/material/Box';
import { mdiEqual } from '@mdi/js';
import { useMemo, useState, type ReactNode } from 'react';
import { plural } from '@core/text/format';
import type { ReadComparison } from '@renderer/api/comparisons';
import { FilterBar } from '@renderer/key-table/FilterBar';
import { KeyLooks } from '@renderer/key-table/KeyLooks';
import { SearchInput } from '@renderer/key-table/SearchInput';
import { EmptyState } from '@renderer/shared/EmptyState';
import { useAsked } from '@renderer/shared/use-asked';
import type { Sort } from '@renderer/table/column';
import { DataTable } from '@renderer/table/DataTable';
import { EMPTY_SELECTION } from '@renderer/table/selection';
import { useRowView } from '@renderer/table/use-row-view';
import { CHANGE_FILTERS, compareColumns } from './compare-columns';
import { compareRows, nameOf, type CompareRow } from './compare-rows';
import { RowDialog } from './RowDialog';
import { NothingMatches } from '../NothingMatches';

export interface CompareResultProps {
  readonly read: ReadComparison;
  /** When it was compared, in epoch milliseconds. */
  readonly now: number;
}

/** Everything that differs, or that nothing does. */
export function CompareResult({ read, now }: CompareResultProps): ReactNode {
  const view = useCompareView(read, now);
  const line = useAsked<CompareRow>();
  if (read.rows.length === 0) return <NothingDiffers {...read.view} />;
  return (
    <KeyLooks>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1 }}>
        <SearchInput value={view.search} onChange={view.setSearch} />
        <FilterBar view={view} asOf={null} />
      </Box>
      <Box sx={{ position: 'relative', flex: 1, minHeight: 0 }}>
        <DataTable
          label="Changes"
          view={view.table}
          columns={view.columns}
          actions={NO_ACTIONS}
          rowId={idOf}
          rowLabel={nameOf}
          sort={view.sort}
          onSort={view.setSort}
          selection={view.selection}
          onSelection={view.setSelection}
          onOpen={line.ask}
        />
        {view.table.ready && view.table.order.length === 0 && (
          <NothingMatches what="change" onClear={view.clear} />
        )}
      </Box>
      {line.request !== null && (
        <RowDialog row={line.request} now={now} open={line.open} onClose={line.close} />
      )}
    </KeyLooks>
  );
}

function NothingDiffers({ unchanged, places }: CompareResultProps['read']['view']): ReactNode {
  if (places.length === 0)
    return (
      <EmptyState icon={mdiEqual} title="Nothing can be compared">
        The two have no environment in common.
      </EmptyState>
    );
  return (
    <EmptyState icon={mdiEqual} title="Nothing changed">
      {plural(unchanged, 'key is', 'keys are')} the same on both sides.
    </EmptyState>
  );
}

const NO_ACTIONS: readonly [] = [];
const NO_FILTERS: ReadonlySet<string> = new Set();
const BY_CHANGE: Sort = { column: 'changes', direction: 'ascending' };
const idOf = ({ id }: CompareRow): string => id;

function useCompareView(read: ReadComparison, now: number) {
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState(NO_FILTERS);
  const [sort, setSort] = useState(BY_CHANGE);
  const [selection, setSelection] = useState(EMPTY_SELECTION);
  const columns = useMemo(() => compareColumns(now), [now]);
  const source = useMemo(
    () => ({ rows: compareRows(read), columns, filters: CHANGE_FILTERS }),
    [read, columns],
  );
  const table = useRowView(source, { search, filters, sort });
  const toggleFilter = (id: string): void =>
    setFilters((on) => {
      const next = new Set(on);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const clear = (): void => {
    setSearch('');
    setFilters(NO_FILTERS);
  };
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
