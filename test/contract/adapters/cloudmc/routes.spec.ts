import { afterEach, describe, expect, it } from 'vitest';
import type { RouteProfile } from '@core/domain/route-profile';
import type { Assumptions } from '@main/practice/assumptions';
import { startFaultProxy } from '@test/support/fault-proxy';
import { faults } from '@test/support/fault-proxy/faults';
import { anIntent, codeOf, listed } from '../trial';
import { aDraft, HARBOUR, startCloudmc, type CloudmcConsole } from './console';

const ROUTES = ['keys.list', 'keys.create', 'keys.rename', 'keys.revoke'];

/** The routes of keys at another path. */
const routesAt = (path: string): RouteProfile => ({
  'keys.list': { method: 'GET', path },
  'keys.create': { method: 'POST', path },
  'keys.rename': { method: 'PUT', path: `${path}/{keyId}` },
  'keys.revoke': { method: 'DELETE', path: `${path}/{keyId}` },
});

describe('where CloudMC keeps its keys', () => {
  let cloudmc: CloudmcConsole;
  afterEach(() => cloudmc.stop());
  const assuming = async (assumptions: Partial<Assumptions>) => {
    cloudmc = await startCloudmc(assumptions);
  };

  it.each<[string, Partial<Assumptions>]>([
    ['elsewhere', { cloudmcKeyPath: '/access/apiKeys' }],
    ['below the user', { cloudmcKeyPath: '/users/{userId}/api_credentials' }],
    ['under a name that says little', { cloudmcKeyPath: '/tokens' }],
    ['described with the root in every path', { cloudmcWholePaths: true }],
    ['with fields of other names', { cloudmcLastActivityField: 'lastUsedDate', cloudmcSecretField: 'value' }],
  ])('finds them %s, and works with them', async (_case, assumptions) => {
    await assuming(assumptions);
    const adapter = cloudmc.as('administrator');
    const { key, secret } = await adapter.issue(HARBOUR, aDraft(), anIntent());
    const [place] = await adapter.environments();
    expect(place).not.toHaveProperty('readOnly');
    expect(place && (await adapter.probe(place, secret)).verdict).toBe('accepted');
    expect((await adapter.edit(HARBOUR, key.id, { name: 'New' })).name).toBe('New');
    await adapter.stop(HARBOUR, key.id);
    expect(await adapter.key(HARBOUR, key.id)).toBeNull();
  });

  it('shows what it found', async () => {
    await assuming({ cloudmcKeyPath: '/access/apiKeys' });
    const report = await cloudmc.as('administrator').profile?.();
    expect(report?.problem).toBeNull();
    expect(report?.routes.map(({ id, from }) => [id, from])).toEqual(ROUTES.map((id) => [id, 'discovered']));
    expect(report?.discovered).toEqual([
      {
        found: 'Found by: path, tag, operations, fields, last use, a secret for new ones only.',
        routes: routesAt('/access/apiKeys'),
      },
    ]);
  });

  it.each<[string, Partial<Assumptions>, string]>([
    ['no key routes, only service credentials', { cloudmcDescription: 'without-keys' }, 'does not say where'],
    ['no description', { cloudmcDescription: 'none' }, 'publishes no description'],
  ])('is read-only with %s, and sends nothing', async (_case, assumptions, reason) => {
    await assuming(assumptions);
    const proxy = await startFaultProxy(cloudmc.baseUrl);
    const adapter = cloudmc.as('administrator', { baseUrl: proxy.url });
    const places = await adapter.environments();
    expect(places).toHaveLength(4);
    for (const { readOnly, canEdit } of places) {
      expect(readOnly).toContain(reason);
      expect(canEdit).toBe(false);
    }
    const operator = await adapter.operator();
    expect(operator).toMatchObject({ name: 'Ada Lindgren', canWrite: false, note: places[0]?.readOnly });
    proxy.clear();
    for (const refused of [
      listed(adapter, HARBOUR),
      adapter.key(HARBOUR, 'k'),
      adapter.issue(HARBOUR, aDraft(), anIntent()),
      adapter.edit(HARBOUR, 'k', { name: 'x' }),
      adapter.stop(HARBOUR, 'k'),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'forbidden', message: places[0]?.readOnly });
    expect(proxy.log.filter(({ path }) => path.includes('key'))).toEqual([]);
    const report = await adapter.profile?.();
    expect(report?.problem).toBe(places[0]?.readOnly);
    expect(report?.routes.map(({ route, from }) => [route, from])).toEqual(
      ROUTES.map(() => [null, 'unknown']),
    );
    await proxy.stop();
  });

  it('works with the routes the operator set, without asking for a description', async () => {
    await assuming({ cloudmcDescription: 'none', cloudmcKeyPath: '/secret/place' });
    const proxy = await startFaultProxy(cloudmc.baseUrl);
    const adapter = cloudmc.as('administrator', { baseUrl: proxy.url, routes: routesAt('/secret/place') });
    const { key } = await adapter.issue(HARBOUR, aDraft(), anIntent());
    await adapter.stop(HARBOUR, key.id);
    expect(await adapter.key(HARBOUR, key.id)).toBeNull();
    expect(proxy.log.filter(({ path }) => path.includes('openapi'))).toEqual([]);
    expect((await adapter.profile?.())?.routes.map(({ from }) => from)).toEqual(ROUTES.map(() => 'operator'));
    await proxy.stop();
  });

  it('sends what the operator changed, and only that elsewhere', async () => {
    await assuming({});
    const proxy = await startFaultProxy(cloudmc.baseUrl);
    const routes = { 'keys.revoke': { method: 'POST', path: '/api_keys/{keyId}/revoke' } } as const;
    const adapter = cloudmc.as('administrator', { baseUrl: proxy.url, routes });
    const { key } = await adapter.issue(HARBOUR, aDraft(), anIntent());
    proxy.clear();
    expect(await codeOf(adapter.stop(HARBOUR, key.id))).toBe('forbidden');
    expect(proxy.log.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`)).toEqual([
      `POST /api/v2/api_keys/${key.id}/revoke`,
      'GET /api/v2/api_keys',
    ]);
    expect(await adapter.key(HARBOUR, key.id)).toEqual(key);
    await proxy.stop();
  });

  it('never mixes routes of two places', async () => {
    await assuming({});
    const routes = { 'keys.list': { method: 'GET', path: '/users' } } as const;
    const adapter = cloudmc.as('administrator', { routes });
    const [place] = await adapter.environments();
    expect(place?.readOnly).toContain('Not all routes');
    expect(await codeOf(adapter.stop(HARBOUR, 'k'))).toBe('forbidden');
  });

  it('looks again when the description could not be read for a moment', async () => {
    await assuming({});
    const proxy = await startFaultProxy(cloudmc.baseUrl);
    proxy.on({ path: /openapi/ }, faults.html200());
    const adapter = cloudmc.as('administrator', { baseUrl: proxy.url });
    expect((await adapter.environments())[0]?.readOnly).toContain('cannot be read now');
    proxy.clear();
    expect((await adapter.environments())[0]).not.toHaveProperty('readOnly');
    await proxy.stop();
  });

  it('asks for the description without the key', async () => {
    await assuming({});
    const proxy = await startFaultProxy(cloudmc.baseUrl);
    const adapter = cloudmc.as('administrator', { baseUrl: `${proxy.url}/api/v2/` });
    await adapter.operator();
    const seen = proxy.log.filter(({ path }) => path.includes('openapi'));
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headerNames).not.toContain('mc-api-key');
    await proxy.stop();
  });
});
