import { memo, type MouseEvent, type ReactNode } from 'react';
import type { Column, RowAction } from './column';
import { TickBox } from './TickBox';

/** What one row shows and does. Every function must stay the same between renderings. */
export interface DataRowProps<R> {
  readonly row: R;
  /** Its place in the view. */
  readonly at: number;
  readonly top: number;
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly actions: readonly RowAction<R>[];
  readonly selected: boolean;
  /** The stop that is in the tab order; null when the focus stands in another row. */
  readonly stop: number | null;
  /** Shown in place of everything but the pinned column. */
  readonly strip: ReactNode;
  readonly onTick: (at: number, range: boolean) => void;
  readonly onOpen: (at: number) => void;
}

function DataRowInner<R>(props: DataRowProps<R>): ReactNode {
  const { at, top, label, selected, stop, onTick, onOpen } = props;
  const tick = (event: MouseEvent): void => onTick(at, event.shiftKey);
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      data-row={at}
      className="kd-row"
      style={{ top }}
      onDoubleClick={(event) => {
        if (event.target instanceof Element && !event.target.closest('button, input')) onOpen(at);
      }}
    >
      <div role="gridcell" aria-colindex={1} className="kd-tick">
        <TickBox
          label={`Select ${label}`}
          state={selected ? 'all' : 'none'}
          onToggle={tick}
          tabbable={stop === 0}
        />
      </div>
      <Facts {...props} />
      <Actions {...props} />
    </div>
  );
}

/** One row of a table; drawn again only when something of its own changed. */
export const DataRow = memo(DataRowInner) as typeof DataRowInner;

function Facts<R>({ row, columns, stop, strip }: DataRowProps<R>): ReactNode {
  const replaced = strip === null ? Infinity : columns.filter((column) => column.pinned).length;
  const cells = columns
    .slice(0, replaced)
    .map((column, at) => <Cell key={column.id} row={row} column={column} at={at} stop={stop} />);
  if (strip === null) return cells;
  return (
    <>
      {cells}
      <div
        role="gridcell"
        aria-colindex={replaced + 2}
        aria-colspan={columns.length - replaced}
        className="kd-strip"
        style={{ gridColumn: `${replaced + 2} / -2` }}
        data-stop={replaced + 1}
        tabIndex={stop !== null && stop > replaced && stop <= columns.length ? 0 : -1}
      >
        {strip}
      </div>
    </>
  );
}

interface CellProps<R> {
  readonly row: R;
  readonly column: Column<R>;
  readonly at: number;
  readonly stop: number | null;
}

function Cell<R>({ row, column, at, stop }: CellProps<R>): ReactNode {
  const told = column.tip?.(row) ?? '';
  const tip = told === '' ? undefined : told;
  return (
    <div
      role="gridcell"
      aria-colindex={at + 2}
      aria-description={tip}
      data-tip={tip}
      data-stop={at + 1}
      tabIndex={stop === at + 1 ? 0 : -1}
      className={column.pinned ? 'kd-cell kd-pinned' : 'kd-cell'}
    >
      {column.cell ? column.cell(row) : column.text(row)}
    </div>
  );
}

function Actions<R>({ row, columns, actions, stop }: DataRowProps<R>): ReactNode {
  return (
    <div role="gridcell" aria-colindex={columns.length + 2} className="kd-actions">
      {actions.map((action, at) => {
        // An empty place, so that the same action stands in the same column for every row.
        if (action.offered?.(row) === false) return <span key={action.id} />;
        const own = columns.length + 1 + at;
        return (
          <button
            key={action.id}
            type="button"
            aria-label={action.label(row)}
            data-tip={action.label(row)}
            data-stop={own}
            tabIndex={stop === own ? 0 : -1}
            className={`${action.tone ?? 'plain'} ${action.steady ? 'steady' : ''}`}
            onClick={() => action.run(row)}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={action.icon(row)} />
            </svg>
          </button>
        );
      })}
    </div>
  );
}
