import { useQuery } from '@tanstack/react-query';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { WaitingSecret } from '@renderer/api/types';

/** The new secrets that wait in main; asked anew whenever the screen comes up or a change is settled. */
export function useWaitingSecrets(): Read<WaitingSecret[]> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: queryKeys.waitingSecrets,
      queryFn: () => client.secrets.waiting({}),
      staleTime: Infinity,
      refetchOnMount: 'always',
    }),
  );
}
