import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleAdapter } from '@main/adapters/adapter';
import { startFaultProxy, type FaultProxy } from '@test/support/fault-proxy';
import { faults } from '@test/support/fault-proxy/faults';
import { anIntent, codeOf, listed } from '../trial';
import { aDraft, LABS, MEDIA, startQwilt, type QwiltConsole } from './console';

const HOUR_MS = 3_600_000;

describe('signing in to Qwilt', () => {
  let qwilt: QwiltConsole;
  let login: FaultProxy;
  let users: FaultProxy;
  let now = Date.now();

  beforeAll(async () => {
    qwilt = await startQwilt({ clock: () => now });
    login = await startFaultProxy(qwilt.origins.login);
    users = await startFaultProxy(qwilt.origins.users);
  });
  beforeEach(() => {
    login.clear();
    users.clear();
  });
  afterAll(async () => {
    await Promise.all([login.stop(), users.stop()]);
    await qwilt.stop();
  });

  const proxied = () => ({ origins: { ...qwilt.origins, login: login.url, users: users.url } });
  const administrator = (organization = ''): ConsoleAdapter =>
    qwilt.connect('password', { ...qwilt.fields('administrator'), organization }, proxied());
  const logins = (): string[] => login.log.map(({ method, path }) => `${method} ${path}`);

  it('happens once for many calls', async () => {
    const adapter = administrator();
    await Promise.all([adapter.operator(), adapter.environments(), listed(adapter, MEDIA)]);
    expect(logins()).toEqual(['GET /login']);
  });

  it('tells who it is', async () => {
    expect(await administrator().operator()).toEqual({
      name: 'nora.quist@example.com',
      email: 'nora.quist@example.com',
      canWrite: true,
      canReveal: false,
    });
  });

  it('happens again when the session has run out, once, and repeats what was refused', async () => {
    const adapter = administrator();
    await adapter.operator();
    now += HOUR_MS;
    login.clear();
    users.clear();
    const { key } = await adapter.issue(MEDIA, aDraft(), anIntent());
    expect(logins()).toEqual(['GET /login']);
    expect(users.log.map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect((await listed(adapter, MEDIA)).filter(({ id }) => id === key.id)).toHaveLength(1);
  });

  it('does not go on when a new session is refused as well', async () => {
    users.on({}, faults.status(401));
    expect(await codeOf(listed(administrator(), MEDIA))).toBe('unauthorized');
    expect([login.log.length, users.log.length]).toEqual([2, 2]);
  });

  it('is for each organization that was named', async () => {
    const adapter = administrator(` ${MEDIA},${LABS} , ${MEDIA}`);
    const ids = (await adapter.environments()).map(({ environmentId }) => environmentId);
    expect(ids).toEqual([MEDIA, LABS]);
    const { key } = await adapter.issue(LABS, aDraft(), anIntent());
    expect((await listed(adapter, LABS)).map(({ id }) => id)).toContain(key.id);
    expect((await listed(adapter, MEDIA)).map(({ id }) => id)).not.toContain(key.id);
    expect(logins().sort()).toEqual([`GET /login?orgId=${LABS}`, `GET /login?orgId=${MEDIA}`]);
  });

  it('says which organization does not let in, and opens the others', async () => {
    const adapter = administrator(`nowhere,${MEDIA}`);
    const { canWrite, note } = await adapter.operator();
    expect([canWrite, note]).toEqual([true, expect.stringContaining('"nowhere"')]);
    expect(await codeOf(listed(adapter, 'nowhere'))).toBe('unauthorized');
    await expect(administrator('nowhere').operator()).rejects.toMatchObject({
      code: 'unauthorized',
      facts: { field: 'organization' },
    });
  });

  it('says that the permissions do not include API keys', async () => {
    const adapter = qwilt.as('keyless');
    expect(await adapter.operator()).toMatchObject({
      name: 'ben.adeyemi@example.com',
      canWrite: false,
      note: expect.stringContaining('permissions') as string,
    });
    const [place] = await adapter.environments();
    expect(place).toMatchObject({ environmentId: MEDIA, name: MEDIA });
    await expect(listed(adapter, MEDIA)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('API keys') as string,
    });
  });

  it.each([
    ['a page', faults.html200(), 'bad-answer'],
    ['a redirect without a session', faults.redirect(302, 'https://sso.example/'), 'unauthorized'],
    ['another redirect', faults.redirect(301, 'https://elsewhere.example/'), 'bad-answer'],
    ['a refusal', faults.status(401), 'unauthorized'],
    ['a pause', faults.status(429, {}, { 'retry-after': '30' }), 'rate-limited'],
    ['a failure', faults.status(503), 'server'],
    ['a broken connection', faults.resetBeforeForward(), 'offline'],
  ] as const)('that ends in %s is asked for once and said clearly', async (_case, fault, code) => {
    login.on({}, fault);
    const error: unknown = await administrator()
      .operator()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect(login.log).toHaveLength(1);
    expect(users.log).toHaveLength(0);
  });

  it('tells users of single sign-on what they need', async () => {
    login.on({}, faults.redirect(302, 'https://sso.example/'));
    await expect(administrator().operator()).rejects.toThrow(/single sign-on.*API key/);
  });

  it('follows no redirect, wherever it leads', async () => {
    const elsewhere = await startFaultProxy(qwilt.origins.login);
    const cookie = 'cqloudLoginToken=a.b.c; Path=/';
    const moved = faults.status(302, '', { location: `${elsewhere.url}/login`, 'set-cookie': cookie });
    login.on({}, moved);
    users.on({}, faults.redirect(302, `${elsewhere.url}/api/1/api-keys`));
    expect(await codeOf(listed(administrator(MEDIA), MEDIA))).toBe('redirected');
    expect(users.log[0]?.headerNames).toContain('authorization');
    expect(elsewhere.log).toEqual([]);
    await elsewhere.stop();
  });
});
