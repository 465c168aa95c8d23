import { useEffect, useState } from 'react';
import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Calls = AppContract['calls']['exports'];
/** What to write into an inventory, and how. */
export type ExportOrder = z.input<Calls['inventory']['input']>;
/** What was written; null when the operator cancelled in the system's dialog. */
export type Exported = z.output<Calls['inventory']['output']>;
/** How many environments were read. */
export type ExportProgress = z.output<AppContract['events']['exportProgress']>;

const write = (client: AppClient, order: ExportOrder): Promise<Exported> => client.exports.inventory(order);
const cancel = (client: AppClient): Promise<{ done: true }> => client.exports.cancel({});

/** Reads environments and writes them where the operator says. */
export const useExportInventory = (): Action<ExportOrder, Exported> => useClientAction(write);

/** Ends an export, which then fails with `cancelled`. */
export const useCancelExport = (): Action<void, { done: true }> => useClientAction(cancel);

/** How far the running export is; null before the first environment was read. */
export function useExportProgress(): ExportProgress | null {
  const client = useClient();
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  useEffect(() => client.on.exportProgress(setProgress), [client]);
  return progress;
}
