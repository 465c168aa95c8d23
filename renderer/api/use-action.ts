import { useCallback, useRef, useState } from 'react';
import type { AppError } from '@core/domain/app-error';
import { toAppError } from '@renderer/api/to-app-error';

/** How a call ended. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: AppError };

/** A call that changes something, with its state for the button and the notice. */
export interface Action<I, O> {
  /** Runs the call; never rejects. */
  readonly run: (input: I) => Promise<Outcome<O>>;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Forgets the error. */
  readonly reset: () => void;
}

/**
 * A call to run in an event handler. It keeps whether it runs and how it failed, never what went in or came out:
 * both may hold secrets.
 */
export function useAction<I, O>(call: (input: I) => Promise<O>): Action<I, O> {
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef(0);
  const run = useCallback(
    async (input: I): Promise<Outcome<O>> => {
      const turn = (latest.current += 1);
      setRunning((count) => count + 1);
      setError(null);
      const outcome = await settle(call(input));
      setRunning((count) => count - 1);
      if (!outcome.ok && turn === latest.current) setError(outcome.error);
      return outcome;
    },
    [call],
  );
  const reset = useCallback(() => setError(null), []);
  return { run, busy: running > 0, error, reset };
}

async function settle<O>(promise: Promise<O>): Promise<Outcome<O>> {
  try {
    return { ok: true, value: await promise };
  } catch (thrown) {
    return { ok: false, error: toAppError(thrown) };
  }
}
