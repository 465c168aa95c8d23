import { useEffect, useRef, type RefObject } from 'react';

/**
 * Takes the focus once something that had it is gone, so that the keyboard does not start anew at the top.
 * @param there whether it is still there
 */
export function useFocusOnceGone<E extends HTMLElement>(there: boolean): RefObject<E | null> {
  const target = useRef<E>(null);
  const before = useRef(there);
  useEffect(() => {
    const gone = before.current && !there;
    before.current = there;
    const free = document.activeElement === null || document.activeElement === document.body;
    if (gone && free) target.current?.focus();
  }, [there]);
  return target;
}
