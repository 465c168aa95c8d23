import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { KeyRef } from '@core/domain/api-key';
import type { BulkReport } from '@core/domain/bulk';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Bulk = AppContract['calls']['bulk'];
type Confirm = z.input<Bulk['confirm']['input']>;
type Start = z.input<Bulk['start']['input']>;
type Save = z.input<Bulk['save']['input']>;
type Saved = { path: string } | null;

const confirm = (client: AppClient, input: Confirm) => client.bulk.confirm(input);
const start = (client: AppClient, input: Start) => client.bulk.start(input);
const pause = (client: AppClient, bulkId: string) => client.bulk.pause({ bulkId });
const resume = (client: AppClient, bulkId: string) => client.bulk.resume({ bulkId });
const cancel = (client: AppClient, bulkId: string) => client.bulk.cancel({ bulkId });
const save = (client: AppClient, input: Save) => client.bulk.save(input);
const exportKeys = (client: AppClient, keys: KeyRef[]) => client.bulk.exportKeys({ keys });

const theRuns = () => [queryKeys.runs];
const theRun = (bulkId: string) => [queryKeys.runs, queryKeys.run(bulkId)];

/** Freezes a selection; null when the operator declined in main's own dialog. Touches no read. */
export const useConfirmBulk = (): Action<Confirm, { token: string } | null> => useClientAction(confirm);

/** Begins with a frozen selection; re-reads the runs. Its progress comes as `bulkProgress`. */
export const useStartBulk = (): Action<Start, BulkReport> => useClientAction(start, theRuns);

/** Sends nothing more until it is resumed; re-reads the run. */
export const usePauseBulk = (): Action<string, { done: true }> => useClientAction(pause, theRun);

/** Goes on with what is not done; re-reads the run. */
export const useResumeBulk = (): Action<string, BulkReport> => useClientAction(resume, theRun);

/** Leaves alone what was not begun; re-reads the run. */
export const useCancelBulk = (): Action<string, { done: true }> => useClientAction(cancel, theRun);

/** Saves the outcome; null when the operator cancels. Touches no read. */
export const useSaveBulk = (): Action<Save, Saved> => useClientAction(save);

/** Saves what is known of keys, without secrets; null when the operator cancels. Touches no read. */
export const useExportKeys = (): Action<KeyRef[], Saved> => useClientAction(exportKeys);
