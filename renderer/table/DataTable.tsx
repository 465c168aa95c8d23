import Tooltip from '@mui/material/Tooltip';
import { memo, useMemo, useRef, type CSSProperties, type ReactNode } from 'react';
import type { DataTableProps } from './data-table-props';
import { DataRow } from './DataRow';
import { GridRoot } from './GridRoot';
import { HeadingRow } from './HeadingRow';
import { layoutTable, type TableLayout } from './table-layout';
import { useGrid, type Grid } from './use-grid';
import { useGridTip, type GridTip } from './use-grid-tip';

function DataTableInner<R>(props: DataTableProps<R>): ReactNode {
  const { label, view, columns, actions, sort, onSort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useGrid(props, scroller);
  const { tip, listeners } = useGridTip(view);
  const layout = useMemo(() => layoutTable(columns, actions.length), [columns, actions.length]);
  const { onFocus: explain, ...others } = listeners;
  return (
    <GridRoot
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={view.order.length + 1}
      aria-colcount={columns.length + 2}
      aria-multiselectable
      style={gridStyle(layout)}
      onKeyDown={grid.onKeyDown}
      onFocus={(event) => {
        grid.onFocus(event);
        explain(event);
      }}
      {...others}
    >
      <div
        className="kd-content"
        role="presentation"
        style={{ height: grid.virtual.height, minWidth: layout.minWidth }}
      >
        <HeadingRow
          columns={columns}
          sort={sort}
          onSort={onSort}
          ticked={grid.ticked}
          onTickAll={grid.onTickAll}
          stop={grid.stopIn(-1)}
        />
        <Rows {...props} grid={grid} />
      </div>
      <Tip tip={tip} />
    </GridRoot>
  );
}

/**
 * A grid that draws only the rows in sight: headings that sort, tick boxes, row actions, full keyboard.
 * It fills the nearest positioned ancestor, and is drawn again only when what it is given changed.
 */
export const DataTable = memo(DataTableInner) as typeof DataTableInner;

function Rows<R>({ grid, view, columns, actions, ...props }: DataTableProps<R> & { grid: Grid }): ReactNode {
  const { rowId, rowLabel, selection, strip } = props;
  return grid.virtual.rows.map(({ at, top }) => {
    const row = view.rows[view.order[at] ?? -1];
    if (row === undefined) return null;
    const id = rowId(row);
    return (
      <DataRow
        // By place and not by row: a new search then writes other words into the rows that are there.
        key={at}
        row={row}
        at={at}
        top={top}
        label={rowLabel(row)}
        columns={columns}
        actions={actions}
        selected={selection.ids.has(id)}
        stop={grid.stopIn(at)}
        strip={strip?.id === id ? strip.node : null}
        onTick={grid.onTick}
        onOpen={grid.onOpen}
      />
    );
  });
}

/** Custom properties, which the type of a style does not know. */
type Variables = CSSProperties & Readonly<Record<`--kd-${string}`, string>>;

const gridStyle = ({ tracks, pinnedLeft, pinnedRight }: TableLayout): Variables => ({
  '--kd-tracks': tracks,
  '--kd-left': `${pinnedLeft}px`,
  '--kd-right': `${pinnedRight}px`,
});

function Tip({ tip }: { tip: GridTip | null }): ReactNode {
  return (
    <Tooltip
      open={tip !== null}
      title={tip?.text ?? ''}
      slotProps={{ popper: { anchorEl: tip?.anchor ?? null } }}
    >
      <span aria-hidden="true" />
    </Tooltip>
  );
}
