/** Where keyboard focus stands in a grid. */
export interface Position {
  /** Row in view; -1 is the heading. */
  readonly row: number;
  /** What can be focused in a row, counted from the left: tick box, cells, actions. */
  readonly stop: number;
}

/** What limits a move. */
export interface Bounds {
  readonly rows: number;
  /** The stops the present row has, ascending; rows may lack some. */
  readonly stops: readonly number[];
  /** Rows that fit into the window. */
  readonly page: number;
}

/** A pressed key as far as moving is concerned. */
export interface Press {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly control: boolean;
}

/** The rows a key goes up or down by; Infinity is as far as possible. */
function rowStep({ key, control }: Press, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return control ? Infinity : 1;
    case 'ArrowUp':
      return control ? -Infinity : -1;
    case 'PageDown':
      return Math.max(1, page - 1);
    case 'PageUp':
      return -Math.max(1, page - 1);
    default:
      return null;
  }
}

function sideways({ key }: Press, { stop }: Position, stops: readonly number[]): number | null {
  const first = stops[0] ?? stop;
  const last = stops.at(-1) ?? stop;
  switch (key) {
    case 'ArrowRight':
      return stops.find((other) => other > stop) ?? last;
    case 'ArrowLeft':
      return stops.findLast((other) => other < stop) ?? first;
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Where a key leads, or null when it is no key for moving. Only single arrows reach the heading. */
export function movePosition(from: Position, press: Press, bounds: Bounds): Position | null {
  const { rows, stops, page } = bounds;
  if (press.control && press.key === 'Home')
    return { row: Math.min(0, rows - 1), stop: stops[0] ?? from.stop };
  if (press.control && press.key === 'End') return { row: rows - 1, stop: stops.at(-1) ?? from.stop };
  const stop = sideways(press, from, stops);
  if (stop !== null) return { row: from.row, stop };
  const step = rowStep(press, page);
  if (step === null) return null;
  const top = press.key === 'ArrowUp' && !press.control ? -1 : Math.min(0, rows - 1);
  return { row: Math.min(rows - 1, Math.max(top, from.row + step)), stop: from.stop };
}
