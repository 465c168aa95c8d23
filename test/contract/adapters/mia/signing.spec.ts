import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFaultProxy, type FaultProxy } from '@test/support/fault-proxy';
import { DEV } from '../../practice/mia/mia-console';
import { anIntent, codeOf, listed } from '../trial';
import { aDraft, startMiaDesk, type MiaDesk } from './console';

const TOKEN = /\/oauth\/token/;

describe('signing in to Mia-Platform', () => {
  let now = Date.now();
  let mia: MiaDesk;
  let proxy: FaultProxy;
  beforeEach(async () => {
    now = Date.now();
    mia = await startMiaDesk({ clock: () => now, sessionLifetimeMs: 3_600_000 });
    proxy = await startFaultProxy(mia.offer.baseUrl);
  });
  afterEach(async () => {
    await proxy.stop();
    await mia.stop();
  });

  const signIns = (): number => proxy.log.filter(({ path }) => TOKEN.test(path)).length;

  it.each(['company-owner', 'maintainer'])(
    'happens again by itself, once, where the session is gone: %s',
    async (role) => {
      const patient = mia.connect(role, { baseUrl: proxy.url });
      await patient.operator();
      now += 4_000_000;
      proxy.clear();
      const { key } = await patient.issue(DEV, aDraft(), anIntent());
      expect(signIns()).toBe(1);
      expect(await mia.connect().key(DEV, key.id)).toMatchObject({ name: key.name });
      expect(proxy.log.filter(({ method, path }) => method === 'POST' && !TOKEN.test(path))).toHaveLength(1);
    },
  );

  it('happens once for all who find the session gone', async () => {
    const patient = mia.connect('company-owner', { baseUrl: proxy.url });
    await patient.operator();
    now += 4_000_000;
    proxy.clear();
    await Promise.all([patient.operator(), listed(patient, DEV), patient.operator()]);
    expect(signIns()).toBe(1);
  });

  it('renews a session before it ends', async () => {
    let monotonic = 0;
    const clock = { now: () => now, monotonic: () => monotonic, after: () => () => undefined };
    const patient = mia.connect('company-owner', { baseUrl: proxy.url, clock });
    await patient.operator();
    for (const [at, expected] of [
      [3_299_000, 1],
      [3_301_000, 2],
      [3_302_000, 2],
    ] as const) {
      monotonic = at;
      await patient.operator();
      expect(signIns()).toBe(expected);
    }
  });

  it('takes along the key of a gateway that the console stands behind, on every call', async () => {
    const credentials = { ...mia.login('company-owner'), gatewayKey: 'miactl' };
    const behind = mia.connect('company-owner', { baseUrl: proxy.url, credentials });
    await behind.environments();
    expect(proxy.log.every(({ headerNames }) => headerNames.includes('client-key'))).toBe(true);
    proxy.clear();
    await mia.connect('company-owner', { baseUrl: proxy.url }).operator();
    expect(proxy.log.some(({ headerNames }) => headerNames.includes('client-key'))).toBe(false);
  });

  it('says at its field what is wrong with a private key, and sends nothing', async () => {
    const { privateKey: elliptic } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = elliptic.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const privateKey of [
      '',
      'no key',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
      pem,
    ]) {
      const credentials = { ...mia.login('maintainer'), privateKey };
      const wrong = mia.connect('maintainer', { baseUrl: proxy.url, credentials });
      await expect(wrong.operator()).rejects.toMatchObject({
        code: 'invalid-input',
        facts: { field: 'privateKey' },
      });
    }
    expect(proxy.log).toHaveLength(0);
  });

  it('takes a private key whose line breaks were written as text', async () => {
    const { privateKey = '', ...rest } = mia.login('maintainer');
    const credentials = { ...rest, privateKey: privateKey.trim().replaceAll('\n', '\\n') };
    expect((await mia.connect('maintainer', { credentials }).operator()).name).toBe('Release pipeline');
  });

  it('says which credential is wrong', async () => {
    const owner = mia.login('company-owner');
    const wrong = mia.connect('company-owner', { credentials: { ...owner, clientSecret: 'wrong' } });
    await expect(wrong.operator()).rejects.toMatchObject({
      code: 'unauthorized',
      facts: { field: 'clientSecret' },
    });
    const colon = mia.connect('company-owner', { credentials: { ...owner, clientId: 'a:b' } });
    await expect(colon.operator()).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field: 'clientId' },
    });
    const blank = mia.connect('company-owner', { credentials: { ...owner, gatewayKey: 'a b' } });
    await expect(blank.operator()).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field: 'gatewayKey' },
    });
  });

  it('lets those who may only read show keys, and change none', async () => {
    const reporter = mia.connect('reporter');
    expect(await reporter.operator()).toMatchObject({ name: 'Security review', canReveal: true });
    expect(await reporter.reveal(DEV, 'support_desk')).toBe('orders123');
    expect(await codeOf(reporter.issue(DEV, aDraft(), anIntent()))).toBe('forbidden');
    expect(await codeOf(reporter.stop(DEV, 'support_desk'))).toBe('forbidden');
    expect(await codeOf(mia.connect('developer').deploys?.start(DEV, 'DEV') ?? Promise.resolve())).toBe(
      'forbidden',
    );
  });
});
