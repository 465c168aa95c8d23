import type { AppPorts } from '@main/app';
import { createOpening } from '@main/app-opening';
import { createReviews } from '@main/app-reviews';
import type { AppStores } from '@main/app-stores';
import { nodeSigning } from '@main/node-signing';
import { ExportReader, type ExportReaderParts } from '@main/services/inventories/export-reader';
import {
  InventoryExporter,
  type InventoryExporterParts,
} from '@main/services/inventories/inventory-exporter';
import { InventoryWriter } from '@main/services/inventories/inventory-writer';
import { SigningService } from '@main/services/signing/signing-service';
import { TrustBook } from '@main/services/signing/trust-book';

/** Everything about inventories: written from consoles, opened from files, reviewed, signed. */
export function createInventories(outside: AppPorts, stores: AppStores, shared: Omit<Shared, 'signing'>) {
  const signed = createSigning(outside, stores);
  const inventories = createOpening(outside, signed.signing);
  const reviews = createReviews(outside, inventories);
  return { ...signed, inventories, reviews, exports: createExports(outside, { ...shared, ...signed }) };
}

/** Who signs files here, and whose signatures count. */
function createSigning(
  { keychain, clock }: Pick<AppPorts, 'keychain' | 'clock'>,
  stores: Pick<AppStores, 'trusted'>,
) {
  const trust = new TrustBook(stores.trusted, nodeSigning, clock);
  return { trust, signing: new SigningService({ keychain, signing: nodeSigning, trust }) };
}

type Shared = ExportReaderParts &
  Pick<InventoryExporterParts, 'environments' | 'fingerprints'> & { readonly signing: SigningService };

/** What writes listings of consoles into files. */
function createExports({ emit, facts, ...outside }: AppPorts, shared: Shared): InventoryExporter {
  return new InventoryExporter({
    ...outside,
    ...shared,
    reader: new ExportReader(shared),
    writer: new InventoryWriter({ ...outside, ...shared }),
    version: facts.version,
    progress: (done, of) => emit('exportProgress', { done, of }),
  });
}
