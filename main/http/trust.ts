import { X509Certificate } from 'node:crypto';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { AppError } from '@core/domain/app-error';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** What a connection trusts: TLS 1.2 or newer, the public roots, and the console's own authorities on top. */
export interface Trust {
  readonly context: SecureContext;
  /** SHA-256 fingerprints of the console's own authorities. */
  readonly own: ReadonlySet<string>;
}

/** Builds the trust of one console. Throws `invalid-input` with the field `caPem` for text that is no certificate. */
export function trustOf(caPem: string | undefined): Trust {
  const minVersion = 'TLSv1.2';
  if (caPem === undefined) return { context: createSecureContext({ minVersion }), own: new Set() };
  const own = certificatesIn(caPem);
  const context = createSecureContext({ minVersion, ca: authoritiesWith(own) });
  return { context, own: new Set(own.map(({ fingerprint256 }) => fingerprint256)) };
}

/** Everything to trust, as PEM: naming authorities replaces Node's own list, so the public ones are named as well. */
export const authoritiesWith = (own: readonly X509Certificate[]): string[] => [
  ...rootCertificates,
  ...own.map(String),
];

/** The certificates in a PEM text. Throws `invalid-input` with the field `caPem`. */
export function certificatesIn(pem: string): X509Certificate[] {
  // SECURITY: the text is kept in a plain file; a private key must not get there with it.
  if (pem.includes('PRIVATE KEY'))
    throw refused('This file contains a private key. Choose the certificate alone.');
  const blocks = pem.match(CERTIFICATE) ?? [];
  if (blocks.length === 0) throw refused('This file contains no certificate in PEM form.');
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    throw refused('The certificate in this file is damaged.');
  }
}

const refused = (sentence: string): AppError => new AppError('invalid-input', sentence, { field: 'caPem' });
