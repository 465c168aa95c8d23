import type { KeyboardEvent } from 'react';
import { movePosition, type Position } from './grid-position';
import { anchorAt, EMPTY_SELECTION, extendTo, selectAll, toggleRow, type Selection } from './selection';
import { positionOf, stopsOf, type GridFocus } from './use-grid-focus';

/** What the keys of a grid act on. */
export interface GridKeys {
  readonly focus: GridFocus;
  readonly rows: number;
  readonly page: number;
  readonly idAt: (row: number) => string | undefined;
  readonly idsInView: () => string[];
  readonly selection: Selection;
  readonly onSelection: (next: Selection) => void;
  /** Enter on a cell. */
  readonly onOpen: (row: number) => void;
}

type GridKeyEvent = KeyboardEvent<HTMLElement>;

/** Answers to arrows, Home, End, Page keys, Enter, Space, Shift with arrows, Ctrl+A and Escape in a grid. */
export function pressInGrid(keys: GridKeys, event: GridKeyEvent): void {
  const at = positionOf(event.target);
  if (at === null || event.altKey) return;
  if (move(keys, event, at) || act(keys, event, at)) event.preventDefault();
}

function move(keys: GridKeys, event: GridKeyEvent, at: Position): boolean {
  const press = { key: event.key, control: event.ctrlKey || event.metaKey };
  const stops = stopsOf(event.currentTarget, at.row);
  const next = movePosition(at, press, { rows: keys.rows, stops, page: keys.page });
  if (next === null) return false;
  if (event.shiftKey && next.row !== at.row) drawRange(keys, at.row, next.row);
  keys.focus.moveTo(next);
  return true;
}

function drawRange({ selection, onSelection, idAt, idsInView }: GridKeys, from: number, to: number): void {
  const start = idAt(from);
  const end = idAt(to);
  if (start !== undefined && end !== undefined)
    onSelection(extendTo(anchorAt(selection, start), end, idsInView()));
}

function act(keys: GridKeys, event: GridKeyEvent, at: Position): boolean {
  const { selection, onSelection, idsInView } = keys;
  if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    onSelection(selectAll(selection, idsInView()));
    return true;
  }
  if (event.key === 'Escape' && selection.ids.size > 0) {
    onSelection(EMPTY_SELECTION);
    return true;
  }
  // Buttons and tick boxes answer to Enter and Space themselves.
  if (event.target instanceof HTMLButtonElement || event.target instanceof HTMLInputElement) return false;
  return actOnCell(keys, event.key, at.row);
}

function actOnCell({ selection, onSelection, idAt, onOpen }: GridKeys, key: string, row: number): boolean {
  const id = idAt(row);
  if (id === undefined) return false;
  if (key === 'Enter') onOpen(row);
  else if (key === ' ') onSelection(toggleRow(selection, id));
  else return false;
  return true;
}
