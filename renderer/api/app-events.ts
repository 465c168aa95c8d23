import type { QueryClient } from '@tanstack/react-query';
import { isOpen } from '@core/domain/operation';
import type { Unsubscribe } from '@core/contract/shape';
import type { AppClient } from '@renderer/api/client';
import { followFiles } from '@renderer/api/inventory-events';
import { followLeaks } from '@renderer/api/leak-events';
import { queryKeys } from '@renderer/api/query-keys';
import { noteSaved } from '@renderer/api/reviews';
import type { AppStatus, OperationView } from '@renderer/api/types';

/** Keeps what the window read in step with what main reports on its own. */
export function followEvents(client: AppClient, queries: QueryClient): Unsubscribe {
  const stops = [
    client.on.statusChanged((status) => noteStatus(queries, status)),
    client.on.consolesChanged(() => {
      void queries.invalidateQueries({ queryKey: queryKeys.consoles });
      void queries.invalidateQueries({ queryKey: queryKeys.allEnvironments });
    }),
    client.on.deploymentChanged(({ environment, view }) => {
      queries.setQueryData(queryKeys.deployments(environment), view);
      void queries.invalidateQueries({ queryKey: queryKeys.keys(environment) });
    }),
    client.on.replacementsChanged(() => {
      void queries.invalidateQueries({ queryKey: queryKeys.replacements });
    }),
    client.on.operationsChanged(() => reReadOperations(queries)),
    client.on.bulkProgress(({ bulkId, rows }) => noteRun(queries, bulkId, rows.length)),
    client.on.keysProgress(({ environment, loaded, total }) =>
      queries.setQueryData(queryKeys.progress(environment), { loaded, total }),
    ),
    ...followLeaks(client, queries),
    ...followFiles(client, queries),
    client.on.reviewSaved((saved) => noteSaved(queries, saved)),
  ];
  return () => stops.forEach((stop) => stop());
}

/** A page that was loaded behind the lock was refused its reads; nobody but us can tell that they are worth asking again. */
function noteStatus(queries: QueryClient, status: AppStatus): void {
  const before = queries.getQueryData<AppStatus>(queryKeys.status);
  queries.setQueryData(queryKeys.status, status);
  if (before?.locked !== true || status.locked) return;
  void queries.resetQueries({ predicate: ({ state }) => state.status === 'error' });
}

/** What comes without rows is about the run itself: it is over, or halted, and what it dealt with has changed. */
function noteRun(queries: QueryClient, bulkId: string, rows: number): void {
  if (rows > 0) return;
  const { run, runs, allKeys, allEnvironments, operations, allDeployments } = queryKeys;
  for (const queryKey of [run(bulkId), runs, allKeys, allEnvironments, operations, allDeployments])
    void queries.invalidateQueries({ queryKey });
}

/** An operation that was open may have been settled, and then the keys of its environment have changed. */
function reReadOperations(queries: QueryClient): void {
  const known = queries.getQueryData<OperationView[]>(queryKeys.operations) ?? [];
  void queries.invalidateQueries({ queryKey: queryKeys.operations });
  void queries.invalidateQueries({ queryKey: queryKeys.waitingSecrets });
  for (const operation of known.filter(isOpen)) {
    void queries.invalidateQueries({ queryKey: queryKeys.keys(operation) });
    void queries.invalidateQueries({ queryKey: queryKeys.deployments(operation) });
  }
}
