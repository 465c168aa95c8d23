import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, startQwilt, type QwiltDesk } from './desk';

describe('the keys of Qwilt', () => {
  const now = Date.parse('2030-05-01T08:00:00.123Z');
  let qwilt: QwiltDesk;
  let admin: Readonly<Record<string, string>>;
  beforeAll(async () => {
    qwilt = await startQwilt({ clock: () => now, assumptions: { qwiltActivationMs: 0 } });
    admin = await qwilt.signedIn();
  });
  afterAll(() => qwilt.stop());

  it('begin with some of every kind, of several creators', async () => {
    const keys = await qwilt.list(admin);
    const labs = await qwilt.list(await qwilt.signedIn('?orgId=harbour-labs'));
    expect(keys.length + labs.length).toBe(15);
    expect(new Set(keys.map(({ createdBy }) => createdBy)).size).toBe(2);
    expect(new Set(keys.map(({ permission }) => permission))).toEqual(
      new Set(['MediaViewer', 'MediaEditor']),
    );
    const left = keys.map(({ expireAt }) => (Date.parse(expireAt) - now) / 86_400_000);
    expect(left.some((days) => days < 0)).toBe(true);
    expect(left.some((days) => days > 0 && days <= 30)).toBe(true);
    expect(keys.filter(({ revoked }) => revoked)).toHaveLength(1);
  });

  it('are created as documented, with a secret that never comes back', async () => {
    const { status, body } = await qwilt.create(admin, { description: 'For the test', ttl: 180 });
    expect(status).toBe(201);
    expect(body).toEqual({
      name: 'Contract test',
      description: 'For the test',
      ttl: 180,
      permission: 'MediaEditor',
      keyId: expect.stringMatching(/^\d+$/) as string,
      ownerId: 'harbour-media',
      createdBy: 'nora.quist@example.com',
      createdAt: '2030-05-01T08:00:00.123Z',
      expireAt: '2030-10-28T08:00:00.123Z',
      apiToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
    });
    const { apiToken, ...rest } = body;
    const path = `/api/1/api-keys/${body.keyId}`;
    const got = await ask('GET', qwilt.at('users', path), admin);
    expect([got.status, got.body]).toEqual([200, rest]);
    const listed = await ask('GET', qwilt.at('users', '/api/1/api-keys'), admin);
    expect(listed.text).not.toContain(apiToken);
  });

  it.each([
    ['without a name', { name: undefined }, 'name'],
    ['with a blank name', { name: '  ' }, 'name'],
    ['without a validity', { ttl: undefined }, 'ttl'],
    ['valid for no day', { ttl: 0 }, 'ttl'],
    ['valid for more than a year', { ttl: 366 }, 'ttl'],
    ['valid for half a day', { ttl: 0.5 }, 'ttl'],
    ['with a validity as text', { ttl: '90' }, 'ttl'],
    ['with an unknown permission', { permission: 'Editor' }, 'permission'],
    ['with an unknown field', { clientRef: 'x' }, 'clientRef'],
  ])('are not created %s', async (_what, changes, field) => {
    const before = await qwilt.list(admin);
    const { status, body } = await qwilt.create(admin, changes);
    expect([status, body.message]).toEqual([400, expect.stringContaining(field)]);
    expect(await qwilt.list(admin)).toEqual(before);
  });

  it.each([1, 365])('are created for %i days', async (ttl) => {
    expect((await qwilt.create(admin, { ttl })).status).toBe(201);
  });

  it('may have the same name twice', async () => {
    const [one, two] = [await qwilt.issued(admin), await qwilt.issued(admin)];
    expect(one.keyId).not.toBe(two.keyId);
  });

  it('are revoked for good, and stay listed as such', async () => {
    const key = await qwilt.issued(admin);
    expect((await qwilt.revoke(admin, key)).status).toBe(204);
    expect((await qwilt.revoke(admin, key)).status).toBe(204);
    const listed = (await qwilt.list(admin)).find(({ keyId }) => keyId === key.keyId);
    expect(listed).toMatchObject({ revoked: true, revokedAt: '2030-05-01T08:00:00.123Z' });
  });

  it('are those of the organization that was signed in to', async () => {
    const labs = await qwilt.signedIn('?orgId=harbour-labs');
    const key = await qwilt.issued(labs);
    expect(key.ownerId).toBe('harbour-labs');
    expect((await qwilt.list(admin)).map(({ keyId }) => keyId)).not.toContain(key.keyId);
    expect((await qwilt.revoke(admin, key)).status).toBe(404);
    expect((await ask('GET', qwilt.at('users', `/api/1/api-keys/${key.keyId}`), admin)).status).toBe(404);
    expect(await qwilt.use(key.apiToken)).toBe(200);
  });

  it('are not for everybody', async () => {
    const Authorization = `Bearer ${await qwilt.token('', qwilt.login('User without'))}`;
    const [key] = await qwilt.list(admin);
    const url = qwilt.at('users', `/api/1/api-keys/${key?.keyId ?? ''}`);
    const statuses = [
      (await ask('GET', qwilt.at('users', '/api/1/api-keys'), { Authorization })).status,
      (await ask('GET', url, { Authorization })).status,
      (await ask('DELETE', url, { Authorization })).status,
      (await qwilt.create({ Authorization })).status,
    ];
    expect(statuses).toEqual([403, 403, 403, 403]);
  });

  it('may be used instead of signing in: Editor to change, Viewer to look', async () => {
    const editor = { 'X-API-KEY': (await qwilt.issued(admin)).apiToken };
    const viewer = {
      Authorization: `X-API-KEY ${(await qwilt.issued(editor, { permission: 'MediaViewer' })).apiToken}`,
    };
    const key = await qwilt.issued(editor);
    expect(key.createdBy).toBe('nora.quist@example.com');
    expect((await qwilt.list(viewer)).length).toBeGreaterThan(0);
    expect((await qwilt.create(viewer)).status).toBe(403);
    expect((await qwilt.revoke(viewer, key)).status).toBe(403);
    expect((await qwilt.revoke(editor, key)).status).toBe(204);
  });

  it('cannot be read without a credential', async () => {
    expect((await ask('GET', qwilt.at('users', '/api/1/api-keys'))).status).toBe(401);
    expect((await qwilt.create({ 'X-API-KEY': 'made-up' })).status).toBe(401);
  });
});
