import { beforeEach, describe, expect, it } from 'vitest';
import { contract } from '@core/contract/contract';
import type { CallShape } from '@core/contract/shape';
import { AppError } from '@core/domain/app-error';
import { daysFromNow } from '@test/support/builders';
import { ACME, keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { DeskApp } from './desk-app';

type Handle = (input: unknown) => unknown;

const id = (index: number): string => `00000000-0000-4000-8000-00000000000${index}`;
const draft = {
  name: 'Accounting',
  type: 'standard',
  role: 'Reader',
  expiresAt: daysFromNow(90),
  allowedHosts: [],
};
const consoleDraft = {
  vendor: 'qodly',
  label: 'Second',
  baseUrl: 'https://second.example',
  method: 'token',
  credentials: { token: 'a-token-of-ada' },
  allowLoopback: false,
  allowPrivate: false,
};

describe('every call of the contract', () => {
  let at: DeskApp;
  let handlers: Record<string, Record<string, Handle>>;
  const called = new Set<string>();

  /** Calls a handler as `serve` does: input and output go through their schemas. */
  async function call<T = Record<string, unknown>>(name: string, input: object = {}): Promise<T> {
    const [group = '', own = ''] = name.split('.');
    const shape = (contract.calls as Record<string, Record<string, CallShape>>)[group]?.[own];
    const handle = handlers[group]?.[own];
    if (shape === undefined || handle === undefined) throw new Error(`There is no ${name}.`);
    called.add(name);
    const work = (async () => handle(shape.input.parse(input)))();
    return shape.output.parse(await at.desk.clock.until(work)) as T;
  }

  beforeEach(async () => {
    at = await DeskApp.create();
    handlers = at.start().handlers as Record<string, Record<string, Handle>>;
    at.desk.console.add();
  });

  it('app', async () => {
    expect(await call('app.status')).toMatchObject({ keychain: null, locked: false });
    expect(await call('app.painted', { state: 'ready' })).toEqual({ done: true });
    expect(at.painted).toEqual(['ready']);
    expect(await call('app.active')).toEqual({ done: true });
    expect(await call('app.lock')).toEqual({ done: true });
    expect(await call('app.status')).toMatchObject({ locked: true });
    expect(await call('app.unlock')).toEqual({ done: true });
    expect(await call('app.status')).toMatchObject({ locked: false });
    at.desk.keychain.state = 'locked';
    expect(await call('app.retryKeychain')).toMatchObject({ keychain: 'ok' });
    await call('app.openLink', { link: 'qodly-rest' });
    await call('app.openLink', { link: 'qodly-api-keys' });
    expect(at.opened).toHaveLength(2);
    for (const url of at.opened) expect(url).toMatch(/^https:\/\/developer\.4d\.com\/qodly\//);
  });

  it('settings', async () => {
    await call('environments.list', { consoleId: 'acme' });
    expect(await call('settings.change', { theme: 'dark', idleLockMinutes: undefined })).toMatchObject({
      theme: 'dark',
      idleLockMinutes: 5,
    });
    expect(await call('settings.read')).toMatchObject({ theme: 'dark' });
    await call('environments.list', { consoleId: 'acme' });
    expect(at.desk.connections).toHaveLength(1);
    // A proxy is part of a connection.
    await call('settings.change', { proxyUrl: 'http://proxy.example:3128' });
    await call('environments.list', { consoleId: 'acme' });
    expect(at.desk.connections.at(-1)).toMatchObject({ proxyUrl: 'http://proxy.example:3128' });
  });

  it('consoles', async () => {
    expect(await call('consoles.test', { draft: consoleDraft })).toMatchObject({
      operator: { name: 'Ada Byron' },
    });
    const { id: consoleId } = await call<{ id: string }>('consoles.add', {
      draft: consoleDraft,
      insist: false,
    });
    expect(await call<unknown[]>('consoles.list')).toHaveLength(2);
    const renamed = { ...consoleDraft, label: 'Renamed' };
    expect(await call('consoles.change', { consoleId, draft: renamed, insist: true })).toMatchObject({
      label: 'Renamed',
    });
    expect(await call('consoles.remove', { consoleId })).toEqual({ done: true });
    expect(await call('consoles.openPractice')).toMatchObject({ practice: true });
    expect(await call<unknown[]>('consoles.list')).toHaveLength(2);
  });

  it('choosing a certificate', async () => {
    expect(await call('consoles.chooseCertificate')).toBeNull();
    at.desk.dialogs.opens = '/home/ada/ca.pem';
    at.files.set('/home/ada/ca.pem', '-----BEGIN CERTIFICATE-----\nabc');
    expect(await call('consoles.chooseCertificate')).toEqual({
      fileName: 'ca.pem',
      pem: '-----BEGIN CERTIFICATE-----\nabc',
    });
    at.files.set('/home/ada/ca.pem', '-----BEGIN PRIVATE KEY-----\nabc');
    await expect(call('consoles.chooseCertificate')).rejects.toMatchObject({ facts: { field: 'caPem' } });
  });

  it('environments', async () => {
    expect(await call<unknown[]>('environments.list', { consoleId: ACME.id })).toMatchObject([
      { name: 'staging' },
    ]);
    await call('environments.adjust', { environment: STAGING, production: true, tab: false });
    expect(await call<unknown[]>('environments.list', { consoleId: ACME.id })).toMatchObject([
      { production: true, productionBasis: 'operator', tab: false },
    ]);
    expect(await call<unknown[]>('environments.roles', { environment: STAGING })).toHaveLength(2);
    expect(await call('environments.copyEndpoint', { environment: STAGING })).toEqual({
      clearsAfterSeconds: null,
      verified: true,
    });
    expect(at.desk.clipboard.content).toBe('https://staging.order-desk.acme.example');
  });

  it('keys', async () => {
    const { listing } = await call<{ listing: string }>('keys.load', { environment: STAGING });
    const { json } = await call<{ json: string }>('keys.page', { listing, page: 0 });
    expect(JSON.parse(json)).toMatchObject([{ id: 'key-1', ...STAGING }]);
    expect(at.emitted).toContainEqual({
      event: 'keysProgress',
      payload: { environment: STAGING, loaded: 1, total: 1 },
    });
    expect(await call('keys.cancelLoad', { environment: STAGING })).toEqual({ done: true });
    expect(await call('keys.show', { key: keyAt('key-1') })).toEqual({
      secret: 'secret-of-key-1',
      hideAfterSeconds: 30,
    });
    expect(await call('keys.copy', { key: keyAt('key-1') })).toMatchObject({ clearsAfterSeconds: 20 });
    expect(await call('keys.verify', { key: keyAt('key-1') })).toMatchObject({ verdict: 'accepted' });
    const edit = { operationId: id(1), key: keyAt('key-1'), label: 'Accounting', changes: { name: 'Books' } };
    expect(await call('keys.edit', edit)).toMatchObject({ state: 'confirmed', key: { name: 'Books' } });
    expect(await call('keys.stop', { operationId: id(2), key: keyAt('key-1') })).toMatchObject({
      state: 'confirmed',
    });
    expect(at.desk.console.keys).toEqual([]);
  });

  it('issued secrets', async () => {
    const issued = await call<{ handle: string }>('keys.issue', {
      operationId: id(1),
      environment: STAGING,
      draft,
    });
    const { handle } = issued;
    expect(JSON.stringify(issued)).not.toContain('secret-of');
    expect(await call('secrets.show', { handle })).toMatchObject({ secret: 'secret-of-new-1' });
    expect(await call('secrets.copy', { handle })).toMatchObject({ verified: true });
    expect(await call('secrets.download', { handle, format: 'env' })).toEqual({ path: '/home/ada/key.txt' });
    expect(await call('secrets.verify', { handle })).toMatchObject({ verdict: 'accepted' });
    expect(await call('secrets.release', { handle })).toEqual({ done: true });
    await expect(call('secrets.show', { handle })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('bulk', async () => {
    at.desk.console.add(aVendorKey({ id: 'key-2' }));
    await call('keys.load', { environment: STAGING });
    const targets = [1, 2].map((index) => ({ operationId: id(index), key: keyAt(`key-${index}`) }));
    const { token } = await call<{ token: string }>('bulk.confirm', { targets });
    expect(await call('bulk.start', { token, typed: 'DELETE 2 KEYS' })).toMatchObject({ state: 'finished' });
    expect(await call('bulk.report', { bulkId: token })).toMatchObject({
      rows: [{ state: 'stopped' }, { state: 'stopped' }],
    });
    expect(await call('bulk.cancel', { bulkId: token })).toEqual({ done: true });
    expect(at.count('bulkProgress')).toBe(4);
  });

  it('operations', async () => {
    at.desk.console.fail('issue', { when: 'late', error: new AppError('server', 'Gateway timeout.') });
    const request = { operationId: id(1), environment: STAGING, draft };
    expect(await call('keys.issue', request)).toMatchObject({ state: 'checking' });
    const [operation] = await call<Record<string, unknown>[]>('operations.list');
    expect(operation).toMatchObject({ id: id(1), state: 'absent', label: 'Accounting' });
    for (const inner of ['clientRef', 'idempotencyKey', 'payloadHash'])
      expect(operation).not.toHaveProperty(inner);
    at.desk.console.arrive();
    expect(await call('operations.recheck', { operationId: id(1) })).toMatchObject({ state: 'confirmed' });
    expect(await call('operations.dismiss', { operationId: id(1) })).toEqual({ done: true });
    expect(await call('operations.list')).toEqual([]);
    expect(at.count('operationsChanged')).toBeGreaterThan(3);
  });

  it('and what a refresh settles by itself', async () => {
    at.desk.console.fail('issue', { when: 'late', error: new AppError('server', 'Gateway timeout.') });
    await call('keys.issue', { operationId: id(1), environment: STAGING, draft });
    at.desk.console.arrive();
    const before = at.count('operationsChanged');
    await call('keys.load', { environment: STAGING });
    await at.desk.clock.until(
      (async () => {
        while (at.count('operationsChanged') === before)
          await new Promise((resolve) => setImmediate(resolve));
      })(),
    );
    expect(await call('operations.list')).toMatchObject([{ state: 'confirmed' }]);
  });

  it('was called here', () => {
    const all = Object.entries(contract.calls).flatMap(([group, calls]) =>
      Object.keys(calls).map((own) => `${group}.${own}`),
    );
    expect([...called].sort()).toEqual(all.sort());
  });
});
