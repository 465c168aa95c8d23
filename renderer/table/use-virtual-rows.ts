import {
  defaultRangeExtractor,
  observeElementRect,
  useVirtualizer,
  type Range,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { useCallback, type RefObject } from 'react';
import { ROW_HEIGHT } from './table-layout';

type RowVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

/** Rows drawn beyond either edge, so that a flick shows rows and not paper. */
const OVERSCAN = 5;

/** What a grid shows before it was laid out: an ordinary window, so that the first painting has rows. */
const NOT_LAID_OUT = { width: 1_000, height: 640 };

const observeRect: typeof observeElementRect<HTMLDivElement> = (instance, report) =>
  observeElementRect(instance, (rect) => report(rect.height === 0 ? NOT_LAID_OUT : rect));

/** A row on the page. */
export interface VirtualRow {
  /** Its place in the view. */
  readonly at: number;
  /** Pixels from the top of the content. */
  readonly top: number;
}

/** The rows that are drawn now, and the height that all of them would take. */
export interface VirtualRows {
  readonly rows: readonly VirtualRow[];
  readonly height: number;
  /** Rows that fit into the window. */
  readonly page: number;
}

/** What is drawn from. */
export interface VirtualList {
  readonly count: number;
  /** The row that has the focus; -1 for none. */
  readonly focused: number;
  /** Height of what stands above the rows, in pixels. */
  readonly above: number;
}

/** Draws only the rows in sight, and the row that has the focus wherever it is. Every row is `ROW_HEIGHT` high. */
export function useVirtualRows(
  scroller: RefObject<HTMLDivElement | null>,
  { count, focused, above }: VirtualList,
): VirtualRows {
  const rangeExtractor = useCallback((range: Range) => withRow(range, focused), [focused]);
  const virtualizer: RowVirtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    paddingStart: above,
    initialRect: NOT_LAID_OUT,
    observeElementRect: observeRect,
    rangeExtractor,
  });
  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ at: index, top: start })),
    height: virtualizer.getTotalSize(),
    page: Math.floor(((virtualizer.scrollRect ?? NOT_LAID_OUT).height - above) / ROW_HEIGHT),
  };
}

/** An element that leaves the page loses the focus, and with it the operator's place. */
function withRow(range: Range, row: number): number[] {
  const rows = defaultRangeExtractor(range);
  if (row < 0 || row >= range.count || rows.includes(row)) return rows;
  return row < (rows[0] ?? 0) ? [row, ...rows] : [...rows, row];
}
