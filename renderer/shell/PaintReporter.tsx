import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useClient } from '@renderer/api/ClientProvider';
import { loadWhenIdle } from '@renderer/shell/load-when-idle';
import { UsableContext } from '@renderer/shared/usable';

/** Tells main when the window has painted its first state, and when it can be used; each once. */
export function PaintReporter({ children }: { children: ReactNode }): ReactNode {
  const client = useClient();
  const told = useRef(new Set<string>());
  const tell = useCallback(
    (state: 'loading' | 'ready') => {
      if (told.current.has(state)) return;
      told.current.add(state);
      // Nobody waits for the answer; a window that cannot tell is painted all the same.
      afterPaint(() => void client.app.painted({ state }).catch(() => undefined));
    },
    [client],
  );
  useEffect(() => tell('loading'), [tell]);
  const ready = useCallback(() => {
    if (!told.current.has('ready')) afterPaint(loadWhenIdle);
    tell('ready');
  }, [tell]);
  return <UsableContext value={ready}>{children}</UsableContext>;
}

/** The first frame callback comes before the paint, the second after it. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
