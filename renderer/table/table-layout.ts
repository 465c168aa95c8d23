import type { Column } from './column';

/** Heights and widths in pixels. Rows are all equally high, so that a scroll position is a multiplication. */
export const ROW_HEIGHT = 42;
export const HEADING_HEIGHT = 36;
const TICK_WIDTH = 44;
export const ACTION_WIDTH = 32;
const ACTIONS_PADDING = 16;

/** Where the columns of a table stand. */
export interface TableLayout {
  /** `grid-template-columns` of every row. */
  readonly tracks: string;
  /** Narrower than this the table scrolls sideways. */
  readonly minWidth: number;
  /** Width of what stays in view at the left, and at the right, while the rest scrolls. */
  readonly pinnedLeft: number;
  readonly pinnedRight: number;
}

/** Lays out a tick box, the columns and the actions. */
export function layoutTable(columns: readonly Column<never>[], actions: number): TableLayout {
  const actionsWidth = actions === 0 ? ACTIONS_PADDING : actions * ACTION_WIDTH + ACTIONS_PADDING;
  const pinned = columns.filter((column) => column.pinned).reduce((sum, { width }) => sum + width, 0);
  const tracks = columns.map(({ width, grow }) =>
    grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`,
  );
  return {
    tracks: [`${TICK_WIDTH}px`, ...tracks, `${actionsWidth}px`].join(' '),
    minWidth: columns.reduce((sum, { width }) => sum + width, TICK_WIDTH + actionsWidth),
    pinnedLeft: TICK_WIDTH + pinned,
    pinnedRight: actionsWidth,
  };
}

/** Left edge of the pinned column, right of the tick box. */
export const PINNED_AT = TICK_WIDTH;
