import { useCallback, type MouseEvent, type ReactNode } from 'react';

/** What a tick box in a table shows and does. */
export interface TickBoxProps {
  readonly label: string;
  readonly state: 'none' | 'some' | 'all';
  readonly onToggle: (event: MouseEvent) => void;
  readonly tabbable: boolean;
}

/** The plain tick box of a table row: one element, since there are dozens on the page. */
export function TickBox({ label, state, onToggle, tabbable }: TickBoxProps): ReactNode {
  const showPartly = useCallback(
    (box: HTMLInputElement | null) => {
      if (box) box.indeterminate = state === 'some';
    },
    [state],
  );
  return (
    <input
      ref={showPartly}
      type="checkbox"
      aria-label={label}
      checked={state === 'all'}
      // A click knows whether Shift was held; a change does not.
      onClick={onToggle}
      onChange={nothing}
      data-stop={0}
      tabIndex={tabbable ? 0 : -1}
    />
  );
}

const nothing = (): void => undefined;
