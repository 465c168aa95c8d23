import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import type { SearchReport } from '@core/domain/leak/search';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

const readClipboard = (client: AppClient) => client.leak.readClipboard({});
const submit = (client: AppClient, text: string) => client.leak.submit({ text });
const search = (client: AppClient, searchId: string) => client.leak.search({ searchId });
const cancel = (client: AppClient, searchId: string) => client.leak.cancel({ searchId });
const discard = (client: AppClient, searchId: string) => client.leak.discard({ searchId });

/** The search of this window, kept while other screens are looked at; null while there is none. */
export function useKnownSearch(): SearchReport | null {
  const { data } = useQuery<SearchReport | null>({ queryKey: queryKeys.search, queryFn: skipToken });
  return data ?? null;
}

/** Sets what is known of the search. SECURITY: it holds kinds of candidates, never one of them. */
export interface KeepSearch {
  /** Another search takes the place of the former one. */
  readonly set: (report: SearchReport | null) => void;
  /** The same search as it is now, unless it was left meanwhile; what it says of keys is remembered all the same. */
  readonly update: (report: SearchReport) => void;
}

/** Keeps the search of this window. */
export function useKeepSearch(): KeepSearch {
  const queries = useQueryClient();
  return useMemo(
    () => ({
      set: (report) => void queries.setQueryData(queryKeys.search, report),
      update: (report) => {
        for (const { key } of report.rows.flatMap(({ keys }) => keys))
          queries.setQueryData(queryKeys.found(keyRefOf(key)), key);
        queries.setQueryData<SearchReport | null>(queryKeys.search, (known) =>
          known?.searchId === report.searchId ? report : known,
        );
      },
    }),
    [queries],
  );
}

/** Lets main take in the clipboard; touches no read. */
export const useReadClipboard = (): Action<void, SearchReport> => useClientAction(readClipboard);

/** Hands a found text over to main. SECURITY: give it what an input holds, and keep it in no state. */
export const useSubmitFound = (): Action<string, SearchReport> => useClientAction(submit);

/** Looks for what was taken in; progress comes as `leakProgress`. Touches no read. */
export const useRunSearch = (): Action<string, SearchReport> => useClientAction(search);

/** Ends a running search; what was found stays. */
export const useCancelSearch = (): Action<string, { done: true }> => useClientAction(cancel);

/** Lets main forget what was pasted. */
export const useDiscardSearch = (): Action<string, { done: true }> => useClientAction(discard);
