import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { authoritiesWith, certificatesIn, trustOf } from '@main/http/trust';
import { privateAuthority } from '@test/support/certificates';

const flat = (pem: string): string => pem.replace(/\s/g, '');

describe('what a console is trusted by', () => {
  it('is its own authorities on top of the public ones, never instead', async () => {
    const { cert } = await privateAuthority();
    const trusted = authoritiesWith(certificatesIn(cert)).map(flat);
    expect(trusted).toContain(flat(cert));
    for (const root of rootCertificates) expect(trusted).toContain(flat(root));
  });

  it('tells its own authorities by their fingerprints', async () => {
    const { cert } = await privateAuthority();
    const [own] = certificatesIn(cert);
    expect([...trustOf(cert).own]).toEqual([own?.fingerprint256]);
    expect(trustOf(undefined).own.size).toBe(0);
  });
});
