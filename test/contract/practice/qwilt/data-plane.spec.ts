import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, startQwilt, type QwiltDesk } from './desk';

const DAY_MS = 86_400_000;

describe('the data plane of Qwilt', () => {
  const start = Date.parse('2030-05-01T08:00:00Z');
  let now = start;
  let qwilt: QwiltDesk;
  let admin: Readonly<Record<string, string>>;
  beforeAll(async () => {
    qwilt = await startQwilt({ clock: () => now, assumptions: { qwiltRevocationMs: 0 } });
    admin = await qwilt.signedIn();
  });
  afterAll(() => qwilt.stop());

  const sites = (method: string, headers: Record<string, string>, path = '', body?: unknown) =>
    ask(method, qwilt.at('data', `/api/v2/sites${path}`), headers, body);
  const active = async (permission: string) => {
    const { apiToken } = await qwilt.issued(admin, { permission });
    now += 10_000;
    return apiToken;
  };

  it('knows a new key only after its activation', async () => {
    now = start;
    const { apiToken } = await qwilt.issued(admin);
    expect(await qwilt.use(apiToken)).toBe(401);
    now += 9_999;
    expect(await qwilt.use(apiToken)).toBe(401);
    now += 1;
    expect(await qwilt.use(apiToken)).toBe(200);
  });

  it('refuses a key from the moment it expires', async () => {
    now = start;
    const { apiToken } = await qwilt.issued(admin, { ttl: 1 });
    now += DAY_MS - 1;
    expect(await qwilt.use(apiToken)).toBe(200);
    now += 1;
    expect(await qwilt.use(apiToken)).toBe(401);
    now = start;
  });

  it('refuses a key from the moment it is revoked', async () => {
    now = start;
    const key = await qwilt.issued(admin);
    now += 10_000;
    expect(await qwilt.use(key.apiToken)).toBe(200);
    await qwilt.revoke(admin, key);
    expect(await qwilt.use(key.apiToken)).toBe(401);
  });

  it('takes both headers, and sessions', async () => {
    now = start;
    const apiToken = await active('MediaViewer');
    const bearer = await qwilt.token();
    const headers: Record<string, string>[] = [
      { 'X-API-KEY': apiToken },
      { Authorization: `X-API-KEY ${apiToken}` },
      { Authorization: `x-api-key ${apiToken}` },
      { Authorization: `Bearer ${bearer}` },
      { Cookie: `cqloudLoginToken=${bearer}` },
    ];
    for (const sent of headers) {
      const { status, body } = await sites('GET', sent);
      expect([status, Array.isArray(body)]).toEqual([200, true]);
    }
    for (const sent of [{}, { 'X-API-KEY': 'x' }, { Authorization: `Bearer ${apiToken}` }])
      expect((await sites('GET', sent)).status).toBe(401);
  });

  it('lets a Viewer key read and an Editor key write', async () => {
    now = start;
    const viewer = { 'X-API-KEY': await active('MediaViewer') };
    const editor = { 'X-API-KEY': await active('MediaEditor') };
    expect((await sites('POST', viewer, '', { siteName: 'New' })).status).toBe(403);
    const made = await sites('POST', editor, '', { siteName: 'New' });
    expect([made.status, made.body]).toEqual([201, expect.objectContaining({ siteName: 'New' })]);
    const path = `/${String(made.body['siteId'])}`;
    expect((await sites('DELETE', viewer, `${path}?permanent=true`)).status).toBe(403);
    expect((await sites('DELETE', editor, path)).status).toBe(400);
    expect((await sites('DELETE', editor, `${path}?permanent=true`)).status).toBe(204);
    expect((await sites('DELETE', editor, `${path}?permanent=true`)).status).toBe(404);
  });

  it('shows the sites of the key’s organization', async () => {
    const { body } = await sites('GET', await qwilt.signedIn('?orgId=harbour-labs'));
    expect(body).toEqual([expect.objectContaining({ ownerOrgId: 'harbour-labs' })]);
  });
});
