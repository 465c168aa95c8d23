import { describe, expect, it } from 'vitest';
import { probeKey as cloudmc } from '@main/adapters/cloudmc/probe';
import { probeKey as mia } from '@main/adapters/mia/probe';
import { probeKey as qodly } from '@main/adapters/qodly/probe';
import { probeKey as qwilt } from '@main/adapters/qwilt/probe';
import { aConnection } from '@test/support/connection';
import { fakeHttp, type FakeHttp } from '@test/support/fake-http';

const PROBES = { cloudmc, mia, qodly, qwilt };
const SECRET = 'f3b1c2d4-0000-4000-8000-1234567890ab';
const connected = ({ open }: FakeHttp) => open(aConnection({ baseUrl: 'https://gateway.example' }));
const STATUSES = [200, 401, 403] as const;

describe.each(Object.entries(PROBES))('a probe of %s', (_vendor, probe) => {
  it('asks caches to let it through', async () => {
    const fake = fakeHttp(() => ({ status: 401, body: {} }));
    await probe(connected(fake), SECRET);
    expect(fake.sent.map(({ headers }) => headers?.['cache-control'])).toEqual(
      fake.sent.map(() => 'no-cache'),
    );
  });

  it.each(STATUSES)('that a cache answered with %i shows nothing', async (status) => {
    const cached = fakeHttp(() => ({ status, body: {}, headers: { age: '12' } }));
    expect(await probe(connected(cached), SECRET)).toEqual({
      verdict: 'inconclusive',
      reason: 'cached',
      status,
    });
  });

  it('counts where a cache asked anew', async () => {
    const fresh = fakeHttp(() => ({ status: 401, body: {}, headers: { age: '0' } }));
    expect((await probe(connected(fresh), SECRET)).reason).not.toBe('cached');
  });
});
