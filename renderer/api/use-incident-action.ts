import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { IncidentView } from '@core/domain/incident';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { keepIncident } from '@renderer/api/leak-events';
import { useAction, type Action } from '@renderer/api/use-action';

const NOTHING: readonly QueryKey[] = [];

/**
 * A call that answers with a record, which is kept.
 * @param call and `touches`, what is out of date afterwards, are module constants, so that the action stays the same
 * between renderings
 */
export function useIncidentAction<I, O extends IncidentView | null>(
  call: (client: AppClient, input: I) => Promise<O>,
  touches: readonly QueryKey[] = NOTHING,
): Action<I, O> {
  const client = useClient();
  const queries = useQueryClient();
  const run = useCallback(
    async (input: I): Promise<O> => {
      try {
        const view = await call(client, input);
        if (view !== null) keepIncident(queries, view);
        return view;
      } finally {
        for (const queryKey of touches) void queries.invalidateQueries({ queryKey });
      }
    },
    [call, client, queries, touches],
  );
  return useAction(run);
}
