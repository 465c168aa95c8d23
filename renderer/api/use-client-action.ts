import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { useAction, type Action } from '@renderer/api/use-action';

const NOTHING: readonly QueryKey[] = [];

/** Which reads are out of date after a call, whether it succeeded or not. */
export type Touches<I> = (input: I) => readonly QueryKey[];

/** Puts an answer where others read it. */
export type Keep<O> = (queries: QueryClient, output: O) => void;

/**
 * A call of the client as an action that afterwards re-reads what it touches.
 * @param call is a module constant, like `touches` and `keep`, so that the action stays the same between renderings
 */
export function useClientAction<I, O>(
  call: (client: AppClient, input: I) => Promise<O>,
  touches?: Touches<I>,
  keep?: Keep<O>,
): Action<I, O> {
  const client = useClient();
  const queries = useQueryClient();
  const run = useCallback(
    async (input: I): Promise<O> => {
      try {
        const output = await call(client, input);
        keep?.(queries, output);
        return output;
      } finally {
        for (const queryKey of touches?.(input) ?? NOTHING) void queries.invalidateQueries({ queryKey });
      }
    },
    [call, client, keep, queries, touches],
  );
  return useAction(run);
}
