import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleAdapter, VendorEnvironment } from '@main/adapters/adapter';
import type { Assumptions } from '@main/practice/assumptions';
import { startFaultProxy } from '@test/support/fault-proxy';
import { faults } from '@test/support/fault-proxy/faults';
import { anIntent, codeOf, listed, traceOf } from '../trial';
import { aDraft, BEACON, FJORD, HARBOUR, startCloudmc, type CloudmcConsole } from './console';

const own = async (adapter: ConsoleAdapter, organization = HARBOUR) =>
  (await listed(adapter, organization))
    .filter(({ signsIn }) => signsIn)
    .map(({ name, signsIn }) => [name, signsIn]);

describe('CloudMC in particular', () => {
  let cloudmc: CloudmcConsole;
  let adapter: ConsoleAdapter;
  beforeAll(async () => {
    cloudmc = await startCloudmc({}, { operatorToken: 'given-by-the-application' });
    adapter = cloudmc.as('administrator');
  });
  afterAll(() => cloudmc.stop());

  const harbour = async (): Promise<VendorEnvironment> => {
    const [place] = await adapter.environments();
    if (place === undefined) throw new Error('There is no organization.');
    return place;
  };

  it('lists the tree of organizations with the one endpoint of the console', async () => {
    const places = await adapter.environments();
    expect(places.map(({ name, parent }) => [name, parent])).toEqual([
      ['Harbour Cloud', undefined],
      ['Fjord Retail', 'Harbour Cloud'],
      ['Fjord Retail – Production', 'Fjord Retail'],
      ['Beacon Health', 'Harbour Cloud'],
    ]);
    expect(new Set(places.map(({ endpoint }) => endpoint))).toEqual(new Set([`${cloudmc.baseUrl}/api/v2`]));
    expect((await cloudmc.as('ordinary').environments()).map(({ name }) => name)).toEqual(['Fjord Retail']);
  });

  it('says who signed in, and gives every key the role of its owner', async () => {
    expect(await adapter.operator()).toEqual({
      name: 'Ada Lindgren',
      email: 'ada.lindgren@example.com',
      canWrite: true,
      canReveal: false,
    });
    expect((await cloudmc.as('ordinary').operator()).name).toBe('Victor Osei');
    const roles = async (as: ConsoleAdapter, organization: string) =>
      new Set((await listed(as, organization)).map(({ role }) => role));
    expect(await roles(adapter, HARBOUR)).toEqual(new Set(['Administrator']));
    expect(await roles(cloudmc.as('ordinary'), FJORD)).toEqual(new Set(['User']));
  });

  it('tells of the last use, and of none', async () => {
    const keys = await listed(adapter, HARBOUR);
    const named = (name: string) => keys.find((key) => key.name === name);
    expect(named('Terraform')).toMatchObject({ lastUsedIp: '203.0.113.24' });
    expect(named('Monitoring (Zürich) ⚓')).toMatchObject({ lastUsedIp: '2001:db8:51::1f' });
    expect(named('api_key_w1v9c4tz')).toMatchObject({ lastUsedAt: 'never' });
    expect(named('api_key_w1v9c4tz')).not.toHaveProperty('lastUsedIp');
  });

  it('refuses a user who is disabled, and keeps an ordinary one in their organization', async () => {
    expect(await codeOf(cloudmc.as('disabled').operator())).toBe('forbidden');
    expect(await codeOf(listed(cloudmc.as('ordinary'), HARBOUR))).toBe('forbidden');
    expect(await codeOf(cloudmc.as('ordinary').issue(HARBOUR, aDraft(), anIntent()))).toBe('forbidden');
  });

  it('marks the key that Keydesk may be signing in with, and no other', async () => {
    const { key, secret } = await adapter.issue(HARBOUR, aDraft({ name: 'Probed' }), anIntent());
    expect(await own(adapter)).toEqual([['Keydesk', 'perhaps']]);
    expect(await own(adapter, FJORD)).toEqual([]);
    expect(await own(cloudmc.connect(secret))).toContainEqual(['Probed', 'perhaps']);
    expect(await own(cloudmc.connect(cloudmc.own?.fields['apiKey'] ?? ''), FJORD)).toEqual([]);
    const mine = (await listed(adapter, HARBOUR)).find(({ name }) => name === 'Keydesk');
    expect(await adapter.key(HARBOUR, mine?.id ?? '')).toMatchObject({ signsIn: 'perhaps' });
    expect(await adapter.key(HARBOUR, key.id)).toMatchObject({ name: 'Probed' });
  });

  it('lists many keys, every one once', async () => {
    const drafts = Array.from({ length: 120 }, (_, at) => aDraft({ name: `many ${at}` }));
    for (const draft of drafts) await adapter.issue(BEACON, draft, anIntent());
    const keys = await listed(adapter, BEACON);
    expect(new Set(keys.map(({ id }) => id)).size).toBe(120);
    expect(keys.map(({ name }) => name).sort()).toEqual(drafts.map(({ name }) => name).sort());
  });

  it('does not choose between two new keys of one name', async () => {
    for (let count = 0; count < 2; count += 1)
      await adapter.issue(FJORD, aDraft({ name: 'twin' }), anIntent());
    const trace = traceOf(anIntent(), { name: 'twin' });
    expect(await codeOf(adapter.findIssued(FJORD, trace))).toBe('bad-answer');
    const [first, second] = (await listed(adapter, FJORD)).filter(({ name }) => name === 'twin');
    expect(await adapter.findIssued(FJORD, { ...trace, known: [first?.id ?? ''] })).toEqual(second);
  });

  it('renames nothing that is gone', async () => {
    const { key } = await adapter.issue(FJORD, aDraft(), anIntent());
    await adapter.stop(FJORD, key.id);
    expect(await codeOf(adapter.edit(FJORD, key.id, { name: 'x' }))).toBe('not-found');
  });

  it('leaves open what became of a new name that was not confirmed', async () => {
    const proxy = await startFaultProxy(cloudmc.baseUrl);
    const unlucky = cloudmc.as('administrator', { baseUrl: proxy.url });
    const { key } = await unlucky.issue(FJORD, aDraft(), anIntent());
    proxy.on({ method: 'PUT', path: /./ }, faults.forwardThenReset());
    proxy.clear();
    proxy.on({ method: 'GET', path: /api_keys/ }, faults.status(401));
    expect(await codeOf(unlucky.edit(FJORD, key.id, { name: 'x' }))).toBe('bad-answer');
    expect(proxy.log.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    await proxy.stop();
  });

  describe('a probe', () => {
    it('tells a working key, a dead one, and one whose user may do nothing', async () => {
      const place = await harbour();
      const { key, secret } = await adapter.issue(HARBOUR, aDraft(), anIntent());
      expect(await adapter.probe(place, secret)).toMatchObject({
        verdict: 'accepted',
        reason: 'ok',
        status: 200,
      });
      await adapter.stop(HARBOUR, key.id);
      const dead = { verdict: 'refused', reason: 'not-valid', status: 401 };
      expect(await adapter.probe(place, secret)).toMatchObject(dead);
      expect(await adapter.probe(place, cloudmc.apiKey('disabled'))).toMatchObject({
        verdict: 'accepted',
        reason: 'role-too-weak',
        status: 403,
      });
    });

    it.each([
      ['a page of a proxy', faults.html200()],
      ['a refusal that is not the console’s', faults.status(401)],
      ['a failure', faults.status(500)],
    ])('says nothing of the key for %s', async (_case, fault) => {
      const proxy = await startFaultProxy(`${cloudmc.baseUrl}/api/v2`);
      proxy.on({ path: /./ }, fault);
      const report = await adapter.probe({ ...(await harbour()), endpoint: proxy.url }, 'secret');
      expect(report).toMatchObject({ verdict: 'inconclusive', reason: 'strange-answer' });
      expect(proxy.log).toHaveLength(1);
      await proxy.stop();
    });

    it('says nothing of the key when nothing answers', async () => {
      const gone = { ...(await harbour()), endpoint: 'http://127.0.0.1:9/api/v2' };
      expect(await adapter.probe(gone, 'secret')).toMatchObject({ reason: 'unreachable', status: null });
    });

    it.each(['https://169.254.169.254', 'http://evil.example', '', 'file:///etc'])(
      'never sends a secret to %j, whoever says so',
      async (endpoint) => {
        const place = { ...(await harbour()), endpoint };
        expect(await codeOf(adapter.probe(place, 'secret'))).toBe('invalid-input');
      },
    );
  });
});

describe('CloudMC, if the real console did otherwise', () => {
  let cloudmc: CloudmcConsole;
  let adapter: ConsoleAdapter;
  afterEach(() => cloudmc.stop());
  const assuming = async (assumptions: Partial<Assumptions>) => {
    cloudmc = await startCloudmc(assumptions);
    adapter = cloudmc.as('administrator');
  };

  it.each(['flat', 'data'] as const)('creates by a task that is told %s', async (cloudmcTaskShape) => {
    await assuming({ cloudmcCreateByTask: true, cloudmcTaskMs: 0, cloudmcTaskShape });
    const { key, secret } = await adapter.issue(HARBOUR, aDraft(), anIntent());
    expect(await adapter.key(HARBOUR, key.id)).toEqual(key);
    expect((await cloudmc.connect(secret).operator()).name).toBe('Ada Lindgren');
  });

  it.each(['FAILED', 'FAILURE'] as const)('leaves open what became of a task that %s', async (word) => {
    await assuming({
      cloudmcCreateByTask: true,
      cloudmcTaskMs: 0,
      cloudmcTaskFails: true,
      cloudmcTaskFailure: word,
    });
    const before = (await listed(adapter, HARBOUR)).length;
    expect(await codeOf(adapter.issue(HARBOUR, aDraft(), anIntent()))).toBe('server');
    expect(await listed(adapter, HARBOUR)).toHaveLength(before);
  });

  it.each(['both', 'code', 'errorCode'] as const)(
    'knows errors spelled with %s',
    async (cloudmcErrorSpelling) => {
      await assuming({ cloudmcErrorSpelling, cloudmcDeleteStatus: 200 });
      expect(await codeOf(adapter.issue(HARBOUR, aDraft({ name: 'x'.repeat(300) }), anIntent()))).toBe(
        'invalid-input',
      );
      const { key, secret } = await adapter.issue(HARBOUR, aDraft(), anIntent());
      await adapter.stop(HARBOUR, key.id);
      const [place] = await adapter.environments();
      expect(place && (await adapter.probe(place, secret)).verdict).toBe('refused');
    },
  );

  it('lists the same keys in every organization, and stops them in all', async () => {
    await assuming({ cloudmcKeysPerOrganization: false });
    const { key } = await adapter.issue(BEACON, aDraft(), anIntent());
    expect(await adapter.key(HARBOUR, key.id)).toEqual(key);
    await adapter.stop(FJORD, key.id);
    expect(await adapter.key(BEACON, key.id)).toBeNull();
  });

  it('tells nothing of last uses: then any key may be the own one', async () => {
    await assuming({ cloudmcLastActivityField: 'a', cloudmcLastIpField: 'b' });
    const keys = await listed(adapter, FJORD);
    expect(keys.map(({ signsIn }) => signsIn)).toEqual(['perhaps', 'perhaps', 'perhaps']);
    expect(keys[0]).not.toHaveProperty('lastUsedAt');
  });
});
