import { skipToken, useQuery, type QueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import { MOST_ENTRIES_AT_ONCE } from '@core/domain/review';
import type { Review, ReviewEntry } from '@core/domain/review';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import { toAppError } from '@renderer/api/to-app-error';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Calls = AppContract['calls']['reviews'];

/** Where a review is saved, and how that went last. */
export type ReviewSaved = z.output<AppContract['events']['reviewSaved']>;

/** A review as it stood when it was opened. */
export interface OpenedReview extends Omit<z.output<Calls['open']['output']>, 'json'> {
  readonly entries: readonly ReviewEntry[];
}

/** Goes on with the review that is saved for a file, or begins one. */
export async function readReview(client: AppClient, inventoryId: string): Promise<OpenedReview> {
  const { json, ...review } = await client.reviews.open({ inventoryId });
  // Entries were validated once in main, where they came in.
  return { ...review, entries: JSON.parse(json) as ReviewEntry[] };
}

/** Hands over what changed, in the order in which it did. */
export async function sendEntries(
  client: AppClient,
  inventoryId: string,
  entries: readonly ReviewEntry[],
): Promise<void> {
  for (let from = 0; from < entries.length; from += MOST_ENTRIES_AT_ONCE)
    await client.reviews.put({ inventoryId, entries: entries.slice(from, from + MOST_ENTRIES_AT_ONCE) });
}

/** How saving went last; null before anything was. */
export function useReviewSaved(inventoryId: string): ReviewSaved | null {
  const { data } = useQuery<ReviewSaved>({
    queryKey: queryKeys.reviewSaved(inventoryId),
    queryFn: skipToken,
  });
  return data ?? null;
}

/** Notes how saving stands. */
export const noteSaved = (queries: QueryClient, saved: ReviewSaved): void =>
  void queries.setQueryData(queryKeys.reviewSaved(saved.inventoryId), saved);

/** Notes that changes did not even reach main. */
export function noteUnsent(queries: QueryClient, inventoryId: string, error: unknown): void {
  const problem = toAppError(error).toShape();
  queries.setQueryData<ReviewSaved>(
    queryKeys.reviewSaved(inventoryId),
    (before) => before && { ...before, problem },
  );
}

type Finishing = z.input<Calls['finish']['input']>;
const finish = (client: AppClient, input: Finishing): Promise<NonNullable<Review['finished']>> =>
  client.reviews.finish(input);

/** Calls a review done. */
export const useFinishReview = (): Action<Finishing, NonNullable<Review['finished']>> =>
  useClientAction(finish);
