import type { InventoryKey, OpenInventory } from '@core/domain/inventory';
import type { AppClient } from '@renderer/api/client';

/** Takes the keys of an inventory over page by page, and lets the window paint and answer in between. */
export async function readInventory(
  client: AppClient,
  { inventoryId, pages }: Pick<OpenInventory, 'inventoryId' | 'pages'>,
): Promise<readonly InventoryKey[]> {
  const keys: InventoryKey[] = [];
  // Asked for ahead of time, so that a page is on its way while the one before is taken over.
  let next = pages > 0 ? client.inventories.page({ inventoryId, page: 0 }) : null;
  for (let page = 1; next !== null; page += 1) {
    const { json } = await next;
    next = page < pages ? client.inventories.page({ inventoryId, page }) : null;
    // Whoever waits for it comes later; until then it must not count as nobody's.
    next?.catch(() => undefined);
    // Keys were validated once, where the file was read.
    for (const key of JSON.parse(json) as InventoryKey[]) keys.push(key);
    await breath();
  }
  return keys;
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
