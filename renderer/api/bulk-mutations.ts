import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import type { BulkReport } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Bulk = AppContract['calls']['bulk'];
type Confirm = z.input<Bulk['confirm']['input']>;
type Start = z.input<Bulk['start']['input']>;

const confirm = (client: AppClient, input: Confirm) => client.bulk.confirm(input);
const start = (client: AppClient, input: Start) => client.bulk.start(input);
const cancel = (client: AppClient, bulkId: string) => client.bulk.cancel({ bulkId });
const report = (client: AppClient, bulkId: string) => client.bulk.report({ bulkId });

const everyKey = () => [
  queryKeys.allKeys,
  queryKeys.allEnvironments,
  queryKeys.operations,
  queryKeys.allDeployments,
];

/** Freezes a selection; null when the operator declined in main's own dialog. Touches no read. */
export const useConfirmBulk = (): Action<Confirm, { token: string } | null> => useClientAction(confirm);

/** Starts stopping a frozen selection; progress comes as `bulkProgress`. Touches no read yet. */
export const useStartBulk = (): Action<Start, BulkReport> => useClientAction(start);

/** Stops after the keys that are running now; re-reads all keys, counts and open changes. */
export const useCancelBulk = (): Action<string, { done: true }> => useClientAction(cancel, everyKey);

/** The outcome so far; re-reads all keys, counts and open changes, so ask for it at the end. */
export const useBulkReport = (): Action<string, BulkReport> => useClientAction(report, everyKey);
