import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ExportOutcome, FileOffer, OpenOutcome } from '@core/contract/inventories';
import type { CsvMapping } from '@core/domain/inventory-mapping';
import type { OpenInventory } from '@core/domain/inventory';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import { readInventory, type PlacedKey } from '@renderer/api/read-inventory';
import { useAction, type Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

/** Which offered file to open, and for somebody else's CSV what its columns are. */
export interface OpenRequest {
  readonly fileId: string;
  readonly mapping?: CsvMapping;
}

/** How far a file is read. */
export interface OpenProgress {
  readonly fileId: string;
  readonly done: number;
  readonly of: number;
}

/** The inventories that are open, in the order in which they were opened. */
export function useOpenInventories(): Read<readonly OpenInventory[]> {
  const client = useClient();
  return toRead<readonly OpenInventory[]>(
    useQuery({
      queryKey: queryKeys.inventories,
      queryFn: () => client.inventories.list({}),
      staleTime: Infinity,
    }),
  );
}

/** The keys of an open inventory in the order of its file; dropped when it is closed. */
export function useInventoryKeys(
  inventory: Pick<OpenInventory, 'inventoryId' | 'pages' | 'places'>,
): Read<readonly PlacedKey[]> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: queryKeys.inventoryKeys(inventory.inventoryId),
      queryFn: () => readInventory(client, inventory),
      staleTime: Infinity,
      // Comparing 100,000 keys with the former ones costs more than painting the few that are seen.
      structuralSharing: false,
    }),
  );
}

/** How far the file is that is being read; null before the first. */
export function useOpenProgress(): OpenProgress | null {
  const { data } = useQuery<OpenProgress>({ queryKey: queryKeys.openProgress, queryFn: skipToken });
  return data ?? null;
}

/** Files that were dropped or handed over from outside and that nobody dealt with yet. */
export interface FileOffers {
  readonly offers: readonly FileOffer[];
  /** Takes one off, because it is dealt with now. */
  readonly take: (fileId: string) => void;
}

/** What waits to be opened; see `useDropFile`. */
export function useFileOffers(): FileOffers {
  const client = useClient();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: queryKeys.fileOffers,
    queryFn: async () => [...knownOffers(queries), ...(await client.inventories.offered({}))],
    staleTime: Infinity,
  });
  const take = useCallback(
    (fileId: string) =>
      void queries.setQueryData<readonly FileOffer[]>(queryKeys.fileOffers, (offers = []) =>
        offers.filter((offer) => offer.fileId !== fileId),
      ),
    [queries],
  );
  return { offers: data ?? NONE, take };
}

const NONE: readonly FileOffer[] = [];

const knownOffers = (queries: QueryClient): readonly FileOffer[] =>
  queries.getQueryData<readonly FileOffer[]>(queryKeys.fileOffers) ?? NONE;

const choose = (client: AppClient): Promise<FileOffer | null> => client.inventories.choose({});
const drop = (client: AppClient, file: File): Promise<FileOffer> =>
  client.inventories.drop({ path: client.pathOf(file) });
const keepOffer = (queries: QueryClient, offer: FileOffer): void =>
  void queries.setQueryData(queryKeys.fileOffers, [...knownOffers(queries), offer]);
const close = async (client: AppClient, inventoryId: string): Promise<string> => {
  await client.inventories.close({ inventoryId });
  return inventoryId;
};
const forget = (queries: QueryClient, inventoryId: string): void => {
  queries.setQueryData<readonly OpenInventory[]>(queryKeys.inventories, (open = []) =>
    open.filter((one) => one.inventoryId !== inventoryId),
  );
  queries.removeQueries({ queryKey: queryKeys.inventoryKeys(inventoryId) });
};
const cancel = (client: AppClient, fileId: string) => client.inventories.cancel({ fileId });
const save = (
  client: AppClient,
  input: { inventoryId: string; format: 'json' | 'csv' },
): Promise<ExportOutcome | null> => client.inventories.saveAs(input);

/** Lets the operator choose a file; null when they cancel. */
export const useChooseFile = (): Action<void, FileOffer | null> => useClientAction(choose);

/** Offers a file that was dropped on the window; it comes to whoever uses `useFileOffers`. */
export const useDropFile = (): Action<File, FileOffer> => useClientAction(drop, undefined, keepOffer);

/** Closes an inventory and drops its keys. */
export const useCloseInventory = (): Action<string, string> => useClientAction(close, undefined, forget);

/** Writes an open inventory anew; null when the operator cancels. */
export const useSaveInventory = (): Action<
  { inventoryId: string; format: 'json' | 'csv' },
  ExportOutcome | null
> => useClientAction(save);

/** Ends the reading of a file. */
export const useCancelOpening = (): Action<string, { done: true }> => useClientAction(cancel);

/**
 * Opens an offered file. It counts as open once all of its keys are here, so that a file that is damaged at its end
 * opens not at all; by then `useInventoryKeys` has them.
 */
export function useOpenFile(): Action<OpenRequest, OpenOutcome> {
  const client = useClient();
  const queries = useQueryClient();
  const open = useCallback((request: OpenRequest) => openFile(client, queries, request), [client, queries]);
  return useAction(open);
}

async function openFile(client: AppClient, queries: QueryClient, request: OpenRequest): Promise<OpenOutcome> {
  queries.setQueryData(queryKeys.openProgress, { fileId: request.fileId, done: 0, of: 0 });
  const outcome = await client.inventories.open(request);
  if (outcome.state === 'mapping') return outcome;
  const { inventory } = outcome;
  const { inventoryId } = inventory;
  try {
    const keys = await readInventory(client, inventory);
    queries.setQueryData(queryKeys.inventoryKeys(inventoryId), keys);
  } catch (error) {
    void client.inventories.close({ inventoryId });
    throw error;
  }
  queries.setQueryData<readonly OpenInventory[]>(queryKeys.inventories, (known = []) => [
    ...known.filter((one) => one.inventoryId !== inventoryId),
    inventory,
  ]);
  return outcome;
}
