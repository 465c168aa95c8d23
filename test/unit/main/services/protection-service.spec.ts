import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { STAGING, startedDesk } from '@test/support/key-desk';
import { aPlace, aVendorKey } from '@test/support/vendor-records';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

const ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';
const offline = new AppError('offline', 'The connection broke off.', { system: 'ECONNRESET' });
const orders = { path: '/orders', secreted: true, acl: 'clientType == "web"', overrides: [], revision: '1' };

describe('the rules of endpoints', () => {
  let at: Desk;
  const change = (over: object = {}) =>
    at.desk.clock.until(
      at.protections.change({
        operationId: ID,
        environment: STAGING,
        path: '/orders',
        revision: '1',
        change: { acl: '' },
        ...over,
      }),
    );
  const aclNow = () => at.desk.console.configuration.endpoints[0]?.acl;

  beforeEach(async () => {
    at = await startedDesk('mia');
    at.desk.console.add(aVendorKey({ id: 'k1', name: 'web', active: true }));
    at.desk.console.add(aVendorKey({ id: 'k2', name: 'batch', active: true }));
    at.desk.console.add(aVendorKey({ id: 'k3', name: 'web', active: false }));
    at.desk.console.configuration.endpoints = [orders];
  });

  it('do not exist where the vendor has none', async () => {
    at = await startedDesk('qodly');
    await expect(at.protections.list(STAGING)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each([
    ['clientType == "web"', [{ keyId: 'k1', name: 'web', may: 'yes' }]],
    ['clientType == "web" && groups.admin', [{ keyId: 'k1', name: 'web', may: 'depends' }]],
    ['!(clientType == "web")', [{ keyId: 'k2', name: 'batch', may: 'yes' }]],
    [
      '',
      [
        { keyId: 'k1', name: 'web', may: 'yes' },
        { keyId: 'k2', name: 'batch', may: 'yes' },
      ],
    ],
  ])('tell which keys may call: %s', async (acl, callers) => {
    at.desk.console.configuration.endpoints = [{ ...orders, acl }];
    expect(await at.protections.list(STAGING)).toEqual([{ ...orders, acl, callers }]);
  });

  it('say where an expression cannot be read, and then nothing of callers', async () => {
    at.desk.console.configuration.endpoints = [{ ...orders, acl: 'clientType ==' }];
    const [endpoint] = await at.protections.list(STAGING);
    expect(endpoint).toMatchObject({ callers: [], problem: expect.any(String) as string });
  });

  it('are changed as one journaled operation, and then are not live yet', async () => {
    expect(await change()).toMatchObject({ state: 'confirmed', protection: { acl: '', revision: '2' } });
    expect(aclNow()).toBe('');
    expect(at.journal.find(ID)).toMatchObject({ kind: 'protect', keyId: '/orders', state: 'confirmed' });
    expect((await at.deployments.read(STAGING)).targets[0]).toMatchObject({
      state: 'saved',
      pending: [{ keyId: '/orders', name: '/orders', kind: 'protect' }],
    });
  });

  it('end in a conflict where somebody else changed them, and nothing is written', async () => {
    at.desk.console.configuration.endpoints = [{ ...orders, acl: 'clientType == "theirs"', revision: '2' }];
    expect(await change()).toMatchObject({ state: 'conflict', theirs: { acl: 'clientType == "theirs"' } });
    expect(at.journal.find(ID)?.state).toBe('failed');
    at.desk.console.fail('protect', { when: 'before', error: new AppError('conflict', 'Gone meanwhile.') });
    at.desk.console.configuration.endpoints = [];
    await expect(change()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of a lost answer are confirmed by reading, without sending again', async () => {
    at.desk.console.fail('protect', { when: 'after', error: offline });
    expect(await change()).toMatchObject({ state: 'confirmed', protection: { acl: '' } });
    expect(at.desk.console.count('protect')).toBe(1);
  });

  it('are checking while nobody knows, and settled when the list is read again', async () => {
    at.desk.console.fail('protect', { when: 'late', error: offline });
    expect(await change()).toMatchObject({ state: 'checking', operationId: ID });
    expect(at.journal.find(ID)?.state).toBe('absent');
    at.desk.console.arrive();
    Object.assign(at, at.desk.start());
    await at.journal.open();
    await at.operations.settleConsole('acme');
    expect(at.journal.find(ID)?.state).toBe('confirmed');
    expect(at.desk.console.count('protect')).toBe(1);
  });

  it('are refused before anything is sent: a wrong expression, no change at all, a place nobody may change', async () => {
    await expect(change({ change: { acl: 'clientType ==' } })).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field: 'acl' },
    });
    for (const nothing of [{}, { secreted: undefined }])
      await expect(change({ change: nothing })).rejects.toMatchObject({ code: 'invalid-input' });
    at.desk.console.places = [aPlace({ variant: 'configuration', readOnly: 'A version cannot be changed.' })];
    at.adapters.drop('acme');
    await expect(change()).rejects.toMatchObject({
      code: 'forbidden',
      message: 'A version cannot be changed.',
    });
    expect(at.desk.console.count('protect')).toBe(0);
    expect(at.desk.stores.operations.entries).toEqual([]);
  });

  it('compare only what was to be changed', async () => {
    at.desk.console.fail('protect', { when: 'after', error: offline });
    expect(await change({ change: { secreted: false, acl: undefined } })).toMatchObject({
      state: 'confirmed',
      protection: { secreted: false, acl: orders.acl },
    });
  });
});
