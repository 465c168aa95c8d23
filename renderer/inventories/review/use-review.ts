import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { OpenInventory } from '@core/domain/inventory';
import type { ReviewEntry } from '@core/domain/review';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { toRead, type Read } from '@renderer/api/read';
import { noteSaved, noteUnsent, readReview, sendEntries, type OpenedReview } from '@renderer/api/reviews';
import { ReviewDesk } from './review-desk';

/** The review of an open inventory. */
export interface OpenedDesk {
  readonly desk: ReviewDesk;
  readonly other: OpenedReview['other'];
  /** Resolves when everything is handed over, or could not be. */
  readonly idle: () => Promise<void>;
}

const keyOf = (inventoryId: string) => ['review', inventoryId] as const;

/** The desk of a review; the same until its inventory is closed, so that steps can still be taken back. */
export function useReview({ inventoryId, rows }: OpenInventory): Read<OpenedDesk> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: keyOf(inventoryId),
      queryFn: ({ client: queries }) => openDesk(client, queries, inventoryId, rows),
      staleTime: Infinity,
      gcTime: Infinity,
      structuralSharing: false,
    }),
  );
}

/** Lets go of the desk of an inventory, which is closed once everything is handed over. */
export function useLeaveReview(): (inventoryId: string, close: () => Promise<unknown>) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async (inventoryId, close) => {
      const queryKey = keyOf(inventoryId);
      await queries.getQueryData<OpenedDesk>(queryKey)?.idle();
      await close();
      queries.removeQueries({ queryKey });
    },
    [queries],
  );
}

async function openDesk(
  client: AppClient,
  queries: QueryClient,
  inventoryId: string,
  rows: number,
): Promise<OpenedDesk> {
  const { entries, person, finished, saved, other } = await readReview(client, inventoryId);
  noteSaved(queries, saved);
  const { send, idle } = sender(
    (some) => sendEntries(client, inventoryId, some),
    (error) => noteUnsent(queries, inventoryId, error),
  );
  return { desk: new ReviewDesk({ rows, entries, by: person, finished, send }), other, idle };
}

/** Hands entries over one after the other; what could not be handed over goes along with the next. */
export function sender(
  hand: (entries: readonly ReviewEntry[]) => Promise<void>,
  failed: (error: unknown) => void,
): Pick<OpenedDesk, 'idle'> & { readonly send: (entries: readonly ReviewEntry[]) => void } {
  let waiting: readonly ReviewEntry[] = [];
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const some = waiting;
      waiting = [];
      try {
        await hand(some);
      } catch (error) {
        waiting = [...some, ...waiting];
        return failed(error);
      }
    }
  };
  const send = (entries: readonly ReviewEntry[]): void => {
    waiting = waiting.concat(entries);
    running ??= run().finally(() => (running = null));
  };
  return { send, idle: async () => void (await running) };
}
