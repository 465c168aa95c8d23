import { generate } from 'selfsigned';

/** A private key and its certificate, both as PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** What a test certificate says; by default one for 127.0.0.1, localhost and console.test, valid today. */
export interface CertificateWish {
  readonly name?: string;
  readonly hosts?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Who signs it; it signs itself when absent. */
  readonly issuer?: Identity;
  readonly authority?: boolean;
}

const DAY_MS = 86_400_000;
const HOSTS = ['localhost', 'console.test', '127.0.0.1'];

/** Makes a certificate for a test. */
export async function certificate(wish: CertificateWish = {}): Promise<Identity> {
  const { name = 'console.test', hosts = HOSTS, issuer, authority = false } = wish;
  const altNames = hosts.map((host) =>
    /^[\d.]+$/.test(host) ? { type: 7 as const, ip: host } : { type: 2 as const, value: host },
  );
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: wish.notBefore ?? new Date(Date.now() - DAY_MS),
    notAfterDate: wish.notAfter ?? new Date(Date.now() + 30 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: authority, critical: true },
      ...(authority
        ? [{ name: 'keyUsage' as const, keyCertSign: true, cRLSign: true, critical: true }]
        : [{ name: 'subjectAltName' as const, altNames }]),
    ],
    ...(issuer && { ca: issuer }),
  });
  return { key: made.private, cert: made.cert };
}

/** A certificate authority that nobody knows. */
export const privateAuthority = (name = 'Example Corp Test CA'): Promise<Identity> =>
  certificate({ name, authority: true });

/** A day some days from now; negative for the past. */
export const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS);
