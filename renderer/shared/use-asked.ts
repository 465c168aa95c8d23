import { useCallback, useState } from 'react';

/** What a dialog was opened for. */
export interface Asked<T> {
  /** Stays while the dialog goes, so that it does not go empty; null before the first time. */
  readonly request: T | null;
  /** Grows with every opening: a key that gives each a dialog of its own. */
  readonly turn: number;
  readonly open: boolean;
  readonly ask: (request: T) => void;
  readonly close: () => void;
}

/** Opens a dialog for something, each time anew. */
export function useAsked<T>(): Asked<T> {
  const [{ request, turn }, setRequest] = useState<{ request: T | null; turn: number }>({
    request: null,
    turn: 0,
  });
  const [open, setOpen] = useState(false);
  const ask = useCallback((next: T) => {
    setRequest((before) => ({ request: next, turn: before.turn + 1 }));
    setOpen(true);
  }, []);
  const close = useCallback(() => setOpen(false), []);
  return { request, turn, open, ask, close };
}
