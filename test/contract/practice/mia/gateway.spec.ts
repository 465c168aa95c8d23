import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARTNER_KEYS } from '@main/practice/dialects/mia/sample-projects';
import { send } from '@test/support/practice';
import { DEV, MAIN, startMia, type MiaForTest, type WireConfiguration } from './mia-console';

describe('the gateway of a Mia-Platform project', () => {
  let mia: MiaForTest;
  const keys = new Map<string | null, string>();

  beforeAll(async () => {
    mia = await startMia();
    const { body } = await mia.call<WireConfiguration>('GET', MAIN);
    for (const { clientType, secret } of body.secrets) keys.set(clientType, secret);
    keys.set('partner_portal', PARTNER_KEYS.DEV).set('unknown', 'never-issued');
  });
  afterAll(() => mia.stop());

  const header = (clientType: string | null): Record<string, string> =>
    clientType === null ? {} : { 'client-key': keys.get(clientType) ?? '' };
  const use = (path: string, clientType: string | null, method = 'GET') =>
    mia.use(path, header(clientType), method);

  it.each<[string, string | null, number]>([
    ['GET /status', null, 200],
    ['GET /status', 'mobile_app', 200],
    ['GET /status', 'unknown', 403],
    ['GET /status', 'legacy_erp', 403],
    ['GET /status/deeper/still', null, 200],
    ['GET /catalogue', null, 403],
    ['GET /catalogue', 'monitoring', 200],
    ['GET /catalogue', 'unknown', 403],
    ['POST /catalogue/', 'support_desk', 200],
    ['GET /orders', 'mobile_app', 200],
    ['GET /orders', 'web_shop', 200],
    ['GET /orders', 'monitoring', 401],
    ['GET /orders', null, 403],
    ['GET /orders/health', null, 200],
    ['GET /orders/health/deeper', null, 403],
    ['POST /orders/health', null, 403],
    ['DELETE /orders/17', 'warehouse_scanner', 200],
    ['DELETE /orders/17', 'mobile_app', 403],
    ['DELETE /orders/17', null, 403],
    ['DELETE /orders', 'warehouse_scanner', 401],
    ['GET /orders/17', 'warehouse_scanner', 401],
    ['POST /orders/17/refund', 'mobile_app', 401],
    ['PATCH /orders', 'mobile_app', 401],
    ['GET /orders/export', 'nightly_report', 200],
    ['GET /orders/export', 'mobile_app', 403],
    ['GET /orders/export/2030', 'analytics', 200],
    ['GET /orders/exports', 'mobile_app', 200],
    ['GET /partners', 'partner_portal', 200],
    ['GET /partners', 'mobile_app', 403],
    ['GET /partners', null, 403],
    ['GET /erp', 'legacy_erp', 403],
    ['GET /configurator', 'constructor', 200],
    ['GET /configurator', 'mobile_app', 403],
    ['GET /reports', 'nightly_report', 401],
    ['GET /reports', null, 401],
    ['GET /backoffice', null, 401],
    ['GET /backoffice', 'mobile_app', 401],
    ['GET /closed', 'mobile_app', 403],
    ['GET /nowhere', null, 404],
    ['GET /nowhere', 'mobile_app', 404],
    ['GET /nowhere', 'unknown', 403],
    ['GET /statusx', null, 404],
    ['GET /constructor', null, 404],
    ['GET ', null, 404],
    ['GET /', null, 404],
  ])('%s with the key of %s is answered with %i', async (place, clientType, status) => {
    const [method = '', path = ''] = place.split(' ');
    const answer = await use(path, clientType, method);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body).toEqual({ path: path.replace(/\/$/, ''), clientType });
    else expect(answer.body).toMatchObject({ statusCode: status });
  });

  it('takes both keys of one ClientType', async () => {
    const { body } = await mia.call<WireConfiguration>('GET', MAIN);
    const both = body.secrets.filter(({ clientType }) => clientType === 'nightly_report');
    expect(both).toHaveLength(2);
    for (const { secret } of both)
      expect((await mia.use('/orders/export', { 'client-key': secret })).status).toBe(200);
  });

  it('takes the key from either header or the cookie, the first that is there', async () => {
    const [good, other] = [keys.get('mobile_app') ?? '', keys.get('web_shop') ?? ''];
    const caller = async (headers: Record<string, string>) => {
      const { status, body } = await mia.use('/catalogue', headers);
      return status === 200 ? body['clientType'] : status;
    };
    expect(await caller({ 'client-key': good })).toBe('mobile_app');
    expect(await caller({ secret: good })).toBe('mobile_app');
    expect(await caller({ cookie: `mia_client_key=${good}` })).toBe('mobile_app');
    expect(await caller({ cookie: `a=b; mia_client_key=${good} ; c` })).toBe('mobile_app');
    expect(await caller({ 'client-key': good, secret: other, cookie: 'mia_client_key=x' })).toBe(
      'mobile_app',
    );
    expect(await caller({ secret: other, cookie: `mia_client_key=${good}` })).toBe('web_shop');
    expect(await caller({ 'client-key': 'x', secret: good })).toBe(403);
    expect(await caller({ 'client-key': '', secret: good })).toBe('mobile_app');
    expect(await caller({ authorization: `Bearer ${good}` })).toBe(403);
    expect(await caller({ cookie: `not_mia_client_key=${good}` })).toBe(403);
    expect(await caller({ 'client-key': good.toUpperCase() })).toBe(403);
  });

  it('knows a value by its environment, never by the name of its variable', async () => {
    expect((await mia.use('/status', { 'client-key': '{{PARTNER_KEY}}' })).status).toBe(403);
    expect((await mia.use('/status', { 'client-key': PARTNER_KEYS.PROD })).status).toBe(403);
    const production = `${new URL(mia.offer.endpoints[DEV] ?? '').origin}/orders-api/PROD`;
    const live = await send('GET', `${production}/partners`, {
      headers: { 'client-key': PARTNER_KEYS.PROD },
    });
    expect(live.body).toEqual({ path: '/partners', clientType: 'partner_portal' });
  });

  it('serves what is deployed and nothing else', async () => {
    const { origin } = new URL(mia.offer.endpoints[DEV] ?? '');
    for (const path of [
      '/',
      '/orders-api',
      '/orders-api/TEST/status',
      '/unknown/DEV/status',
      '/device-telemetry/PROD/readings',
      '/__proto__/DEV/status',
    ])
      expect((await send('GET', origin + path)).status).toBe(404);
    expect((await send('GET', `${origin}/storefront/PROD/any/thing`)).body).toMatchObject({
      clientType: null,
    });
  });

  it('does not look at what is sent', async () => {
    const sending = { body: '{broken', headers: { 'content-type': 'text/odd', ...header('mobile_app') } };
    const url = `${mia.offer.endpoints[DEV] ?? ''}/orders`;
    expect((await send('POST', url, sending)).status).toBe(200);
    expect((await send('POST', url, { ...sending, body: 'x'.repeat(70_000) })).status).toBe(413);
  });
});
