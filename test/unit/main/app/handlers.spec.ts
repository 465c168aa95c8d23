import { beforeEach, describe, expect, it } from 'vitest';
import { ACME, STAGING } from '@test/support/key-desk';
import { allWereCalled, AROUND_KEYS, CalledApp, consoleDraft } from './called-app';

describe('every call around keys', () => {
  const app = new CalledApp();

  beforeEach(() => app.open());

  it('app', async () => {
    expect(await app.call('app.status')).toMatchObject({ keychain: null, locked: false });
    expect(await app.call('app.painted', { state: 'ready' })).toEqual({ done: true });
    expect(app.at.painted).toEqual(['ready']);
    expect(await app.call('app.active')).toEqual({ done: true });
    expect(await app.call('app.lock')).toEqual({ done: true });
    expect(await app.call('app.status')).toMatchObject({ locked: true });
    expect(await app.call('app.unlock')).toEqual({ done: true });
    expect(await app.call('app.status')).toMatchObject({ locked: false });
    app.at.desk.keychain.state = 'locked';
    expect(await app.call('app.retryKeychain')).toMatchObject({ keychain: 'ok' });
    await app.call('app.openLink', { link: 'qodly-rest' });
    await app.call('app.openLink', { link: 'qodly-api-keys' });
    expect(app.at.opened).toHaveLength(2);
    for (const url of app.at.opened) expect(url).toMatch(/^https:\/\/developer\.4d\.com\/qodly\//);
  });

  it('settings', async () => {
    await app.call('environments.list', { consoleId: 'acme' });
    expect(await app.call('settings.change', { theme: 'dark', idleLockMinutes: undefined })).toMatchObject({
      theme: 'dark',
      idleLockMinutes: 5,
    });
    expect(await app.call('settings.read')).toMatchObject({ theme: 'dark' });
    await app.call('environments.list', { consoleId: 'acme' });
    expect(app.at.desk.connections).toHaveLength(1);
    // A proxy is part of a connection.
    await app.call('settings.change', { proxyUrl: 'http://proxy.example:3128' });
    await app.call('environments.list', { consoleId: 'acme' });
    expect(app.at.desk.connections.at(-1)).toMatchObject({ proxyUrl: 'http://proxy.example:3128' });
  });

  it('consoles', async () => {
    expect(await app.call('consoles.test', { draft: consoleDraft })).toMatchObject({
      operator: { name: 'Ada Byron' },
    });
    const { id: consoleId } = await app.call<{ id: string }>('consoles.add', {
      draft: consoleDraft,
      insist: false,
    });
    expect(await app.call<unknown[]>('consoles.list')).toHaveLength(2);
    const renamed = { ...consoleDraft, label: 'Renamed' };
    expect(await app.call('consoles.change', { consoleId, draft: renamed, insist: true })).toMatchObject({
      label: 'Renamed',
    });
    expect(await app.call('consoles.remove', { consoleId })).toEqual({ done: true });
    expect(await app.call('consoles.openPractice')).toMatchObject([{ practice: true }]);
    expect(await app.call<unknown[]>('consoles.list')).toHaveLength(2);
  });

  it('the routes of a console', async () => {
    await app.open('cloudmc');
    app.at.desk.console.routes = { routes: [], discovered: [], problem: 'No description.' };
    expect(await app.call('consoles.profile', { consoleId: 'acme' })).toEqual(app.at.desk.console.routes);
    const routes = { 'keys.list': { method: 'GET', path: '/api_keys' } };
    expect(await app.call('consoles.setRoutes', { consoleId: 'acme', routes })).toMatchObject({ routes });
    expect(await app.call<unknown[]>('consoles.tryRoutes', { consoleId: 'acme', routes })).toContainEqual({
      id: 'keys.list',
      outcome: 'works',
      status: 200,
      message: 'It works: 1 key.',
    });
  });

  it('choosing a certificate', async () => {
    expect(await app.call('consoles.chooseCertificate')).toBeNull();
    app.at.desk.dialogs.opens = '/home/ada/ca.pem';
    app.at.files.set('/home/ada/ca.pem', '-----BEGIN CERTIFICATE-----\nabc');
    expect(await app.call('consoles.chooseCertificate')).toEqual({
      fileName: 'ca.pem',
      pem: '-----BEGIN CERTIFICATE-----\nabc',
    });
    app.at.files.set('/home/ada/ca.pem', '-----BEGIN PRIVATE KEY-----\nabc');
    await expect(app.call('consoles.chooseCertificate')).rejects.toMatchObject({ facts: { field: 'caPem' } });
  });

  it('environments', async () => {
    expect(await app.call<unknown[]>('environments.list', { consoleId: ACME.id })).toMatchObject([
      { name: 'staging' },
    ]);
    await app.call('environments.adjust', { environment: STAGING, production: true, tab: false });
    expect(await app.call<unknown[]>('environments.list', { consoleId: ACME.id })).toMatchObject([
      { production: true, productionBasis: 'operator', tab: false },
    ]);
    expect(await app.call<unknown[]>('environments.roles', { environment: STAGING })).toHaveLength(2);
    expect(await app.call('environments.copyEndpoint', { environment: STAGING })).toEqual({
      clearsAfterSeconds: null,
      verified: true,
    });
    expect(app.at.desk.clipboard.content).toBe('https://staging.order-desk.acme.example');
  });

  allWereCalled(app, AROUND_KEYS);
});
