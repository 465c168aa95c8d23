import { afterEach, describe, expect, it } from 'vitest';
import { startFaultProxy } from '@test/support/fault-proxy';
import { faults } from '@test/support/fault-proxy/faults';
import { DEV, PROJECT } from '../../practice/mia/mia-console';
import { codeOf, listed } from '../trial';
import { startMiaDesk, type MiaDesk } from './console';

describe('environments of Mia-Platform', () => {
  let mia: MiaDesk;
  afterEach(() => mia.stop());

  const start = async (options: Parameters<typeof startMiaDesk>[0] = {}) => {
    mia = await startMiaDesk(options);
    return mia.connect().environments();
  };
  const NAMES = [
    'Orders API · main',
    'Storefront · Development',
    'Storefront · Staging',
    'Storefront · Production',
    'Patient portal · main',
    'Device telemetry · main',
    'Orders API · feature/loyalty',
    'Orders API · v1.2.0',
  ];

  it('are revisions or runtime environments, what is worked on first and versions last', async () => {
    const environments = await start();
    expect(environments.map(({ name }) => name)).toEqual(NAMES);
    expect(environments[0]).toEqual({
      environmentId: DEV,
      name: 'Orders API · main',
      parent: 'Harbour Goods',
      endpoint: mia.offer.endpoints[DEV],
      variant: 'configuration',
      maxValidityDays: null,
      canEdit: true,
      production: null,
      state: 'running',
    });
    expect(environments.filter(({ production }) => production).map(({ name }) => name)).toEqual([
      'Storefront · Production',
    ]);
    expect(environments.filter(({ readOnly }) => readOnly).map(({ name }) => name)).toEqual([
      'Orders API · v1.2.0',
    ]);
  });

  it('are where the practice console says that keys are used', async () => {
    const environments = await start();
    const changeable = environments.filter(({ readOnly }) => readOnly === undefined);
    expect(changeable.map(({ environmentId }) => environmentId).sort()).toEqual(
      Object.keys(mia.offer.endpoints).sort(),
    );
  });

  it('are all found over many short pages, and with the other shape of a feature toggle', async () => {
    const environments = await start({ assumptions: { miaPageSize: 1, miaToggleAnswer: 'toggle' } });
    expect(environments.map(({ name }) => name)).toEqual(NAMES);
  });

  it('are asked for a few at a time', async () => {
    await start();
    const proxy = await startFaultProxy(mia.offer.baseUrl);
    let [under, most] = [0, 0];
    proxy.on(
      { method: 'GET', path: /projects\/\w+\/|feature-toggles/ },
      {
        name: 'counted',
        apply: async (exchange) => {
          most = Math.max(most, (under += 1));
          const answer = await exchange.forward();
          under -= 1;
          exchange.deliver(answer);
        },
      },
    );
    await mia.connect('company-owner', { baseUrl: proxy.url }).environments();
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(6);
    await proxy.stop();
  });

  it('of a project that is not ours to see are missing, and of no other', async () => {
    await start();
    const proxy = await startFaultProxy(mia.offer.baseUrl);
    const adapter = mia.connect('company-owner', { baseUrl: proxy.url });
    proxy.on({ path: new RegExp(`${PROJECT.orders}/(revisions|versions)`) }, faults.status(403));
    expect((await adapter.environments()).map(({ name }) => name)).toEqual(
      NAMES.filter((name) => !name.startsWith('Orders')),
    );
    proxy.clear();
    proxy.on({ path: new RegExp(`${PROJECT.orders}/revisions`) }, faults.html200());
    expect(await codeOf(adapter.environments())).toBe('bad-answer');
    await proxy.stop();
  });

  it('that vanished say nothing of their keys', async () => {
    await start();
    const adapter = mia.connect();
    for (const gone of [
      `${PROJECT.orders}/revisions/gone`,
      '65f1a3b9d4b7e80012a4ffff/revisions/main',
      `${PROJECT.storefront}/revisions/main`,
    ]) {
      expect(await codeOf(listed(adapter, gone))).toBe('not-found');
      expect(await codeOf(adapter.key(gone, 'mobile_app'))).toBe('bad-answer');
      expect(await codeOf(adapter.stop(gone, 'mobile_app'))).toBe('bad-answer');
    }
  });
});
