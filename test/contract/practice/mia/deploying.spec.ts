import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  MAIN,
  PROJECT,
  saveBody,
  signInWith,
  startMia,
  type MiaForTest,
  type WireConfiguration,
} from './mia-console';

const TRIGGER = `/api/deploy/projects/${PROJECT.orders}/trigger/pipeline/`;
const LOYALTY = { environment: 'DEV', revision: 'feature/loyalty', deployType: 'smart_deploy' };

describe('deploying with Mia-Platform', () => {
  const start = Date.parse('2030-05-01T08:00:00Z');
  let now = start;
  let mia: MiaForTest;
  beforeEach(async () => {
    now = start;
    mia = await startMia({ clock: () => now });
  });
  afterEach(() => mia.stop());

  const trigger = (body: unknown, path = TRIGGER) =>
    mia.call<{ id: number; url: string; statusCode: number; message: string }>('POST', path, { body });
  const statusOf = async (id: unknown, environment = 'DEV') =>
    mia.call<{ id: number; status: string }>(
      'GET',
      `/api/deploy/projects/${PROJECT.orders}/pipelines/${String(id)}/status/?environment=${environment}`,
    );
  const use = async (path: string, key: string): Promise<number> =>
    (await mia.use(path, { 'client-key': key })).status;
  const read = async () => (await mia.call<WireConfiguration>('GET', MAIN)).body;

  it('makes live what was saved, once the pipeline has succeeded', async () => {
    const mine = await read();
    const fresh = { secret: 'fresh-key', clientType: 'fresh', active: true };
    const [revoked] = mine.secrets;
    await mia.call('POST', MAIN, { body: saveBody(mine, { secrets: [...mine.secrets.slice(1), fresh] }) });
    const { status, body } = await trigger({ environment: 'DEV', revision: 'main', refType: 'revision' });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number) as number,
      url: expect.stringContaining('/deployments/') as string,
    });

    const seen: [string, number, number][] = [];
    for (const after of [0, 999, 1000, 2999, 3000, 60_000]) {
      now = start + after;
      const { status: state } = (await statusOf(body.id)).body;
      seen.push([state, await use('/catalogue', 'fresh-key'), await use('/status', revoked?.secret ?? '')]);
    }
    const before = [403, 200] as const;
    const afterwards = [200, 403] as const;
    expect(seen).toEqual([
      ['pending', ...before],
      ['pending', ...before],
      ['running', ...before],
      ['running', ...before],
      ['success', ...afterwards],
      ['success', ...afterwards],
    ]);
  });

  it('deploys what was saved when it was asked for, not what is saved later', async () => {
    await trigger({ environment: 'DEV', revision: 'main' });
    const mine = await read();
    const { secret = '' } = mine.secrets[0] ?? {};
    await mia.call('POST', MAIN, { body: saveBody(mine, { secrets: [] }) });
    now = start + 3000;
    expect(await use('/status', secret)).toBe(200);
  });

  it('deploys to one environment only, revisions and versions', async () => {
    const production = `${new URL(mia.offer.endpoints[`${PROJECT.orders}/revisions/main`] ?? '').origin}/orders-api/PROD`;
    const inProduction = async () => (await fetch(`${production}/loyalty`)).status;
    await trigger(LOYALTY);
    now = start + 3000;
    expect((await mia.use('/loyalty')).status).toBe(403);
    expect(await inProduction()).toBe(404);
    await trigger({ ...LOYALTY, environment: 'PROD' });
    now = start + 6000;
    expect(await inProduction()).toBe(403);
    await trigger({ environment: 'PROD', revision: 'v1.2.0', refType: 'version' });
    now = start + 9000;
    expect(await inProduction()).toBe(404);
  });

  it('fails when the environment lacks a variable, and leaves what was live', async () => {
    const mine = await read();
    const [first] = mine.secrets;
    const secrets = [...mine.secrets.slice(1), { secret: '{{NOT_THERE}}', clientType: 'x', active: true }];
    await mia.call('POST', MAIN, { body: saveBody(mine, { secrets }) });
    const { body } = await trigger({ environment: 'DEV', revision: 'main' });
    now = start + 2999;
    expect((await statusOf(body.id)).body.status).toBe('running');
    now = start + 3000;
    expect((await statusOf(body.id)).body).toEqual({ id: body.id, status: 'failed' });
    expect(await use('/status', first?.secret ?? '')).toBe(200);
  });

  it('of a project managed by environment deploys what the environment has', async () => {
    const { status } = await trigger(
      { environment: 'STAGE', deployType: 'deploy_all' },
      TRIGGER.replace(PROJECT.orders, PROJECT.storefront),
    );
    expect(status).toBe(200);
  });

  it('needs the right to deploy', async () => {
    for (const role of ['developer', 'reporter']) {
      const { clientId = '', clientSecret = '' } = mia.login(role);
      const token = (await signInWith(mia.offer, clientId, clientSecret)).body.access_token;
      const refused = await mia.call('POST', TRIGGER, { body: LOYALTY, token });
      expect([refused.status, refused.body.error]).toEqual([403, 'Forbidden']);
    }
    expect((await mia.call('POST', TRIGGER, { body: LOYALTY, token: null })).status).toBe(401);
  });

  it('names what is to be deployed where', async () => {
    for (const [body, status] of [
      [{}, 400],
      [[], 400],
      [{ environment: 'DEV', revision: 'main', deployType: 'all' }, 400],
      [{ environment: 'TEST', revision: 'main' }, 404],
      [{ environment: 'constructor', revision: 'main' }, 404],
      [{ environment: 'DEV', revision: 'other' }, 404],
      [{ environment: 'DEV' }, 404],
      [{ environment: 'DEV', revision: 'main', refType: 'version' }, 404],
    ] as const)
      expect((await trigger(body)).body.statusCode).toBe(status);
    expect((await trigger(LOYALTY, TRIGGER.replace(PROJECT.orders, 'unknown'))).status).toBe(404);
  });

  it('watches pipelines of this environment only', async () => {
    const { body } = await trigger(LOYALTY);
    expect((await statusOf(body.id)).status).toBe(200);
    expect((await statusOf(body.id, 'PROD')).status).toBe(404);
    expect((await statusOf(body.id, '')).status).toBe(404);
    for (const id of ['9999', 'x', '1e9', '-1', '%20']) expect((await statusOf(id)).status).toBe(404);
  });
});
