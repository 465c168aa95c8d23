import type { ReactNode } from 'react';
import type { Column, Sort } from './column';
import { TickBox } from './TickBox';

/** What the heading of a table shows and does. */
export interface HeadingRowProps<R> {
  readonly columns: readonly Column<R>[];
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  readonly ticked: 'none' | 'some' | 'all';
  readonly onTickAll: () => void;
  /** The stop that is in the tab order; null when the focus stands in another row. */
  readonly stop: number | null;
}

/** Column headings that sort, and the tick box for all rows in view. */
export function HeadingRow<R>(props: HeadingRowProps<R>): ReactNode {
  const { columns, ticked, onTickAll, stop } = props;
  return (
    <div role="row" aria-rowindex={1} data-row={-1} className="kd-heading">
      <div role="columnheader" aria-colindex={1} aria-label="Selection" className="kd-tick">
        <TickBox label="Select all" state={ticked} onToggle={onTickAll} tabbable={stop === 0} />
      </div>
      {columns.map((column, at) => (
        <ColumnHeading key={column.id} {...props} column={column} at={at} />
      ))}
      <div role="columnheader" aria-colindex={columns.length + 2} className="kd-actions">
        <span className="kd-unseen">Actions</span>
      </div>
    </div>
  );
}

type ColumnHeadingProps<R> = HeadingRowProps<R> & { readonly column: Column<R>; readonly at: number };

function ColumnHeading<R>({ column, at, sort, onSort, stop }: ColumnHeadingProps<R>): ReactNode {
  const direction = sort?.column === column.id ? sort.direction : null;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={direction ?? 'none'}
      className={column.pinned ? 'kd-pinned' : undefined}
    >
      <button
        type="button"
        data-stop={at + 1}
        data-tip={column.explanation}
        tabIndex={stop === at + 1 ? 0 : -1}
        onClick={() => onSort({ column: column.id, direction: next })}
      >
        <span>{column.label}</span>
        <SortMark direction={direction} />
      </button>
    </div>
  );
}

function SortMark({ direction }: { direction: Sort['direction'] | null }): ReactNode {
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true" className={`kd-sort ${direction ?? 'none'}`}>
      <path d="M5 1.5v7M2 4.5l3-3 3 3" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
