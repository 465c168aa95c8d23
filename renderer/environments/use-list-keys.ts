import { useState, type KeyboardEvent } from 'react';

/** Which line of a list the keyboard is on while the focus stays in a field. */
export interface ListKeys {
  /** −1 in an empty list. */
  readonly active: number;
  readonly moveTo: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Arrow keys, Home and End move and wrap around; Enter takes the line. */
export function useListKeys(length: number, onEnter: (index: number) => void): ListKeys {
  const [at, moveTo] = useState(0);
  const active = Math.min(at, length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: length - 1,
    };
    const next = moves[event.key];
    if (event.key === 'Enter' && active >= 0) onEnter(active);
    else if (next !== undefined && length > 0) moveTo((next + length) % length);
    else return;
    event.preventDefault();
  };
  return { active, moveTo, onKeyDown };
}
