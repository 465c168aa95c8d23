import { useQuery } from '@tanstack/react-query';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { LastKnownStatus } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

/** What is kept for the next start, and where. */
export function useLastKnownStatus(): Read<LastKnownStatus> {
  const client = useClient();
  return toRead(
    useQuery({ queryKey: queryKeys.lastKnown, queryFn: () => client.lastKnown.status({}), staleTime: 0 }),
  );
}

const forget = (client: AppClient) => client.lastKnown.forget({});
const theStatus = () => [queryKeys.lastKnown];

/** Forgets what was known last, and its key; what is in the window stays until it closes. */
export const useForgetLastKnown = (): Action<void, { done: true }> => useClientAction(forget, theStatus);
