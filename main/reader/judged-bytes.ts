import { createHash, webcrypto } from 'node:crypto';
import type { SignatureCheck } from '@core/domain/signature';
import { checkedClaim, claimOf } from '@core/text/signed-text';
import { nodeSigning, verifyAside } from '@main/node-signing';

/** What all bytes of a file together say. */
export interface JudgedBytes {
  /** In hex. */
  readonly sha256: string;
  readonly signature: SignatureCheck;
}

/** The bytes of a file that cannot be signed. */
export const plainBytes = (bytes: Buffer): JudgedBytes => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  signature: { state: 'unsigned' },
});

/** Hashes and verifies all bytes on threads of their own, while the file is read here. */
export async function judgedBytes(bytes: Buffer): Promise<JudgedBytes> {
  const [digest, signature] = await Promise.all([
    webcrypto.subtle.digest('SHA-256', bytes),
    signatureOf(bytes),
  ]);
  return { sha256: Buffer.from(digest).toString('hex'), signature };
}

/** SECURITY: one character stands for one byte here, so that what is covered are the bytes as they are in the file. */
async function signatureOf(bytes: Buffer): Promise<SignatureCheck> {
  const claim = claimOf(bytes.toString('latin1'), (publicKey) => nodeSigning.fingerprint(publicKey));
  if (typeof claim === 'string') return { state: claim };
  const covered = bytes.subarray(0, claim.covered);
  return checkedClaim(claim, await verifyAside(claim.publicKey, covered, claim.value));
}
