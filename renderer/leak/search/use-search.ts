import { useEffect, useRef } from 'react';
import type { AppError } from '@core/domain/app-error';
import type { SearchReport } from '@core/domain/leak/search';
import { useCancelSearch, useDiscardSearch, useKeepSearch, useRunSearch } from '@renderer/api/leak';

/** A search and what can be done with it. */
export interface Search {
  readonly running: boolean;
  readonly error: AppError | null;
  /** Looks again, everywhere. */
  readonly again: () => void;
  readonly cancel: () => void;
  readonly cancelling: boolean;
  /** Lets main forget what was pasted. */
  readonly leave: () => void;
}

/** Runs the search that was taken in, once it is on the screen. */
export function useSearch(report: SearchReport): Search {
  const { run, error } = useRunSearch();
  const cancelling = useCancelSearch();
  const { run: discard } = useDiscardSearch();
  const keep = useKeepSearch();
  const { searchId, state } = report;
  const begun = useRef(false);
  const again = async (): Promise<void> => {
    keep.update({ ...report, state: 'running', rows: [] });
    const outcome = await run(searchId);
    keep.update(outcome.ok ? outcome.value : { ...report, state: 'cancelled' });
  };
  useEffect(() => {
    if (state !== 'ready' || begun.current) return;
    begun.current = true;
    void again();
  });
  return {
    running: state === 'ready' || state === 'running',
    error,
    again: () => void again(),
    cancel: () => void cancelling.run(searchId),
    cancelling: cancelling.busy,
    leave: () => {
      keep.set(null);
      void discard(searchId);
    },
  };
}
