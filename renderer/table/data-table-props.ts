import type { ReactNode } from 'react';
import type { Column, RowAction, Sort } from './column';
import type { Selection } from './selection';
import type { RowView } from './use-row-view';

/** A table over rows of any kind; it knows no console. Lists and functions must stay the same between renderings. */
export interface DataTableProps<R> {
  /** The accessible name of the grid. */
  readonly label: string;
  readonly view: RowView<R>;
  /** The columns to draw; pinned ones come first. */
  readonly columns: readonly Column<R>[];
  readonly actions: readonly RowAction<R>[];
  readonly rowId: (row: R) => string;
  /** What a row is called for those who cannot see it. */
  readonly rowLabel: (row: R) => string;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  readonly selection: Selection;
  readonly onSelection: (next: Selection) => void;
  /** Enter or a double click on a row. */
  readonly onOpen: (row: R) => void;
  /** Something shown in place of one row's facts. */
  readonly strip?: { readonly id: string; readonly node: ReactNode } | null;
  /** Takes the focus to the row at this place of `view.rows`; each new object does so once. */
  readonly goTo?: { readonly row: number } | null;
  /** Told of the row the focus stands in. */
  readonly onFocusRow?: (row: R) => void;
}
