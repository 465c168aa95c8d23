import { useState } from 'react';
import type { AppError } from '@core/domain/app-error';
import type { SearchReport } from '@core/domain/leak/search';
import { useKeepSearch, useReadClipboard, useSubmitFound } from '@renderer/api/leak';
import type { Outcome } from '@renderer/api/use-action';
import type { GoTo } from '@renderer/leak/leak-place';

/** The two ways to begin a search. */
export interface Find {
  readonly fromClipboard: () => void;
  /** SECURITY: what was pasted goes straight to main. */
  readonly fromText: (text: string) => void;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** There was nothing to look for. */
  readonly nothing: boolean;
}

/** Lets main take in what was found, and goes on to the search for it. */
export function useFind(addTo: string | undefined, goTo: GoTo): Find {
  const clipboard = useReadClipboard();
  const text = useSubmitFound();
  const keep = useKeepSearch();
  const [nothing, setNothing] = useState(false);
  const take = async (taking: Promise<Outcome<SearchReport>>): Promise<void> => {
    setNothing(false);
    const outcome = await taking;
    if (!outcome.ok) return;
    const empty = outcome.value.candidates.length === 0;
    setNothing(empty);
    if (empty) return;
    keep.set(outcome.value);
    goTo({ at: 'search', ...(addTo !== undefined && { addTo }) });
  };
  return {
    fromClipboard: () => void take(clipboard.run()),
    fromText: (found) => void take(text.run(found)),
    busy: clipboard.busy || text.busy,
    error: clipboard.error ?? text.error,
    nothing,
  };
}
