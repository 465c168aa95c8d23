import { useQueries, useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ConsoleView } from '@core/domain/console';
import type { ConsoleId, Environment } from '@core/domain/environment';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { lastEnvironments, readAfterLast } from '@renderer/api/last-known';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';

/** One console with what is known of its environments. */
export interface ConsoleEnvironments {
  readonly console: ConsoleView;
  readonly environments: Read<Environment[]>;
}

const environmentsQuery = (client: AppClient, consoleId: ConsoleId) => ({
  queryKey: queryKeys.environments(consoleId),
  queryFn: ({ client: queries }: { client: QueryClient }) =>
    readAfterLast<Environment[]>({
      queries,
      queryKey: queryKeys.environments(consoleId),
      last: () => lastEnvironments(client, consoleId),
      read: () => client.environments.list({ consoleId }),
    }),
});

/** The environments of one console. */
export function useEnvironments(consoleId: ConsoleId): Read<Environment[]> {
  const client = useClient();
  return toRead(useQuery(environmentsQuery(client, consoleId)));
}

/** The environments of every console, each on its own: one that fails leaves the others as they are. */
export function useAllEnvironments(consoles: readonly ConsoleView[]): readonly ConsoleEnvironments[] {
  const client = useClient();
  const results: UseQueryResult<Environment[]>[] = useQueries({
    queries: consoles.map(({ id }) => environmentsQuery(client, id)),
  });
  return consoles.flatMap((console, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ console, environments: toRead(result) }];
  });
}
