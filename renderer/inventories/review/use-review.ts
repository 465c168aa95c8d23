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

/** Forgets the desk of an inventory that is closed. */
export function useForgetReview(): (inventoryId: string) => void {
  const queries = useQueryClient();
  return useCallback((inventoryId) => queries.removeQueries({ queryKey: keyOf(inventoryId) }), [queries]);
}

async function openDesk(
  client: AppClient,
  queries: QueryClient,
  inventoryId: string,
  rows: number,
): Promise<OpenedDesk> {
  const { entries, person, finished, saved, other } = await readReview(client, inventoryId);
  noteSaved(queries, saved);
  const send = sender(
    (some) => sendEntries(client, inventoryId, some),
    (error) => noteUnsent(queries, inventoryId, error),
  );
  return { desk: new ReviewDesk({ rows, entries, by: person, finished, send }), other };
}

/** Hands entries over one after the other; what could not be handed over goes along with the next. */
export function sender(
  hand: (entries: readonly ReviewEntry[]) => Promise<void>,
  failed: (error: unknown) => void,
): (entries: readonly ReviewEntry[]) => void {
  let waiting: readonly ReviewEntry[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      const some = waiting;
      waiting = [];
      try {
        await hand(some);
      } catch (error) {
        waiting = [...some, ...waiting];
        failed(error);
        break;
      }
    }
    running = false;
  };
  return (entries) => {
    waiting = waiting.concat(entries);
    if (!running) void run();
  };
}
