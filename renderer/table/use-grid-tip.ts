import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type PointerEvent } from 'react';

const DELAY_MS = 400;

/** What is explained now, and where it stands. */
export interface GridTip {
  readonly anchor: Element;
  readonly text: string;
}

interface Planned<V> extends GridTip {
  readonly view: V;
}

/** One tooltip for a whole grid: listens on the grid instead of on hundreds of cells. */
export interface GridTips {
  readonly tip: GridTip | null;
  readonly listeners: {
    readonly onPointerOver: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onPointerDown: () => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: () => void;
    readonly onScroll: () => void;
  };
}

/**
 * Explains what the pointer rests on or the keyboard stands on: its `data-tip`, or text that is cut off.
 * @param view what the grid shows; when it shows something else, the explanation of what was there goes
 */
export function useGridTip<V>(view: V): GridTips {
  const [tip, setTip] = useState<Planned<V> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setTip(null);
  }, []);
  const plan = useCallback(
    (target: EventTarget) => {
      clearTimeout(timer.current);
      const next = explanation(target);
      setTip((now) => (now?.anchor === next?.anchor ? now : null));
      if (next) timer.current = setTimeout(() => setTip({ ...next, view }), DELAY_MS);
    },
    [view],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  const listeners = useMemo(
    () => ({
      onPointerOver: (event: PointerEvent) => plan(event.target),
      onPointerLeave: hide,
      onPointerDown: hide,
      onFocus: (event: FocusEvent) => {
        if (event.target.matches(':focus-visible')) plan(event.target);
      },
      onBlur: hide,
      onScroll: hide,
    }),
    [hide, plan],
  );
  return { tip: tip?.view === view ? tip : null, listeners };
}

function explanation(target: EventTarget): GridTip | null {
  if (!(target instanceof Element)) return null;
  const told = target.closest('[data-tip]');
  if (told) return { anchor: told, text: told.getAttribute('data-tip') ?? '' };
  const cell = target.closest('.kd-cell');
  if (!cell || cell.scrollWidth <= cell.clientWidth) return null;
  return { anchor: cell, text: cell.textContent };
}
