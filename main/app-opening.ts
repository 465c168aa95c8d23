import type { AppPorts } from '@main/app';
import { nodeCrypto } from '@main/node-crypto';
import { InventoryDesk } from '@main/services/inventories/inventory-desk';
import { InventoryWriter } from '@main/services/inventories/inventory-writer';
import type { SigningService } from '@main/services/signing/signing-service';

/** Files that are opened here, over the real outside world. */
export function createOpening(
  { emit, facts, ...outside }: AppPorts,
  signing: Pick<SigningService, 'judge' | 'sign'>,
): InventoryDesk {
  return new InventoryDesk({
    ...outside,
    signing,
    crypto: nodeCrypto,
    progress: (fileId, done, of) => emit('openProgress', { fileId, done, of }),
    version: facts.version,
    writer: new InventoryWriter({ ...outside, signing }),
    offered: () => emit('fileOffered', {}),
    changed: () => emit('inventoriesChanged', {}),
  });
}
