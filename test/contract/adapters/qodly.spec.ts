import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, toInstant } from '@core/domain/instant';
import type { ConsoleAdapter, DecidedDraft, VendorEnvironment } from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { adapterRegistry } from '@main/adapters/registry';
import { openHttp } from '@main/http/console-http';
import { aConnection } from '@test/support/connection';
import { startFaultProxy } from '@test/support/fault-proxy';
import { startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { adapterContract } from './adapter-contract';
import { anIntent, codeOf, HOSTILE_NAMES, traceOf, type VendorFacts } from './trial';

type Credentials = Pick<ConsoleConnection, 'method' | 'credentials'>;

/** The ways of signing in that are tried. */
type SignIn = 'token' | 'password' | 'wrong-token' | 'wrong-password' | 'viewer';

/** What each of them takes at a practice console. */
function credentials({ admin, viewer }: PracticeForTest): Record<SignIn, Credentials> {
  const token = (text: string): Credentials => ({ method: 'token', credentials: { token: text } });
  const password = (userName: string, text: string): Credentials => ({
    method: 'password',
    credentials: { userName, password: text },
  });
  return {
    token: token(admin.token),
    'wrong-token': token('kdp_wrong'),
    password: password(admin.userName, admin.password),
    'wrong-password': password(admin.userName, 'wrong'),
    viewer: token(viewer.token),
  };
}

function connect(baseUrl: string, signIn: Credentials, proxyUrl?: string): ConsoleAdapter {
  const proxy = proxyUrl === undefined ? {} : { proxyUrl };
  return adapterRegistry(openHttp).qodly(aConnection({ baseUrl, ...signIn, ...proxy }));
}

const aDraft = (more: Partial<DecidedDraft> = {}): DecidedDraft => ({
  name: 'Contract test',
  role: 'Admin',
  expiresAt: toInstant(Date.now() + 30 * DAY_MS),
  allowedHosts: [],
  ...more,
});

const FACTS: VendorFacts = {
  vendor: 'qodly',
  signIns: {
    work: ['token', 'password'],
    refused: ['wrong-token', 'wrong-password'],
    session: 'password',
    viewer: 'viewer',
  },
  draft: aDraft,
  issued: { role: 'Admin', allowedHosts: 'any' },
  roles: ['Admin'],
  wrong: [
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, 'name'],
    ['a name with control characters', { name: 'a\u0007b' }, 'name'],
    ['an expiry in the past', { expiresAt: '2020-01-01T00:00:00.000Z' }, 'expiresAt'],
    ['an unknown role', { role: 'Nobody' }, 'role'],
    ['an address typed wrong', { allowedHosts: ['203.0.113.7', '300.1.1.1'] }, 'allowedHosts'],
  ],
  names: HOSTILE_NAMES,
  places: { large: true, empty: true },
  edits: { ours: { name: 'Ours' }, theirs: { name: 'Theirs' }, guarded: 'edit and stop' },
  stopped: 'gone',
};

adapterContract(FACTS, async () => {
  const practice = await startPracticeForTest({ extraKeys: 0 });
  return {
    managementUrl: practice.baseUrl,
    adapter: (managementUrl, as) => connect(managementUrl, credentials(practice)[as as SignIn]),
    places: {
      editable: 'production',
      large: { id: 'staging', keys: 2_000 },
      empty: 'bulk',
    },
    paths: { keys: /\/keys/, signIn: /\/session/ },
    stop: () => practice.stop(),
  };
});

describe('Qodly in particular', () => {
  let practice: PracticeForTest;
  let adapter: ConsoleAdapter;
  let now = Date.now();

  beforeAll(async () => {
    practice = await startPracticeForTest({ clock: () => now, sessionLifetimeMs: 60_000 });
    adapter = connect(practice.baseUrl, credentials(practice).token);
  });
  afterAll(() => practice.stop());

  const environment = async (id: string): Promise<VendorEnvironment> => {
    const found = (await adapter.environments()).find(({ environmentId }) => environmentId === id);
    if (found === undefined) throw new Error(`There is no environment "${id}".`);
    return found;
  };

  it('signs in again by itself when the session has expired, once', async () => {
    const proxy = await startFaultProxy(practice.baseUrl);
    const patient = connect(proxy.url, credentials(practice).password);
    await patient.operator();
    now += 120_000;
    proxy.clear();
    const intent = anIntent();
    const { key } = await patient.issue('production', aDraft(), intent);
    expect(proxy.log.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual([
      'POST keys',
      'POST session',
      'POST keys',
    ]);
    expect(await adapter.findIssued('production', traceOf(intent))).toEqual(key);
    await proxy.stop();
  });

  it('knows both generations', async () => {
    expect(await environment('production')).toMatchObject({
      variant: 'generation-3',
      maxValidityDays: 365,
      canEdit: true,
      production: true,
    });
    const first = await environment('legacy');
    expect(first).toMatchObject({
      variant: 'generation-1',
      maxValidityDays: null,
      canEdit: false,
      production: null,
    });
    const { key } = await adapter.issue('legacy', aDraft({ expiresAt: 'never' }), anIntent());
    expect(key).toMatchObject({ type: null, expiresAt: 'never' });
    expect(key).not.toHaveProperty('createdBy');
    expect(await codeOf(adapter.edit('legacy', key.id, { name: 'New' }, key.revision))).toBe('forbidden');
  });

  it('issues Administration keys for hosts, and gives any host back', async () => {
    const draft = aDraft({ type: 'administration', allowedHosts: ['2001:db8::1', '203.0.113.7'] });
    const { key } = await adapter.issue('production', draft, anIntent());
    expect(key).toMatchObject({ type: 'administration', allowedHosts: ['2001:db8::1', '203.0.113.7'] });
    const open = await adapter.edit('production', key.id, { allowedHosts: [] }, key.revision);
    expect(open.allowedHosts).toBe('any');
  });

  it('refuses a validity beyond a year and says which field it is', async () => {
    const draft = aDraft({ expiresAt: toInstant(now + 400 * DAY_MS) });
    await expect(adapter.issue('production', draft, anIntent())).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field: 'expiresAt' },
    });
  });

  describe('a probe', () => {
    it('tells a working key, a wrong one, an expired one', async () => {
      const place = await environment('production');
      const { secret } = await adapter.issue(
        'production',
        aDraft({ expiresAt: toInstant(now + DAY_MS) }),
        anIntent(),
      );
      expect(await adapter.probe(place, secret)).toMatchObject({
        verdict: 'accepted',
        reason: 'ok',
        status: 200,
      });
      expect(await adapter.probe(place, 'wrong')).toMatchObject({ verdict: 'refused', reason: 'not-valid' });
      now += 2 * DAY_MS;
      expect(await adapter.probe(place, secret)).toMatchObject({ verdict: 'refused', reason: 'expired' });
    });

    it('says nothing about a key that may not be used from here', async () => {
      const { secret } = await adapter.issue(
        'production',
        aDraft({ allowedHosts: ['203.0.113.7'] }),
        anIntent(),
      );
      expect(await adapter.probe(await environment('production'), secret)).toMatchObject({
        verdict: 'inconclusive',
        reason: 'host-refused',
        status: 403,
      });
    });

    it('says nothing about a key of a stopped or unknown environment, or one that cannot be reached', async () => {
      const place = await environment('staging');
      const { secret } = await adapter.issue('staging', aDraft(), anIntent());
      practice.console.setEnvironmentStatus('staging', 'stopped');
      expect(await adapter.probe(place, secret)).toMatchObject({
        reason: 'environment-stopped',
        status: 502,
      });
      expect(await environment('staging')).toMatchObject({ state: 'stopped' });
      practice.console.setEnvironmentStatus('staging', 'running');
      const nowhere = { ...place, endpoint: `${practice.gatewayOrigin}/nowhere` };
      expect(await adapter.probe(nowhere, secret)).toMatchObject({
        reason: 'environment-unknown',
        status: 404,
      });
      const gone = { ...place, endpoint: 'http://127.0.0.1:9' };
      expect(await adapter.probe(gone, secret)).toMatchObject({ reason: 'unreachable', status: null });
    });

    it.each(['https://169.254.169.254', 'http://evil.example', 'https://10.0.0.1', '', 'file:///etc'])(
      'never sends a secret to %j, whoever says so',
      async (endpoint) => {
        const place = { ...(await environment('production')), endpoint };
        expect(await codeOf(adapter.probe(place, 'secret'))).toBe('invalid-input');
      },
    );
  });
});
