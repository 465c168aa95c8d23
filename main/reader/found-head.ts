import type { InventoryHead, InventorySource } from '@core/domain/inventory';
import type { ReadHead } from '@core/domain/inventory-reading';
import type { JudgedBytes } from './judged-bytes';

/** What is told of a file before its keys. */
export function foundHead(
  bytes: Buffer,
  source: InventorySource,
  { sha256, signature }: JudgedBytes,
  head: Partial<InventoryHead>,
): ReadHead {
  const { keydesk = null, exportedAt = null, exportedBy = null, fingerprints = false, fingerprintKey } = head;
  return {
    source,
    bytes: bytes.length,
    sha256,
    signature,
    keydesk,
    exportedAt,
    exportedBy,
    fingerprints,
    ...(fingerprintKey !== undefined && { fingerprintKey }),
    places: [...(head.places ?? [])],
    rows: head.count ?? 0,
  };
}
