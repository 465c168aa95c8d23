import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BEACON, FJORD, Harbour, HARBOUR, type IssuedWireKey, type WireKey } from './harbour';

describe('API keys of CloudMC', () => {
  let harbour: Harbour;
  let now = Date.parse('2030-01-01T00:00:00Z');
  beforeAll(async () => {
    harbour = await Harbour.open({}, { clock: () => now });
  });
  afterAll(() => harbour.stop());
  beforeEach(() => {
    now += 60_000;
  });

  const named = async (name: string): Promise<WireKey | undefined> =>
    (await harbour.keys()).body.data.find((key) => key.name === name);

  it('lists the own keys of an organization, with the documented columns and no more', async () => {
    const { status, body } = await harbour.keys();
    expect(status).toBe(200);
    expect(body.data).toHaveLength(13);
    expect(body.metadata).toEqual({ recordCount: 13 });
    for (const key of body.data) expect(Object.keys(key)).toEqual(['id', 'name', 'lastIp', 'lastActivity']);
    expect(new Set(body.data.map(({ id }) => id)).size).toBe(13);
    expect(await named('api_key_w1v9c4tz')).toMatchObject({ lastIp: null, lastActivity: null });
  });

  it('keeps those of other organizations and of other users apart', async () => {
    expect((await harbour.keys(FJORD)).body.data.map(({ name }) => name)).toEqual([
      'Shop deployment',
      'Stock import',
      'api_key_5yb6n2ra',
    ]);
    expect((await harbour.keys(BEACON)).body).toEqual({ data: [], metadata: { recordCount: 0 } });
    const apiKey = harbour.apiKey('victor');
    const { body } = await harbour.call<WireKey[]>('GET', '/api_keys', { apiKey });
    expect(body.data.map(({ name }) => name)).toEqual(['victor scripts', 'Keydesk (Victor)']);
    const theirs = (await harbour.keys()).body.data[0]?.id ?? '';
    expect((await harbour.call('DELETE', `/api_keys/${theirs}`, { apiKey })).status).toBe(404);
    expect((await harbour.keys()).body.data.map(({ id }) => id)).toContain(theirs);
  });

  it('shows a secret once, and it works', async () => {
    const { id, apiKey, ...rest } = await harbour.issued({ name: 'Reporting' });
    expect(rest).toEqual({ name: 'Reporting', lastIp: null, lastActivity: null });
    const { body } = await harbour.keys();
    expect(body.data.find((key) => key.id === id)).toEqual({ id, ...rest });
    expect(JSON.stringify(body)).not.toContain(apiKey);
    expect((await harbour.call('GET', `/api_keys/${id}`)).status).toBe(405);
    expect((await harbour.call('GET', '/organizations', { apiKey })).status).toBe(200);
  });

  it('makes up a name where none is given, and takes the same name twice', async () => {
    expect((await harbour.issued()).name).toMatch(/^api_key_[a-z0-9]{8}$/);
    expect((await harbour.issued({})).name).not.toBe((await harbour.issued({})).name);
    const twins = [await harbour.issued({ name: 'twin' }), await harbour.issued({ name: 'twin' })];
    expect(new Set(twins.map(({ apiKey }) => apiKey)).size).toBe(2);
  });

  it.each<[string, unknown]>([
    ['empty', { name: ' ' }],
    ['too long', { name: 'x'.repeat(201) }],
    ['with a control character', { name: 'a\u0007' }],
    ['no text', { name: 7 }],
    ['no record', []],
  ])('refuses a name that is %s and makes no key', async (_case, body) => {
    const before = (await harbour.keys()).body.data.length;
    const answer = await harbour.call('POST', '/api_keys', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ code: 2012, context: { parameter: 'name' } }]);
    expect((await harbour.keys()).body.data).toHaveLength(before);
  });

  it('renames, and nothing else', async () => {
    const { id, apiKey } = await harbour.issued({ name: 'before' });
    const { body } = await harbour.call<WireKey>('PUT', `/api_keys/${id}`, { body: { name: 'after ⚓' } });
    expect(body.data).toMatchObject({ id, name: 'after ⚓' });
    expect(body.data).not.toHaveProperty('apiKey');
    expect((await harbour.call('GET', '/users', { apiKey })).status).toBe(200);
    expect((await harbour.call('PUT', `/api_keys/${id}`, { body: {} })).status).toBe(400);
    expect((await harbour.call('PUT', '/api_keys/none', { body: { name: 'x' } })).status).toBe(404);
  });

  it('revokes at once', async () => {
    const { id, apiKey } = await harbour.issued();
    expect((await harbour.call('DELETE', `/api_keys/${id}`)).status).toBe(204);
    const refused = await harbour.call('GET', '/organizations', { apiKey });
    expect(refused.status).toBe(401);
    expect(refused.body.errors?.[0]?.message).toBe('Invalid credentials.');
    expect((await harbour.keys()).body.data.some((key) => key.id === id)).toBe(false);
    expect((await harbour.call('DELETE', `/api_keys/${id}`)).status).toBe(404);
  });

  it('can revoke the key that asks for it', async () => {
    const { id, apiKey } = await harbour.issued();
    expect((await harbour.call('DELETE', `/api_keys/${id}`, { apiKey })).status).toBe(204);
    expect((await harbour.call('GET', '/api_keys', { apiKey })).status).toBe(401);
  });

  it('notes every use, the listing itself included', async () => {
    const own = new Date(now).toISOString();
    expect(await named('Keydesk')).toMatchObject({ lastIp: '127.0.0.1', lastActivity: own });
    const { id, apiKey } = await harbour.issued();
    now += 1000;
    await harbour.call('GET', '/environments', { apiKey });
    const used = new Date(now).toISOString();
    now += 1000;
    const found = (await harbour.keys()).body.data.find((key) => key.id === id);
    expect(found).toMatchObject({ lastIp: '127.0.0.1', lastActivity: used });
  });

  it('makes a key in the organization it is told, which has the rights of its user everywhere', async () => {
    const { body } = await harbour.call<IssuedWireKey>('POST', `/api_keys?org_id=${BEACON}`, {
      body: { name: 'there' },
    });
    const { id, apiKey } = body.data;
    expect((await harbour.keys(BEACON)).body.data.map((key) => key.id)).toEqual([id]);
    expect((await harbour.keys(HARBOUR)).body.data.map((key) => key.id)).not.toContain(id);
    expect((await harbour.call<unknown[]>('GET', '/organizations', { apiKey })).body.data).toHaveLength(4);
    expect((await harbour.call('DELETE', `/api_keys/${id}`)).status).toBe(404);
    expect((await harbour.call('DELETE', `/api_keys/${id}?org_id=${BEACON}`)).status).toBe(204);
  });
});
