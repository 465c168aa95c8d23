import { FileSignature, type SignatureCheck } from '@core/domain/signature';

const MARK = '\n"signature":';
const END = '\n}\n';

/** Whether a signature over a text was made by a public key. */
export type VerifyText = (publicKey: string, text: string, signature: string) => boolean;

/**
 * A JSON document that is not signed.
 * @param open the text of its object with all members and without the closing brace
 */
export const unsignedText = (open: string): string => `${open}${END}`;

/** What a signature of the document covers: every byte before it. */
export const coveredText = (open: string): string => `${open},\n`;

/** The same document with its signature as the last member. */
export const signedText = (open: string, signature: FileSignature): string =>
  `${coveredText(open)}${tailText(signature)}`;

const tailText = (signature: FileSignature): string => `${MARK.slice(1)}${JSON.stringify(signature)}${END}`;

/** A signature as a document has it, before anybody verified it. */
export interface Claim extends FileSignature {
  /** How many characters it covers, from the first. */
  readonly covered: number;
}

/**
 * What the signature of a document says. SECURITY: what follows the covered bytes must be exactly what `signedText`
 * writes, so that a change anywhere in the file is noticed.
 * @param fingerprintOf the hex SHA-256 of a public key in base64
 */
export function checkSignature(
  text: string,
  verify: VerifyText,
  fingerprintOf: (publicKey: string) => string,
): SignatureCheck {
  const claim = claimOf(text, fingerprintOf);
  if (typeof claim === 'string') return { state: claim };
  return checkedClaim(claim, verify(claim.publicKey, text.slice(0, claim.covered), claim.value));
}

/** The signature of a document, to be verified; or what it is worth without that. */
export function claimOf(
  text: string,
  fingerprintOf: (publicKey: string) => string,
): Claim | 'unsigned' | 'altered' {
  // No string of a JSON text holds a bare line break, so the mark is never part of one.
  const at = text.lastIndexOf(MARK);
  if (at < 0) return 'unsigned';
  const tail = text.slice(at + 1);
  const signature = signatureIn(tail);
  if (signature === null || tailText(signature) !== tail) return 'altered';
  if (fingerprintOf(signature.publicKey) !== signature.fingerprint) return 'altered';
  return { ...signature, covered: at + 1 };
}

/** What a signature says that was verified. */
export const checkedClaim = ({ publicKey, fingerprint }: Claim, verified: boolean): SignatureCheck =>
  verified ? { state: 'intact', publicKey, fingerprint } : { state: 'altered' };

function signatureIn(tail: string): FileSignature | null {
  try {
    const { signature } = JSON.parse(`{${tail}`) as { signature?: unknown };
    return FileSignature.safeParse(signature).data ?? null;
  } catch {
    return null;
  }
}
