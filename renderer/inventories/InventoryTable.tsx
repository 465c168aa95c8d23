import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiKeyOutline } from '@mdi/js';
import { useCallback, useRef, type ReactNode } from 'react';
import { formatCount } from '@core/text/format';
import { FilterBar } from '@renderer/key-table/FilterBar';
import { SearchInput } from '@renderer/key-table/SearchInput';
import type { KeyView } from '@renderer/key-table/use-key-view';
import { EmptyState } from '@renderer/shared/EmptyState';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';
import { useNow } from '@renderer/shared/use-now';
import { ColumnsMenu } from '@renderer/table/ColumnsMenu';
import { DataTable } from '@renderer/table/DataTable';
import type { RowAction } from '@renderer/table/column';
import { EMPTY_SELECTION } from '@renderer/table/selection';
import { InventoryLooks, LOW, Sides } from './InventoryLooks';
import type { InventoryRow } from './inventory-row';
import { pressLetter } from './review/press-letter';
import type { ReviewDesk } from './review/review-desk';
import { ReviewPanel } from './review/ReviewPanel';
import { useJudging, type Judging } from './review/use-judging';
import { useInventorySource, type ReadInventory } from './use-inventory-source';
import { useFilterChips, useInventoryView } from './use-inventory-view';
import { NothingMatches } from './NothingMatches';

/** "Expiring" and "3 hours ago" are looked at anew this often. */
const CLOCK_MS = 300_000;

/** The keys of an inventory, and beside them the one that is being judged. */
export function InventoryTable({ read }: { read: ReadInventory }): ReactNode {
  const now = useNow(CLOCK_MS);
  const { source, context } = useInventorySource(read, now);
  const view = useInventoryView(source, read.desk);
  const judging = useJudging(view, read.desk);
  const note = useRef<HTMLTextAreaElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const letters = { ...judging, note: () => note.current?.focus() };
  const toButtons = useCallback(() => buttons.current?.querySelector('button')?.focus(), []);
  if (source.rows.length === 0) return <NoKeys />;
  return (
    <Sides onKeyDown={(event) => pressLetter(letters, event)}>
      <InventoryLooks>
        <Tools view={view} columns={source.columns} desk={read.desk} />
        <Box sx={{ position: 'relative', flex: 1, minHeight: 0 }}>
          <Keys view={view} judging={judging} onOpen={toButtons} />
          {view.table.order.length === 0 && <NothingMatches what="key" onClear={view.clear} />}
        </Box>
      </InventoryLooks>
      <ReviewPanel
        judging={judging}
        desk={read.desk}
        ticked={view.selected.length}
        now={now}
        noteRef={note}
        buttonsRef={buttons}
        context={context}
      />
      <VisuallyHidden>
        <span role="status">{judging.said}</span>
      </VisuallyHidden>
    </Sides>
  );
}

interface ToolsProps {
  readonly view: KeyView<InventoryRow>;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly pinned?: boolean }[];
  readonly desk: ReviewDesk;
}

function Tools({ view, columns, desk }: ToolsProps): ReactNode {
  const chips = useFilterChips(view, desk);
  const ticked = view.selected.length;
  return (
    <>
      <Box
        role="toolbar"
        aria-label="Keys"
        sx={{ display: 'flex', alignItems: 'center', gap: 0.75, px: 2, pt: 1.25 }}
      >
        <SearchInput value={view.search} onChange={view.setSearch} />
        <Box sx={{ flex: 1 }} />
        {ticked > 0 && (
          <Button size="small" onClick={() => view.setSelection(EMPTY_SELECTION)}>
            Clear selection ({formatCount(ticked)})
          </Button>
        )}
        <ColumnsMenu
          columns={columns.filter(({ pinned }) => pinned !== true)}
          hidden={view.hidden}
          onToggle={view.toggleColumn}
        />
      </Box>
      <Box sx={CHIPS}>
        <FilterBar view={chips} asOf={null} />
      </Box>
    </>
  );
}

const NO_ACTIONS: readonly RowAction<InventoryRow>[] = [];
const idOf = ({ id }: InventoryRow): string => id;
const nameOf = ({ key }: InventoryRow): string => key.name;

interface KeysProps {
  readonly view: KeyView<InventoryRow>;
  readonly judging: Judging;
  readonly onOpen: () => void;
}

function Keys({ view, judging, onOpen }: KeysProps): ReactNode {
  return (
    <DataTable
      label="Keys of the inventory"
      view={view.table}
      columns={view.columns}
      actions={NO_ACTIONS}
      rowId={idOf}
      rowLabel={nameOf}
      sort={view.sort}
      onSort={view.setSort}
      selection={view.selection}
      onSelection={view.setSelection}
      onOpen={onOpen}
      goTo={judging.goTo}
      onFocusRow={judging.look}
    />
  );
}

function NoKeys(): ReactNode {
  return (
    <EmptyState icon={mdiKeyOutline} title="No keys in this inventory">
      When it was exported, there was no key in any of its environments.
    </EmptyState>
  );
}

/** In a low window the chips stand on one line, which scrolls. */
const CHIPS = {
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 1,
  px: 2,
  py: 1,
  [LOW]: {
    flexWrap: 'nowrap',
    py: 0.5,
    '& > [role="group"]': { flexWrap: 'nowrap', overflowX: 'auto', py: 0.5 },
    '& > [role="group"] > *': { flex: 'none' },
  },
} as const;
