import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Assumptions } from '@main/practice/assumptions';
import { ask, claimsOf, startQwilt, type QwiltDesk } from './desk';

describe('every assumption about Qwilt can be switched', () => {
  let qwilt: QwiltDesk;
  let now = Date.now();
  const assuming = async (assumptions: Partial<Assumptions>) => {
    qwilt = await startQwilt({ assumptions, clock: () => now });
    return qwilt.signedIn();
  };
  afterEach(() => qwilt.stop());

  it('a revoked key that works for a while', async () => {
    const admin = await assuming({ qwiltActivationMs: 0, qwiltRevocationMs: 60_000 });
    const key = await qwilt.issued(admin);
    await qwilt.revoke(admin, key);
    now += 59_999;
    expect(await qwilt.use(key.apiToken)).toBe(200);
    now += 1;
    expect(await qwilt.use(key.apiToken)).toBe(401);
  });

  it('a key that needs five minutes', async () => {
    const { apiToken } = await assuming({ qwiltActivationMs: 300_000 }).then((admin) => qwilt.issued(admin));
    now += 299_999;
    expect(await qwilt.use(apiToken)).toBe(401);
    now += 1;
    expect(await qwilt.use(apiToken)).toBe(200);
  });

  it('other routes, another status', async () => {
    const admin = await assuming({
      qwiltListRoute: 'GET /api/2/keys',
      qwiltGetRoute: 'GET /api/2/keys/{keyId}/facts',
      qwiltRevokeRoute: 'POST /api/2/keys/{keyId}/revoke',
      qwiltRevokedStatus: 200,
      qwiltCreatedStatus: 200,
    });
    const created = await qwilt.create(admin);
    const path = `/api/2/keys/${created.body.keyId}`;
    const at = async (method: string, url: string) =>
      (await ask(method, qwilt.at('users', url), admin)).status;
    expect(created.status).toBe(200);
    expect(await at('GET', '/api/1/api-keys')).toBe(404);
    expect(await at('GET', '/api/2/keys')).toBe(200);
    expect(await at('GET', `${path}/facts`)).toBe(200);
    expect(await at('POST', `${path}/revoke`)).toBe(200);
  });

  it('a list in an envelope, without revoked keys, in other words', async () => {
    const admin = await assuming({
      qwiltListEnvelope: 'apiKeys',
      qwiltRevokedStayListed: false,
      qwiltViewerPermission: 'MediaReader',
    });
    const key = await qwilt.issued(admin, { permission: 'MediaReader' });
    await qwilt.revoke(admin, key);
    const { body } = await ask('GET', qwilt.at('users', '/api/1/api-keys'), admin);
    const keys = body['apiKeys'] as { keyId: string; revoked?: boolean }[];
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.some(({ keyId, revoked }) => keyId === key.keyId || revoked === true)).toBe(false);
    expect((await qwilt.revoke(admin, key)).status).toBe(404);
    expect((await qwilt.create(admin, { permission: 'MediaViewer' })).status).toBe(400);
  });

  it('tokens that say less', async () => {
    const admin = await assuming({ qwiltSessionNamesOrganization: false, qwiltTokenNamesKey: false });
    expect(claimsOf(await qwilt.token())).toMatchObject({ dataAccessControl: { allowedOrgIds: ['*'] } });
    expect(Object.keys(claimsOf((await qwilt.issued(admin)).apiToken))).toEqual(['jti', 'iat', 'exp']);
    await qwilt.stop();
    const key = await assuming({}).then((headers) => qwilt.issued(headers));
    expect(claimsOf(key.apiToken)).toMatchObject({ keyId: key.keyId, ownerId: 'harbour-media' });
  });
});

describe('what Qwilt’s practice console offers and keeps', () => {
  it('its three origins, and sign-ins that work', async () => {
    const qwilt = await startQwilt({ operatorToken: 'given-by-the-application' });
    const { baseUrl, origins, endpoints, logins, own } = qwilt.offer;
    expect(new Set(Object.values(origins)).size).toBe(3);
    expect(Object.keys(origins)).toEqual(['login', 'users', 'data']);
    expect([baseUrl, endpoints]).toEqual([origins['login'], {}]);
    expect(logins.map(({ method }) => method)).toEqual(['password', 'password', 'api-key']);
    const keys = [logins[2]?.fields['apiKey'] ?? '', own?.fields['apiKey'] ?? ''];
    expect(claimsOf(keys[1] ?? '')).toEqual({ keyId: 'application' });
    for (const key of keys) {
      const made = await qwilt.issued({ 'X-API-KEY': key });
      expect(made.ownerId).toBe('harbour-media');
    }
    await qwilt.stop();
  });

  it('takes the application’s own key for this start only', async () => {
    const before = await startQwilt({ operatorToken: 'given-by-the-application' });
    const key = before.offer.own?.fields['apiKey'] ?? '';
    expect(await before.use(key)).toBe(200);
    expect(await before.use('given-by-the-application')).toBe(401);
    await before.stop();
    const after = await startQwilt();
    expect(after.offer.own).toBeNull();
    expect(await after.use(key)).toBe(401);
    await after.stop();
  });

  it('keeps users, sessions, keys and revocations over a restart', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'keydesk-practice-'));
    let qwilt = await startQwilt({ dataFolder, assumptions: { qwiltActivationMs: 0 } });
    const admin = await qwilt.signedIn();
    const [kept, gone] = [await qwilt.issued(admin), await qwilt.issued(admin)];
    await qwilt.revoke(admin, gone);
    const [listed, login] = [await qwilt.list(admin), qwilt.login('Administrator')];
    await qwilt.stop();
    qwilt = await startQwilt({ dataFolder, assumptions: { qwiltActivationMs: 0 } });
    expect(await qwilt.list(admin)).toEqual(listed);
    expect(qwilt.login('Administrator')).toEqual(login);
    expect([await qwilt.use(kept.apiToken), await qwilt.use(gone.apiToken)]).toEqual([200, 401]);
    await qwilt.stop();
    rmSync(dataFolder, { recursive: true });
  });
});
