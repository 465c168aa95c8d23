import type { InventorySource } from '@core/domain/inventory';
import type { SignatureState } from '@core/domain/signature';

/**
 * What the signature of a file is worth, in a sentence.
 * @param unsigned what is said where there is none
 */
export function signatureSentence(signature: SignatureState, unsigned: string): string {
  switch (signature.state) {
    case 'own':
      return 'Signed by this Keydesk, and unchanged since.';
    case 'trusted':
      return `Signed by ${signature.name}, whose key you trust, and unchanged since.`;
    case 'unknown':
      return 'Unchanged since it was signed, by a key nobody here knows:';
    case 'altered':
      return 'Changed after it was signed.';
    case 'unsigned':
      return unsigned;
  }
}

/** The same of an inventory. */
export const signatureText = (signature: SignatureState, source: InventorySource): string =>
  signatureSentence(
    signature,
    source === 'keydesk'
      ? 'Not signed: where it was exported, there was no keychain to keep a signing key in.'
      : 'Not signed: a CSV file carries no signature, so nothing shows whether it was changed.',
  );
