import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { ABOUT_KEYS, allWereCalled, CalledApp, draft, id } from './called-app';

describe('every call about keys', () => {
  const app = new CalledApp();

  beforeEach(() => app.open());

  it('keys', async () => {
    const { listing } = await app.call<{ listing: string }>('keys.load', { environment: STAGING });
    const { json } = await app.call<{ json: string }>('keys.page', { listing, page: 0 });
    expect(JSON.parse(json)).toMatchObject([{ id: 'key-1', ...STAGING }]);
    expect(app.at.emitted).toContainEqual({
      event: 'keysProgress',
      payload: { environment: STAGING, loaded: 1, total: 1 },
    });
    expect(await app.call('keys.cancelLoad', { environment: STAGING })).toEqual({ done: true });
    expect(await app.call('keys.show', { key: keyAt('key-1') })).toEqual({
      secret: 'secret-of-key-1',
      hideAfterSeconds: 30,
    });
    expect(await app.call('keys.copy', { key: keyAt('key-1') })).toMatchObject({ clearsAfterSeconds: 20 });
    expect(await app.call('keys.verify', { key: keyAt('key-1') })).toMatchObject({ verdict: 'accepted' });
    expect(await app.call('keys.verify', { key: keyAt('key-1'), secret: 'pasted' })).toMatchObject({
      verdict: 'refused',
    });
    const curl = { snippet: 'curl', way: 0 };
    expect(await app.call('keys.copyUsage', { key: keyAt('key-1'), ...curl, withSecret: false })).toEqual({
      clearsAfterSeconds: null,
      verified: true,
    });
    expect(app.at.desk.clipboard.content).toContain('YOUR_API_KEY');
    const edit = { operationId: id(1), key: keyAt('key-1'), label: 'Accounting', changes: { name: 'Books' } };
    expect(await app.call('keys.edit', edit)).toMatchObject({ state: 'confirmed', key: { name: 'Books' } });
    expect(await app.call('keys.stop', { operationId: id(2), key: keyAt('key-1') })).toMatchObject({
      state: 'confirmed',
    });
    expect(app.at.desk.console.keys).toEqual([]);
  });

  it('issued secrets', async () => {
    const issued = await app.call<{ handle: string }>('keys.issue', {
      operationId: id(1),
      environment: STAGING,
      draft,
    });
    const { handle } = issued;
    expect(JSON.stringify(issued)).not.toContain('secret-of');
    const key = keyAt('new-1');
    expect(await app.call('secrets.waiting')).toEqual([{ handle, key, label: 'Accounting' }]);
    expect(
      await app.call('secrets.copyUsage', { handle, snippet: 'curl', way: 0, withSecret: true }),
    ).toMatchObject({ clearsAfterSeconds: 20 });
    expect(app.at.desk.clipboard.content).toContain('secret-of-new-1');
    expect(await app.call('secrets.show', { handle })).toMatchObject({ secret: 'secret-of-new-1' });
    expect(await app.call('secrets.copy', { handle })).toMatchObject({ verified: true });
    expect(await app.call('secrets.download', { handle, format: 'env' })).toEqual({
      path: '/home/ada/key.txt',
    });
    expect(await app.call('secrets.verify', { handle })).toMatchObject({ verdict: 'accepted' });
    expect(await app.call('secrets.release', { handle })).toEqual({ done: true });
    await expect(app.call('secrets.show', { handle })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('deployments and protections', async () => {
    await app.open('mia');
    app.at.desk.console.configuration.endpoints = [
      { path: '/orders', secreted: true, acl: '', overrides: [], revision: '1' },
    ];
    expect(await app.call('deployments.read', { environment: STAGING })).toMatchObject({ pipeline: null });
    app.at.desk.console.configuration.ends.push('succeeded');
    expect(
      await app.call('deployments.start', { environment: STAGING, target: 'development' }),
    ).toMatchObject({
      pipeline: { state: 'running' },
    });
    await app.at.settled(() => app.at.count('deploymentChanged') > 0);
    expect(app.at.emitted).toContainEqual({
      event: 'deploymentChanged',
      payload: {
        environment: STAGING,
        view: expect.objectContaining({ targets: [expect.objectContaining({ state: 'live' })] }) as unknown,
      },
    });
    expect(await app.call<unknown[]>('protections.list', { environment: STAGING })).toMatchObject([
      { path: '/orders', callers: [{ keyId: 'key-1', may: 'yes' }] },
    ]);
    const change = { path: '/orders', revision: '1', change: { secreted: false } };
    expect(
      await app.call('protections.change', { operationId: id(1), environment: STAGING, ...change }),
    ).toMatchObject({ state: 'confirmed', protection: { secreted: false } });
  });

  it('bulk', async () => {
    app.at.desk.console.add(aVendorKey({ id: 'key-2' }));
    await app.call('keys.load', { environment: STAGING });
    const targets = [1, 2].map((index) => ({ operationId: id(index), key: keyAt(`key-${index}`) }));
    const act = { kind: 'stop' };
    const { token: bulkId } = await app.call<{ token: string }>('bulk.confirm', { act, targets });
    expect(await app.call('bulk.start', { token: bulkId, typed: 'DELETE 2 KEYS' })).toMatchObject({
      state: 'running',
    });
    expect(await app.call('bulk.pause', { bulkId })).toEqual({ done: true });
    expect(await app.call('bulk.list')).toMatchObject([{ bulkId, state: 'paused', keys: 2 }]);
    expect(await app.call('bulk.resume', { bulkId })).toMatchObject({ state: 'running' });
    while ((await app.call('bulk.report', { bulkId }))['state'] === 'running')
      await app.at.desk.clock.pass(1_000);
    expect(await app.call('bulk.report', { bulkId })).toMatchObject({
      state: 'finished',
      rows: [{ state: 'done' }, { state: 'done' }],
    });
    expect(await app.call('bulk.cancel', { bulkId })).toEqual({ done: true });
    expect(await app.call('bulk.save', { bulkId, format: 'csv' })).toEqual({ path: '/home/ada/key.txt' });
    expect(await app.call('bulk.exportKeys', { keys: [keyAt('key-1')] })).toEqual({
      path: '/home/ada/key.txt',
    });
    expect(app.at.count('bulkProgress')).toBeGreaterThan(4);
  });

  it('operations', async () => {
    app.at.desk.console.fail('issue', { when: 'late', error: new AppError('server', 'Gateway timeout.') });
    const request = { operationId: id(1), environment: STAGING, draft };
    expect(await app.call('keys.issue', request)).toMatchObject({ state: 'checking' });
    const [operation] = await app.call<Record<string, unknown>[]>('operations.list');
    expect(operation).toMatchObject({ id: id(1), state: 'absent', label: 'Accounting' });
    for (const inner of ['clientRef', 'idempotencyKey', 'payloadHash'])
      expect(operation).not.toHaveProperty(inner);
    app.at.desk.console.arrive();
    expect(await app.call('operations.recheck', { operationId: id(1) })).toMatchObject({
      state: 'confirmed',
    });
    expect(await app.call('operations.dismiss', { operationId: id(1) })).toEqual({ done: true });
    expect(await app.call('operations.list')).toEqual([]);
    expect(app.at.count('operationsChanged')).toBeGreaterThan(3);
  });

  it('and what a refresh settles by itself', async () => {
    app.at.desk.console.fail('issue', { when: 'late', error: new AppError('server', 'Gateway timeout.') });
    await app.call('keys.issue', { operationId: id(1), environment: STAGING, draft });
    app.at.desk.console.arrive();
    const before = app.at.count('operationsChanged');
    await app.call('keys.load', { environment: STAGING });
    await app.at.settled(() => app.at.count('operationsChanged') > before);
    expect(await app.call('operations.list')).toMatchObject([{ state: 'confirmed' }]);
  });

  allWereCalled(app, ABOUT_KEYS);
});
