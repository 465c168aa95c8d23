import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { keyAt, STAGING, startedDesk } from '@test/support/key-desk';
import { aPlace, aVendorKey } from '@test/support/vendor-records';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

const ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';
const reset = new AppError('offline', 'The connection broke off.', { system: 'ECONNRESET' });
const gone = new AppError('not-found', 'The console does not have this.');

describe('stopping a key', () => {
  let at: Desk;
  const stop = (over: { typed?: string; revision?: string } = {}) =>
    at.desk.clock.until(at.keys.stop({ operationId: ID, key: keyAt('key-1'), ...over }));

  beforeEach(async () => {
    at = await startedDesk();
    at.desk.console.add();
  });

  it('is confirmed only after the console was read again and no longer has it', async () => {
    expect(await stop()).toEqual({ state: 'confirmed', readBackAt: '2026-03-04T12:00:00.000Z' });
    const { calls } = at.desk.console;
    expect(calls.lastIndexOf('key')).toBeGreaterThan(calls.indexOf('stop'));
    expect(at.journal.find(ID)).toMatchObject({ state: 'confirmed', label: 'Accounting', keyId: 'key-1' });
  });

  it('is never confirmed while the console still shows it', async () => {
    at.desk.console.pretends = true;
    expect(await stop()).toMatchObject({
      state: 'checking',
      message: expect.stringContaining('Treat it as live') as string,
    });
    expect(at.journal.find(ID)?.state).toBe('absent');
  });

  it('is never confirmed while the console cannot be read again', async () => {
    at.desk.console.trouble = (call) =>
      call === 'key' && at.desk.console.count('stop') > 0 ? { when: 'before', error: reset } : null;
    expect(await stop()).toMatchObject({ state: 'checking' });
    expect(at.journal.find(ID)?.state).toBe('ambiguous');
  });

  it('of a lost answer is confirmed by reading, without sending it again', async () => {
    at.desk.console.fail('stop', { when: 'after', error: reset });
    expect(await stop()).toMatchObject({ state: 'confirmed' });
    expect(at.desk.console.count('stop')).toBe(1);
  });

  it('that never arrived is sent again only when asked again, under the same operation', async () => {
    at.desk.console.fail('stop', { when: 'before', error: reset });
    expect(await stop()).toMatchObject({ state: 'checking' });
    expect(at.desk.console.stopped).toEqual([]);
    expect(await stop()).toMatchObject({ state: 'confirmed' });
    expect(at.desk.console.stopped).toEqual(['key-1']);
  });

  it('of a key that is gone already is done, once that was read', async () => {
    at.desk.console.fail('stop', { when: 'after', error: gone });
    expect(await stop()).toMatchObject({ state: 'confirmed' });
  });

  it('is not confirmed by a "not found" while the key is still there', async () => {
    at.desk.console.block('stop', gone);
    expect(await stop()).toMatchObject({ state: 'checking' });
  });

  it('is not confirmed because its whole environment is no longer shown to us', async () => {
    await at.environments.list('acme');
    at.desk.console.places = [aPlace({ environmentId: 'env-other' })];
    const outcome = await stop().catch((error: AppError) => error.code);
    expect(outcome).not.toMatchObject({ state: 'confirmed' });
    expect(at.journal.find(ID)?.state).not.toBe('confirmed');
    await at.operations.settleConsole('acme');
    expect(at.journal.find(ID)?.state).not.toBe('confirmed');
  });

  it('is settled after a restart only when the environment is shown and the key is not', async () => {
    at.desk.console.trouble = (call) => {
      if (call === 'stop') return { when: 'after', error: reset };
      return call === 'key' && at.desk.console.count('stop') > 0 ? { when: 'before', error: reset } : null;
    };
    expect(await stop()).toMatchObject({ state: 'checking' });
    at.desk.console.trouble = () => null;
    Object.assign(at, at.desk.start());
    await at.journal.open();
    await at.environments.list('acme');
    const shown = at.desk.console.places;
    at.desk.console.places = [];
    await at.operations.settleConsole('acme');
    expect(at.journal.find(ID)?.state).toBe('ambiguous');
    at.desk.console.places = shown;
    await at.operations.settleConsole('acme');
    expect(at.journal.find(ID)?.state).toBe('confirmed');
  });

  it('is refused by a version that is no longer the current one, and brings theirs along', async () => {
    at.desk.console.add(aVendorKey({ name: 'Theirs', revision: '7' }));
    expect(await stop({ revision: '1' })).toMatchObject({
      state: 'conflict',
      theirs: { ...STAGING, name: 'Theirs' },
    });
    expect(at.desk.console.stopped).toEqual([]);
  });

  it.each([
    ['an Administration key', aPlace(), aVendorKey({ type: 'administration' })],
    ['production as the vendor says', aPlace({ production: true }), aVendorKey()],
    ['production as the name says', aPlace({ production: null, name: 'prod-eu' }), aVendorKey()],
  ])('needs the word for %s, checked in main', async (_what, place, key) => {
    at.desk.console.places = [place];
    at.desk.console.add(key);
    for (const typed of [undefined, '', 'delete', 'DELETE 1 KEYS']) {
      await expect(stop(typed === undefined ? {} : { typed })).rejects.toMatchObject({
        code: 'invalid-input',
        message: 'Type DELETE to go on.',
        facts: { field: 'typed' },
      });
    }
    expect(at.desk.console.count('stop')).toBe(0);
    expect(await stop({ typed: ' DELETE ' })).toMatchObject({ state: 'confirmed' });
  });

  it('needs the word where the operator calls it production', async () => {
    await at.environments.adjust(STAGING, { production: true });
    await expect(stop()).rejects.toMatchObject({ facts: { field: 'typed' } });
    expect(at.desk.console.count('stop')).toBe(0);
  });

  it('is not sent when the key cannot be looked at first', async () => {
    at.desk.console.fail('key', { when: 'before', error: reset });
    await expect(stop()).rejects.toBe(reset);
    expect(at.desk.console.count('stop')).toBe(0);
  });

  it('is one stop for two clicks', async () => {
    expect(await Promise.all([stop(), stop()])).toMatchObject([
      { state: 'confirmed' },
      { state: 'confirmed' },
    ]);
    expect(at.desk.console.count('stop')).toBe(1);
  });

  it('needs few requests: the look before, the stop, the look after', async () => {
    await at.environments.list('acme');
    at.desk.console.calls.length = 0;
    await stop();
    expect(at.desk.console.calls).toEqual(['key', 'stop', 'key']);
  });
});
