import type { QueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Calls = AppContract['calls']['inventories'];

/** A file the operator pointed at, by a handle. */
export type FileOffer = z.output<Calls['drop']['output']>;

/** What opening a file came to. */
export type OpenOutcome = z.output<Calls['open']['output']>;

const choose = (client: AppClient): Promise<FileOffer | null> => client.inventories.choose({});

function keep(queries: QueryClient, offer: FileOffer | null): void {
  if (offer === null) return;
  queries.setQueryData<readonly FileOffer[]>(queryKeys.fileOffers, (offers = []) => [...offers, offer]);
}

/** Lets the operator choose a file and offers it like one that comes from outside, wherever they are. */
export const useOfferFile = (): Action<void, FileOffer | null> => useClientAction(choose, undefined, keep);
