import { QueryClient } from '@tanstack/react-query';

const FRESH_MS = 60_000;

/**
 * A cache with the rules of this window: main repeats reads itself, so nothing is retried here; there is no
 * network in the window, so nothing waits for one; what is shown stays until something newer is there.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        retryOnMount: false,
        staleTime: FRESH_MS,
        gcTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}
