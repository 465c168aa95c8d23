import { createHash } from 'node:crypto';
import type { InventoryHead, InventorySource } from '@core/domain/inventory';
import type { ReadHead } from '@core/domain/inventory-reading';
import type { SignatureCheck } from '@core/domain/signature';
import { checkSignature } from '@core/text/signed-text';
import { nodeSigning } from '@main/node-signing';

/** What is told of a file before its keys. */
export function foundHead(bytes: Buffer, source: InventorySource, head: Partial<InventoryHead>): ReadHead {
  const { keydesk = null, exportedAt = null, exportedBy = null, fingerprints = false, fingerprintKey } = head;
  return {
    source,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    signature: source === 'keydesk' ? signatureOf(bytes) : { state: 'unsigned' },
    keydesk,
    exportedAt,
    exportedBy,
    fingerprints,
    ...(fingerprintKey !== undefined && { fingerprintKey }),
    places: [...(head.places ?? [])],
    rows: head.count ?? 0,
  };
}

/** SECURITY: one character stands for one byte here, so that what is covered are the bytes as they are in the file. */
function signatureOf(bytes: Buffer): SignatureCheck {
  const verify = (publicKey: string, covered: string, value: string): boolean =>
    nodeSigning.verify(publicKey, bytes.subarray(0, covered.length), value);
  return checkSignature(bytes.toString('latin1'), verify, (publicKey) => nodeSigning.fingerprint(publicKey));
}
