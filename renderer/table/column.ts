import type { ReactNode } from 'react';

/** One column of a table over rows of any kind. */
export interface Column<R> {
  /** Stable name: sorting, hiding and the kept column choice refer to it. */
  readonly id: string;
  readonly label: string;
  /** Explains the heading where the label alone could mislead. */
  readonly explanation?: string;
  /** Least width in pixels; the table scrolls sideways rather than squeeze a column below it. */
  readonly width: number;
  /** Share of the spare width; 0 when absent. */
  readonly grow?: number;
  /** What the cell says in words; also what is sorted unless `order` is given. Empty sorts last. */
  readonly text: (row: R) => string;
  /** Sorts by number instead of by text; NaN sorts last in both directions. */
  readonly order?: (row: R) => number;
  /** Adds to what *Search* looks through; absent columns are not searched. */
  readonly search?: (row: R) => string;
  /** Draws the cell; plain `text` when absent. */
  readonly cell?: (row: R) => ReactNode;
  /** What the cell says on closer inspection: the tooltip, also read out; empty for nothing. */
  readonly tip?: (row: R) => string;
  /** A column that identifies the row: it stays in view and cannot be hidden. */
  readonly pinned?: boolean;
}

/** One thing that can be done with a row, as an icon button at its end. */
export interface RowAction<R> {
  readonly id: string;
  /** The accessible name and tooltip, which may depend on the row ("Show key", then "Hide key"). */
  readonly label: (row: R) => string;
  readonly icon: (row: R) => string;
  readonly run: (row: R) => void;
  /** Absent actions are not drawn for a row; all are when this is not given. */
  readonly offered?: (row: R) => boolean;
  readonly tone?: 'danger';
  /** Drawn also while the row is neither hovered nor focused. */
  readonly steady?: boolean;
}

/** A yes-or-no question about a row. Filters of one group widen each other, groups narrow each other. */
export interface RowFilter<R> {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly matches: (row: R) => boolean;
}

/** Which column orders the rows, and which way. */
export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}
