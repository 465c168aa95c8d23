import type { QueryClient } from '@tanstack/react-query';
import type { Unsubscribe } from '@core/contract/shape';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';

/** Keeps what is known of opened and offered files in step with main. */
export const followFiles = (client: AppClient, queries: QueryClient): Unsubscribe[] => [
  client.on.inventoriesChanged(() => {
    void queries.invalidateQueries({ queryKey: queryKeys.inventories });
  }),
  client.on.fileOffered(() => {
    void queries.invalidateQueries({ queryKey: queryKeys.fileOffers });
  }),
  client.on.openProgress((progress) => queries.setQueryData(queryKeys.openProgress, progress)),
];
