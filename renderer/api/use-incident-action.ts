import type { IncidentView } from '@core/domain/incident';
import type { AppClient } from '@renderer/api/client';
import { keepIncident } from '@renderer/api/leak-events';
import type { Action } from '@renderer/api/use-action';
import { useClientAction, type Keep, type Touches } from '@renderer/api/use-client-action';

const keep: Keep<IncidentView | null> = (queries, view) => {
  if (view !== null) keepIncident(queries, view);
};

/** A call that answers with a record, which is kept; otherwise as `useClientAction`. */
export const useIncidentAction = <I, O extends IncidentView | null>(
  call: (client: AppClient, input: I) => Promise<O>,
  touches?: Touches<I>,
): Action<I, O> => useClientAction(call, touches, keep);
