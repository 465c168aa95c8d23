import type { ExpiringKey } from '@core/domain/expiry';
import type { AppClient } from '@renderer/api/client';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

/** The ends to write into a calendar file. */
export interface IcsRequest {
  readonly keys: ExpiringKey[];
  /** How many days ahead the calendar is to remind; 0 never does. */
  readonly leadDays: number;
}

const saveIcs = (client: AppClient, input: IcsRequest) => client.expiry.saveIcs(input);

/** Writes a calendar file; null when the operator cancels. */
export const useSaveIcs = (): Action<IcsRequest, { path: string } | null> => useClientAction(saveIcs);
