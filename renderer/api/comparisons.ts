import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type * as contract from '@core/contract/comparisons';
import type { KeyDifference } from '@core/domain/comparison';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { toRead, type Read } from '@renderer/api/read';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

/** One side as it was compared. */
export type ComparedSide = contract.ComparedSide;
/** A finished comparison. */
export type ComparisonView = contract.ComparisonView;
/** A place that only one side has. */
export type PlaceLeft = contract.PlaceLeft;

/** What is to be compared. */
export interface ComparisonRequest {
  readonly older: contract.ComparisonSide;
  readonly newer: contract.ComparisonSide;
}

/** A comparison with all of its rows. */
export interface ReadComparison {
  readonly view: ComparisonView;
  readonly rows: readonly KeyDifference[];
}

const queryKey = (request: ComparisonRequest | null) => ['comparison', request] as const;

/** What became of keys between two listings; asks consoles only where one side is `live`. Null asks for nothing. */
export function useComparison(request: ComparisonRequest | null): Read<ReadComparison> & {
  /** Ends it while it runs; it can be asked for again. */
  readonly cancel: () => void;
} {
  const client = useClient();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: queryKey(request),
    queryFn: request === null ? skipToken : () => readComparison(client, request),
    // Main keeps only the last one, so that one that was looked at before has to be made again.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    structuralSharing: false,
  });
  const cancel = useCallback(() => {
    void client.comparisons.cancel({});
    void queries.cancelQueries({ queryKey: ['comparison'] });
  }, [client, queries]);
  return { ...toRead(query), cancel };
}

async function readComparison(client: AppClient, request: ComparisonRequest): Promise<ReadComparison> {
  const view = await client.comparisons.compare(request);
  const { comparisonId, pages } = view;
  const rows: KeyDifference[] = [];
  for (let page = 0; page < pages; page += 1) {
    const { json } = await client.comparisons.page({ comparisonId, page });
    // Both sides were validated where they came in.
    for (const row of JSON.parse(json) as KeyDifference[]) rows.push(row);
  }
  return { view, rows };
}

interface SaveRequest {
  readonly comparisonId: string;
  readonly format: 'csv' | 'json';
}

const save = (client: AppClient, request: SaveRequest): Promise<{ path: string } | null> =>
  client.comparisons.save(request);

/** Saves all of a comparison where the operator chooses; null when they cancel. */
export const useSaveComparison = (): Action<SaveRequest, { path: string } | null> => useClientAction(save);
