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
  // No string of a JSON text holds a bare line break, so the mark is never part of one.
  const at = text.lastIndexOf(MARK);
  if (at < 0) return { state: 'unsigned' };
  const tail = text.slice(at + 1);
  const signature = signatureIn(tail);
  if (signature === null || tailText(signature) !== tail) return { state: 'altered' };
  const { publicKey, fingerprint, value } = signature;
  if (fingerprintOf(publicKey) !== fingerprint) return { state: 'altered' };
  return verify(publicKey, text.slice(0, at + 1), value)
    ? { state: 'intact', publicKey, fingerprint }
    : { state: 'altered' };
}

function signatureIn(tail: string): FileSignature | null {
  try {
    const { signature } = JSON.parse(`{${tail}`) as { signature?: unknown };
    return FileSignature.safeParse(signature).data ?? null;
  } catch {
    return null;
  }
}
