import { afterEach, describe, expect, it } from 'vitest';
import { keyStatus } from '@core/domain/key-status';
import type { VendorKey } from '@main/adapters/adapter';
import { startFaultProxy } from '@test/support/fault-proxy';
import { faults } from '@test/support/fault-proxy/faults';
import { anIntent, codeOf, listed, traceOf } from '../trial';
import { aDraft, LABS, MEDIA, startQwilt, type QwiltConsole } from './console';

const DAY_MS = 86_400_000;

const statusOf = (key: VendorKey, now: number) =>
  keyStatus({ ...key, consoleId: 'c', environmentId: 'e' }, now);

describe('the keys of Qwilt', () => {
  let qwilt: QwiltConsole;
  afterEach(() => qwilt.stop());

  it('are what the vendor says of them', async () => {
    const now = Date.parse('2030-05-01T08:00:00.000Z');
    qwilt = await startQwilt({ clock: () => now });
    const adapter = qwilt.as('administrator');
    const draft = aDraft({ role: 'Viewer', validDays: 180, description: 'For the test' });
    const { key, secret } = await adapter.issue(MEDIA, draft, anIntent());
    expect(key).toEqual({
      id: expect.stringMatching(/^\d+$/) as string,
      name: 'Contract test',
      description: 'For the test',
      type: null,
      role: 'Viewer',
      active: null,
      createdAt: '2030-05-01T08:00:00.000Z',
      activatesAt: '2030-05-01T08:05:00.000Z',
      createdBy: 'nora.quist@example.com',
      expiresAt: '2030-10-28T08:00:00.000Z',
    });
    expect(secret.split('.')).toHaveLength(3);
    expect([statusOf(key, now), statusOf(key, now + 300_000)]).toEqual(['activating', 'active']);
    const samples = await listed(adapter, MEDIA);
    expect(new Set(samples.map((each) => statusOf(each, now)))).toEqual(
      new Set(['active', 'activating', 'expired', 'expiring', 'revoked']),
    );
  });

  it('are refused until they are active, and when they are expired', async () => {
    let now = Date.now();
    qwilt = await startQwilt({ clock: () => now, assumptions: { qwiltActivationMs: 10_000 } });
    const adapter = qwilt.as('administrator');
    const [place] = await adapter.environments();
    if (!place) throw new Error('There is no organization.');
    const { secret } = await adapter.issue(MEDIA, aDraft({ validDays: 1, role: 'Viewer' }), anIntent());
    const verdict = async () => (await adapter.probe(place, secret)).verdict;
    expect(await verdict()).toBe('refused');
    now += 10_000;
    expect(await verdict()).toBe('accepted');
    now += DAY_MS;
    expect(await verdict()).toBe('refused');
    expect(place.endpoint).toBe(qwilt.origins.data);
  });

  it.each([
    ['stays listed', true, 'array'],
    ['is no longer listed', false, 'array'],
    ['stays in an envelope', true, 'apiKeys'],
    ['is no longer in an envelope', false, 'apiKeys'],
  ] as const)('are known as stopped where a revoked one %s', async (_case, stays, envelope) => {
    qwilt = await startQwilt({
      assumptions: { qwiltRevokedStayListed: stays, qwiltListEnvelope: envelope },
    });
    const adapter = qwilt.as('administrator');
    const { key } = await adapter.issue(MEDIA, aDraft(), anIntent());
    expect((await adapter.key(MEDIA, key.id))?.revokedAt).toBeUndefined();
    await adapter.stop(MEDIA, key.id);
    const left = await adapter.key(MEDIA, key.id);
    if (stays) expect(left?.revokedAt).toBeDefined();
    else expect(left).toBeNull();
    expect((await listed(adapter, MEDIA)).map(({ id }) => id).includes(key.id)).toBe(stays);
  });

  it('are found by their name among those that are new, if there is one', async () => {
    qwilt = await startQwilt();
    const adapter = qwilt.as('administrator');
    const issue = () => adapter.issue(MEDIA, aDraft(), anIntent());
    const trace = traceOf(anIntent(), { known: [(await issue()).key.id] });
    expect(await adapter.findIssued(MEDIA, trace)).toBeNull();
    const { key } = await issue();
    expect(await adapter.findIssued(MEDIA, trace)).toEqual(key);
    await issue();
    expect(await codeOf(adapter.findIssued(MEDIA, trace))).toBe('bad-answer');
  });

  it('are reached by the routes the operator set, and the routes say where they come from', async () => {
    qwilt = await startQwilt({
      assumptions: {
        qwiltListRoute: 'GET /api/2/keys',
        qwiltGetRoute: 'GET /api/2/keys/{keyId}/facts',
        qwiltRevokeRoute: 'PUT /api/2/keys/{keyId}/revoked',
      },
    });
    const users = await startFaultProxy(qwilt.origins.users);
    const adapter = qwilt.as('administrator', {
      origins: { users: users.url },
      routes: {
        'keys.list': { method: 'GET', path: '/api/2/keys' },
        'keys.get': { method: 'GET', path: '/api/2/keys/{keyId}/facts' },
        'keys.revoke': { method: 'PUT', path: '/api/2/keys/{keyId}/revoked' },
      },
    });
    const { key } = await adapter.issue(MEDIA, aDraft(), anIntent());
    await adapter.stop(MEDIA, key.id);
    expect((await adapter.key(MEDIA, key.id))?.revokedAt).toBeDefined();
    expect((await listed(adapter, MEDIA)).length).toBeGreaterThan(1);
    expect(users.log.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/1/api-keys',
      `PUT /api/2/keys/${key.id}/revoked`,
      `GET /api/2/keys/${key.id}/facts`,
      'GET /api/2/keys',
    ]);
    const profile = await adapter.profile?.();
    expect(profile?.routes.map(({ from }) => from)).toEqual(['operator', 'operator', 'operator']);
    expect((await qwilt.as('administrator').profile?.())?.routes.map(({ from }) => from)).toEqual([
      'likely',
      'likely',
      'likely',
    ]);
    await users.stop();
  });

  it('never look stopped because a route leads nowhere', async () => {
    qwilt = await startQwilt({
      assumptions: { qwiltGetRoute: 'GET /x/{keyId}', qwiltRevokeRoute: 'DELETE /x/{keyId}' },
    });
    const adapter = qwilt.as('administrator');
    const { key } = await adapter.issue(MEDIA, aDraft(), anIntent());
    expect(await adapter.key(MEDIA, key.id)).toEqual(key);
    await expect(adapter.stop(MEDIA, key.id)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('routes') as string,
    });
    const lost = qwilt.as('administrator', { routes: { 'keys.list': { method: 'GET', path: '/no/list' } } });
    expect(await codeOf(listed(lost, MEDIA))).toBe('bad-answer');
    expect(await codeOf(lost.key(MEDIA, key.id))).toBe('bad-answer');
  });

  it('cannot be stopped twice where they are no longer listed', async () => {
    qwilt = await startQwilt({ assumptions: { qwiltRevokedStayListed: false } });
    const adapter = qwilt.as('administrator');
    const { key } = await adapter.issue(MEDIA, aDraft(), anIntent());
    await adapter.stop(MEDIA, key.id);
    expect(await codeOf(adapter.stop(MEDIA, key.id))).toBe('not-found');
  });

  it('are revoked with one request, whose answer need not say anything', async () => {
    qwilt = await startQwilt({ assumptions: { qwiltRevokedStatus: 204 } });
    const users = await startFaultProxy(qwilt.origins.users);
    const adapter = qwilt.as('administrator', { origins: { users: users.url } });
    const { key } = await adapter.issue(MEDIA, aDraft(), anIntent());
    users.on({ method: 'DELETE', times: 1 }, faults.afterForward(faults.status(500)));
    expect(await codeOf(adapter.stop(MEDIA, key.id))).toBe('server');
    expect(users.log.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    expect((await adapter.key(MEDIA, key.id))?.revokedAt).toBeDefined();
    await users.stop();
  });

  it('tell which one Keydesk signs in with', async () => {
    qwilt = await startQwilt({ operatorToken: 'given-by-the-application' });
    const marks = async (apiKey = '') => {
      const adapter = qwilt.connect('api-key', { apiKey });
      const [place] = await adapter.environments();
      return (await listed(adapter, place?.environmentId ?? '')).filter(({ signsIn }) => signsIn);
    };
    const own = await marks(qwilt.fields('editor')['apiKey']);
    expect(own.map(({ name, signsIn }) => [name, signsIn])).toEqual([['Deployment pipeline', 'yes']]);
    expect(await marks(qwilt.own?.fields['apiKey'])).toEqual([]);
    expect((await listed(qwilt.as('administrator'), MEDIA)).some(({ signsIn }) => signsIn)).toBe(false);
  });

  it('may each be the one, where nothing tells', async () => {
    const now = Date.now();
    qwilt = await startQwilt({
      clock: () => now,
      assumptions: { qwiltTokenNamesKey: false, qwiltSessionNamesOrganization: false },
    });
    const adapter = qwilt.as('editor');
    expect(await adapter.operator()).toMatchObject({ name: 'API key', canWrite: true });
    const [place] = await adapter.environments();
    expect(place).toMatchObject({ environmentId: 'default', name: MEDIA });
    for (const key of await listed(adapter, 'default'))
      expect(key.signsIn).toBe(['revoked', 'expired'].includes(statusOf(key, now)) ? undefined : 'perhaps');
  });

  it('of a Viewer key cannot be changed with it', async () => {
    qwilt = await startQwilt();
    const draft = aDraft({ role: 'Viewer', name: 'Only looks' });
    const { secret, key } = await qwilt.as('administrator').issue(MEDIA, draft, anIntent());
    const viewer = qwilt.connect('api-key', { apiKey: secret });
    expect(await viewer.operator()).toMatchObject({ name: 'API key "Only looks"', canWrite: false });
    expect(await codeOf(viewer.issue(MEDIA, aDraft(), anIntent()))).toBe('forbidden');
    expect(await codeOf(viewer.stop(MEDIA, key.id))).toBe('forbidden');
  });

  it('belong to the organization that the session or the keys name', async () => {
    qwilt = await startQwilt({ assumptions: { qwiltSessionNamesOrganization: false } });
    const adapter = qwilt.as('administrator');
    expect(await adapter.environments()).toMatchObject([{ environmentId: 'default', name: MEDIA }]);
    expect((await listed(adapter, 'default')).length).toBeGreaterThan(0);
    const keyless = await qwilt.as('keyless').environments();
    expect(keyless).toMatchObject([{ environmentId: 'default', name: 'Default organization' }]);
    const named = qwilt.connect('api-key', { ...qwilt.fields('editor'), organization: 'Our harbour' });
    expect(await named.environments()).toMatchObject([{ environmentId: MEDIA, name: 'Our harbour' }]);
    expect(await codeOf(listed(adapter, LABS))).toBe('not-found');
  });
});
