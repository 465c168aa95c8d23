import { Buffer } from 'node:buffer';
import { createPrivateKey, randomUUID, sign, type KeyObject } from 'node:crypto';
import { AppError } from '@core/domain/app-error';

/** For whom the console wants assertions to be. */
const AUDIENCE = 'console-client-credentials';
/** Short, and long enough for clocks that differ. */
const LIFETIME_S = 300;

/** Who signs an assertion. */
export interface Signer {
  readonly clientId: string;
  readonly keyId: string;
  /** PEM. */
  readonly privateKey: string;
}

/**
 * A signed statement of who asks (RFC 7523, RS256), good for five minutes.
 * Throws `invalid-input` at the field `privateKey` where that is no RSA key in PEM form.
 * @param now the console's time in epoch milliseconds
 */
export function signedAssertion({ clientId, keyId, privateKey }: Signer, now: number): string {
  const key = rsaKey(privateKey);
  const issuedAt = Math.floor(now / 1000);
  const claims = { iss: clientId, sub: clientId, aud: AUDIENCE, jti: randomUUID(), iat: issuedAt };
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${part({ ...claims, exp: issuedAt + LIFETIME_S })}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function rsaKey(pem: string): KeyObject {
  const key = readPem(pem);
  if (key?.asymmetricKeyType === 'rsa') return key;
  const sentence =
    key === null
      ? 'This private key cannot be read. Paste the whole PEM text, without a passphrase.'
      : 'This is not an RSA key, which the console asks for.';
  throw new AppError('invalid-input', sentence, { field: 'privateKey' });
}

function readPem(pem: string): KeyObject | null {
  try {
    // Copied out of a JSON file, the lines of a PEM are separated by a backslash and an n.
    return createPrivateKey(pem.replaceAll('\\n', '\n').trim());
  } catch {
    // SECURITY: the original error may quote the text.
    return null;
  }
}
