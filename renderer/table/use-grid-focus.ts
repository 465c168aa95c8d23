import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Position } from './grid-position';

/** Marks what can be focused in a row, with its number from the left. */
export const STOP = 'data-stop';

/** Marks a row with its place in the view; -1 is the heading. */
export const ROW = 'data-row';

/** One place of a grid is in the tab order; arrows move it (roving focus). */
export interface GridFocus {
  readonly position: Position;
  /** Moves there and takes the focus along. */
  readonly moveTo: (position: Position) => void;
  /** Notes that the focus went there by other means. */
  readonly noticed: (position: Position) => void;
}

/** Follows and moves the focus inside a grid. */
export function useGridFocus(grid: RefObject<HTMLElement | null>): GridFocus {
  const [position, setPosition] = useState<Position>({ row: 0, stop: 1 });
  const wanted = useRef(false);
  const moveTo = useCallback((next: Position) => {
    wanted.current = true;
    setPosition(next);
  }, []);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const element = elementAt(grid.current, position);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [grid, position]);
  const noticed = useCallback(
    (next: Position) => setPosition((now) => (now.row === next.row && now.stop === next.stop ? now : next)),
    [],
  );
  return { position, moveTo, noticed };
}

/** The stops that a row has, ascending. */
export function stopsOf(grid: HTMLElement, row: number): number[] {
  return [...grid.querySelectorAll(`[${ROW}="${row}"] [${STOP}]`)].map((stop) => numberIn(stop, STOP));
}

/** Where an element stands in the grid; null outside any row. */
export function positionOf(target: EventTarget): Position | null {
  if (!(target instanceof Element)) return null;
  const stop = target.closest(`[${STOP}]`);
  const row = target.closest(`[${ROW}]`);
  return stop && row ? { row: numberIn(row, ROW), stop: numberIn(stop, STOP) } : null;
}

/** The element at a position, or the nearest one left of it where the row lacks it. */
function elementAt(grid: HTMLElement | null, { row, stop }: Position): HTMLElement | null {
  if (grid === null) return null;
  const nearest = stopsOf(grid, row).findLast((other) => other <= stop) ?? 0;
  return grid.querySelector<HTMLElement>(`[${ROW}="${row}"] [${STOP}="${nearest}"]`);
}

const numberIn = (element: Element, attribute: string): number => Number(element.getAttribute(attribute));
