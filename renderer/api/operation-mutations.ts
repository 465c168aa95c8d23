import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import type { OperationView } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

const recheck = (client: AppClient, { id }: OperationView) => client.operations.recheck({ operationId: id });
const dismiss = (client: AppClient, { id }: OperationView) => client.operations.dismiss({ operationId: id });

const theList = () => [queryKeys.operations];
const listAndKeys = (operation: OperationView) => [queryKeys.operations, queryKeys.keys(operation)];

/** Looks again how an open change ended; re-reads the changes and the keys it is about. */
export const useRecheck = (): Action<OperationView, OperationView> => useClientAction(recheck, listAndKeys);

/** Takes a settled change off the list; re-reads the list. */
export const useDismiss = (): Action<OperationView, { done: true }> => useClientAction(dismiss, theList);
