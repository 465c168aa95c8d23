import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { inDays, issued, keyUrl, use, type WireKey } from './desk';

interface Records {
  __COUNT: number;
  __SENT: number;
  __ENTITIES: Record<string, unknown>[];
}

describe('the data plane', () => {
  let practice: PracticeForTest;
  let now = Date.now();
  beforeAll(async () => {
    practice = await startPracticeForTest({ clock: () => now });
  });
  afterAll(() => practice.stop());

  const told = async (path: string, secret?: string) => {
    const { status, body } = await use(practice, path, secret);
    return [status, body.error];
  };
  const secretOf = async (changes: Record<string, unknown> = {}, environment?: string) =>
    (await issued(practice, { expiresAt: inDays(30, now), ...changes }, environment)).secret;
  const write = (path: string, secret: string, body: unknown, query = '?$method=update') =>
    send('POST', `${practice.gatewayOrigin}/${path}${query}`, { headers: { 'api-key': secret }, body });

  it('serves catalogue, session and records to a key', async () => {
    const secret = await secretOf({ role: 'Sales' });
    const { body: catalog } = await use(practice, 'production/rest/$catalog', secret);
    expect(catalog).toMatchObject({
      dataClasses: [{ name: 'Users' }, { name: 'Orders' }, { name: 'Products' }],
    });
    const { body: all } = await use(practice, 'production/rest/$catalog/$all', secret);
    expect(JSON.stringify(all)).toContain('"kind":"storage"');
    const { body: info } = await use(practice, 'production/rest/$info', secret);
    expect(info).toMatchObject({ privileges: ['Sales'] });
    const users = await send<Records>(
      'GET',
      `${practice.gatewayOrigin}/production/rest/Users?$top=2&$skip=1`,
      {
        headers: { 'api-key': secret },
      },
    );
    expect(users.body).toMatchObject({ __COUNT: 5, __SENT: 2, __ENTITIES: [{ ID: 2 }, { ID: 3 }] });
  });

  it('refuses in the documented words', async () => {
    const secret = await secretOf();
    expect(await told('production/rest/Users')).toEqual([
      400,
      'Some headers are missing, required headers [api-key]',
    ]);
    expect(await told('production/rest/Users', 'made-up')).toEqual([401, 'Api-key Not Valid']);
    expect(await told('staging/rest/Users', secret)).toEqual([401, 'Api-key Not Valid']);
    expect(await told('nowhere/rest/Users', secret)).toEqual([404, 'Appid or env not found in Table.']);
    expect(await told('nowhere')).toEqual([404, 'Appid or env not found in Table.']);
    expect(await told('production/rest/Secrets', secret)).toEqual([
      404,
      'The "Secrets" dataclass cannot be found',
    ]);
  });

  it('knows when a key has expired', async () => {
    const secret = await secretOf({ expiresAt: inDays(1, now) });
    expect((await use(practice, 'production/rest/$catalog', secret)).status).toBe(200);
    now += 86_400_000;
    expect(await told('production/rest/$catalog', secret)).toEqual([401, 'Api-key expired']);
  });

  it('holds a key to its role', async () => {
    const secret = await secretOf({ role: 'Reporting' });
    expect((await use(practice, 'production/rest/Orders', secret)).status).toBe(200);
    expect(await told('production/rest/Users', secret)).toEqual([
      401,
      'No permission to read for the Users dataclass',
    ]);
    const refused = await write('production/rest/Orders', secret, { __KEY: '1', __STAMP: 1, status: 'lost' });
    expect([refused.status, refused.body]).toEqual([403, { error: '403 - Forbidden' }]);
  });

  it('lets an Administration key past its role', async () => {
    const secret = await secretOf({ role: 'Reporting', type: 'administration' });
    expect((await use(practice, 'production/rest/Users', secret)).status).toBe(200);
    const written = await write('production/rest/Users', secret, { __KEY: '1', __STAMP: 1, active: false });
    expect([written.status, written.body]).toMatchObject([200, { active: false, __STAMP: 2 }]);
    const { body } = await use(practice, 'production/rest/$info', secret);
    expect(body).toMatchObject({ privileges: ['Administration', 'Reporting'] });
  });

  it('really changes records, new ones too, and minds the stamp', async () => {
    const secret = await secretOf({ role: 'Sales' });
    const order = { __KEY: '2', __STAMP: 1, status: 'returned' };
    expect((await write('production/rest/Orders', secret, order)).status).toBe(200);
    expect((await write('production/rest/Orders', secret, order)).status).toBe(409);
    const added = await write('production/rest/Orders', secret, { number: 'O-1', quantity: 3 });
    expect(added.body).toMatchObject({ ID: 7, __STAMP: 1 });
    const { body } = await send<Records>('GET', `${practice.gatewayOrigin}/production/rest/Orders`, {
      headers: { 'api-key': secret },
    });
    expect(body.__COUNT).toBe(7);
    expect(body.__ENTITIES[1]).toMatchObject({ status: 'returned', __STAMP: 2 });
  });

  it('refuses a write that makes no sense', async () => {
    const secret = await secretOf();
    const path = 'production/rest/Orders';
    const status = async (body: unknown, query?: string) => (await write(path, secret, body, query)).status;
    expect(await status({ status: 'x' }, '')).toBe(400);
    expect(await status({ quantity: 'many' })).toBe(400);
    expect(await status({ toString: 'x' })).toBe(404);
    expect(await status({ __KEY: '99', __STAMP: 1 })).toBe(404);
    expect(await status([])).toBe(400);
    expect(await status('{broken')).toBe(400);
    const filtered = await use(practice, `${path}?$filter=ID%3D1`, secret);
    expect(filtered.status).toBe(501);
  });

  it('lets in the hosts of the list only, by their own address', async () => {
    const elsewhere = await secretOf({ allowedHosts: ['203.0.113.10'] });
    expect(await told('production/rest/$catalog', elsewhere)).toEqual([403, '403 - Forbidden']);
    const pretending = await send('GET', `${practice.gatewayOrigin}/production/rest/$catalog`, {
      headers: { 'api-key': elsewhere, 'X-Forwarded-For': '203.0.113.10', Forwarded: 'for=203.0.113.10' },
    });
    expect(pretending.status).toBe(403);
    const here = await secretOf({ allowedHosts: ['203.0.113.10', '::ffff:127.0.0.1'] });
    expect((await use(practice, 'production/rest/$catalog', here)).status).toBe(200);
  });

  it.runIf(process.platform === 'linux')('tells two addresses of this computer apart', async () => {
    const secret = await secretOf({ allowedHosts: ['127.0.0.2'] });
    const from = (localAddress: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const url = `${practice.gatewayOrigin}/production/rest/$catalog`;
        const sent = request(
          url,
          { localAddress, headers: { 'api-key': secret }, agent: false },
          (answer) => {
            answer.resume().on('end', () => resolve(answer.statusCode));
          },
        );
        sent.on('error', reject).end();
      });
    expect([await from('127.0.0.1'), await from('127.0.0.2')]).toEqual([403, 200]);
  });

  it('says nothing about the key while the environment is stopped', async () => {
    const secret = await secretOf({}, 'staging');
    practice.console.setEnvironmentStatus('staging', 'stopped');
    expect(await told('staging/rest/$catalog', secret)).toEqual([502, '502 Bad Gateway']);
    expect(await told('staging/rest/$catalog', 'made-up')).toEqual([502, '502 Bad Gateway']);
    practice.console.setEnvironmentStatus('staging', 'running');
    expect((await use(practice, 'staging/rest/$catalog', secret)).status).toBe(200);
  });

  it('notes successful use, and only that', async () => {
    const { secret, ...key } = await issued(practice, { role: 'Reporting', expiresAt: inDays(30, now) });
    const seen = async () => {
      const { body } = await send<WireKey>('GET', keyUrl(practice, key), { token: practice.adminToken });
      return [body.lastUsedAt, body.lastUsedIp, body.revision];
    };
    await use(practice, 'production/rest/Users', secret);
    expect(await seen()).toEqual([null, null, key.revision]);
    await use(practice, 'production/rest/Orders', secret);
    const first = new Date(now).toISOString();
    expect(await seen()).toEqual([first, '127.0.0.1', key.revision]);
    now += 500;
    await use(practice, 'production/rest/Orders', secret);
    expect(await seen()).toEqual([first, '127.0.0.1', key.revision]);
    now += 500;
    await use(practice, 'production/rest/Orders', secret);
    expect(await seen()).toEqual([new Date(now).toISOString(), '127.0.0.1', key.revision]);
  });

  it('serves the first generation too', async () => {
    const secret = await secretOf({ expiresAt: null, role: 'Warehouse' }, 'legacy');
    expect((await use(practice, 'legacy/rest/Products', secret)).status).toBe(200);
    expect((await use(practice, 'legacy/rest/Users', secret)).status).toBe(401);
  });
});
