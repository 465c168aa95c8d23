import { describe, expect, it } from 'vitest';
import type { SignatureState } from '@core/domain/signature';
import { signatureText } from '@renderer/inventories/signature-text';

const KEY = { publicKey: `${'A'.repeat(43)}=`, fingerprint: '01'.repeat(32) };

describe('what a signature is worth', () => {
  it.each<[SignatureState, 'keydesk' | 'csv' | 'mapped', RegExp]>([
    [{ state: 'own', ...KEY }, 'keydesk', /^Signed by this Keydesk, and unchanged since/],
    [{ state: 'trusted', ...KEY, name: 'Ada' }, 'keydesk', /^Signed by Ada, whose key you trust/],
    [{ state: 'unknown', ...KEY }, 'keydesk', /by a key nobody here knows/],
    [{ state: 'altered' }, 'keydesk', /^Changed after it was signed/],
    [{ state: 'unsigned' }, 'keydesk', /there was no keychain/],
    [{ state: 'unsigned' }, 'csv', /a CSV file carries no signature/],
    [{ state: 'unsigned' }, 'mapped', /a CSV file carries no signature/],
  ])('%j of %s', (signature, source, expected) => {
    expect(signatureText(signature, source)).toMatch(expected);
  });
});
