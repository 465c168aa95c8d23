import type { ApiKey } from '@core/domain/api-key';
import type { InventoryKey, OpenInventory } from '@core/domain/inventory';
import type { AppClient } from '@renderer/api/client';

/** So many pages are on their way while one is taken over. */
const AHEAD = 4;

/** A key that knows where it lives. */
export type PlacedKey = InventoryKey & ApiKey;

/** Takes the keys of an inventory over page by page, and lets the window paint and answer in between. */
export async function readInventory(
  client: AppClient,
  { inventoryId, pages, places }: Pick<OpenInventory, 'inventoryId' | 'pages' | 'places'>,
): Promise<readonly PlacedKey[]> {
  const keys: PlacedKey[] = [];
  const coming: Promise<{ json: string }>[] = [];
  for (let page = 0; page < pages; page += 1) {
    while (coming.length < AHEAD && page + coming.length < pages) {
      const next = client.inventories.page({ inventoryId, page: page + coming.length });
      // Whoever waits for it comes later; until then it must not count as nobody's.
      next.catch(() => undefined);
      coming.push(next);
    }
    const { json = '[]' } = (await coming.shift()) ?? {};
    // Keys were validated once, where the file was read.
    for (const key of JSON.parse(json) as InventoryKey[]) keys.push(placed(key, places));
    await breath();
  }
  return keys;
}

/** Two assignments: copying 100,000 keys, or merging them with a second object, takes several times as long. */
function placed(key: InventoryKey, places: OpenInventory['places']): PlacedKey {
  const told = key as PlacedKey;
  told.consoleId = places[key.place]?.console.id ?? '';
  told.environmentId = places[key.place]?.environment.id ?? '';
  return told;
}

/** A turn for what else waits; a timer would make it wait for four milliseconds each time. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
