import {
  useCallback,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { DataTableProps } from './data-table-props';
import { pressInGrid } from './grid-keys';
import { HEADING_HEIGHT } from './table-layout';
import { coverage, extendTo, toggleAll, toggleRow } from './selection';
import { positionOf, useGridFocus, type GridFocus } from './use-grid-focus';
import { useVirtualRows, type VirtualRows } from './use-virtual-rows';

/** How a grid behaves: what it draws, where its focus is, what its keys and tick boxes do. */
export interface Grid {
  readonly virtual: VirtualRows;
  /** The stop of a row that is in the tab order; null where another row has the focus. */
  readonly stopIn: (row: number) => number | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onTick: (at: number, range: boolean) => void;
  readonly onOpen: (at: number) => void;
  readonly ticked: 'none' | 'some' | 'all';
  readonly onTickAll: () => void;
}

/** Puts focus, keys, ticking and drawing of a grid together. */
export function useGrid<R>(props: DataTableProps<R>, scroller: RefObject<HTMLDivElement | null>): Grid {
  const { view, onOpen, onFocusRow } = props;
  const focus = useGridFocus(scroller);
  useGoTo(props, focus);
  const row = Math.min(focus.position.row, view.order.length - 1);
  const virtual = useVirtualRows(scroller, { count: view.order.length, focused: row, above: HEADING_HEIGHT });
  const ids = useIds(props);
  const rowAt = useCallback((at: number) => view.rows[view.order[at] ?? -1], [view]);
  const open = useCallback(
    (at: number) => {
      const opened = rowAt(at);
      if (opened !== undefined) onOpen(opened);
    },
    [rowAt, onOpen],
  );
  const ticking = useTicking(props, ids);
  const { selection, onSelection } = props;
  const keys = {
    focus,
    rows: view.order.length,
    page: virtual.page,
    ...ids,
    selection,
    onSelection,
    onOpen: open,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => pressInGrid(keys, event);
  const onFocus = (event: FocusEvent): void => {
    const at = positionOf(event.target);
    if (!at) return;
    focus.noticed(at);
    const focused = rowAt(at.row);
    if (focused !== undefined) onFocusRow?.(focused);
  };
  const stopIn = (at: number): number | null => (at === row ? focus.position.stop : null);
  return { virtual, stopIn, onKeyDown, onFocus, onOpen: open, ...ticking };
}

/** The focus goes where it is sent; a row that is not in view is left alone. */
function useGoTo<R>({ view, goTo = null }: DataTableProps<R>, focus: GridFocus): void {
  const go = useEffectEvent((wanted: number) => {
    const row = view.order.indexOf(wanted);
    if (row >= 0) focus.moveTo({ row, stop: focus.position.stop });
  });
  useLayoutEffect(() => {
    if (goTo !== null) go(goTo.row);
  }, [goTo]);
}

interface Ids {
  readonly idAt: (at: number) => string | undefined;
  readonly idsInView: () => string[];
}

function useIds<R>({ view: { rows, order }, rowId }: DataTableProps<R>): Ids {
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const idAt = useCallback((at: number) => ids[order[at] ?? -1], [ids, order]);
  const idsInView = useCallback(() => Array.from(order, (row) => ids[row] ?? ''), [ids, order]);
  return useMemo(() => ({ idAt, idsInView }), [idAt, idsInView]);
}

function useTicking<R>(
  { selection, onSelection }: DataTableProps<R>,
  { idAt, idsInView }: Ids,
): Pick<Grid, 'onTick' | 'ticked' | 'onTickAll'> {
  const onTick = useCallback(
    (at: number, range: boolean) => {
      const id = idAt(at);
      if (id === undefined) return;
      onSelection(range ? extendTo(selection, id, idsInView()) : toggleRow(selection, id));
    },
    [idAt, idsInView, onSelection, selection],
  );
  const ticked = useMemo(
    () => (selection.ids.size === 0 ? 'none' : coverage(selection, idsInView())),
    [idsInView, selection],
  );
  return { onTick, ticked, onTickAll: () => onSelection(toggleAll(selection, idsInView())) };
}
