import type { AppClient } from '@renderer/api/client';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

/** Which report to write. */
export interface ReportRequest {
  readonly inventoryId: string;
  readonly format: 'html' | 'pdf';
}

const save = (client: AppClient, request: ReportRequest): Promise<{ path: string } | null> =>
  client.reports.save(request);

/** Writes a report on an open inventory where the operator chooses; null when they cancel. */
export const useSaveReport = (): Action<ReportRequest, { path: string } | null> => useClientAction(save);
