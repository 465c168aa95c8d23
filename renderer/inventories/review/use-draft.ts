import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds without a letter after which what was typed counts. */
const PAUSE_MS = 600;

/** A text while it is typed. */
export interface Draft {
  readonly value: string;
  readonly type: (text: string) => void;
  /** Takes over what was typed so far. */
  readonly settle: () => void;
}

/** Lets a text be typed and takes it over in pauses, at the end, and when its field goes. */
export function useDraft(kept: string, keep: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const keeping = useRef(keep);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  useEffect(() => {
    keeping.current = keep;
  });
  const flush = useCallback(() => {
    const last = waiting.current;
    waiting.current = null;
    if (last === null) return;
    clearTimeout(last.timer);
    keeping.current(last.text);
  }, []);
  useEffect(() => flush, [flush]);
  const type = useCallback(
    (text: string) => {
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      waiting.current = { text, timer: setTimeout(flush, PAUSE_MS) };
      setDraft(text);
    },
    [flush],
  );
  const settle = useCallback(() => {
    flush();
    setDraft(null);
  }, [flush]);
  return { value: draft ?? kept, type, settle };
}
