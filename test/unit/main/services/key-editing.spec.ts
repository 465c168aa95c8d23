import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { daysFromNow } from '@test/support/builders';
import { keyAt, STAGING, startedDesk } from '@test/support/key-desk';
import { aPlace, aVendorKey } from '@test/support/vendor-records';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

const ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';
const reset = new AppError('offline', 'The connection broke off.', { system: 'ECONNRESET' });

describe('editing a key', () => {
  let at: Desk;
  const edit = (changes: object, revision?: string) =>
    at.desk.clock.until(
      at.keys.edit({
        operationId: ID,
        key: keyAt('key-1'),
        label: 'Accounting',
        changes,
        ...(revision && { revision }),
      }),
    );

  beforeEach(async () => {
    at = await startedDesk();
    at.desk.console.add();
  });

  it('sends only what changes, and tells the key as it is now', async () => {
    const outcome = await edit({ name: 'Books' }, '1');
    expect(outcome).toMatchObject({
      state: 'confirmed',
      key: { ...STAGING, id: 'key-1', name: 'Books', revision: '2' },
    });
    expect(at.desk.console.edits).toEqual([{ name: 'Books' }]);
  });

  it('brings theirs along when somebody else was faster, and writes nothing', async () => {
    at.desk.console.add(aVendorKey({ name: 'Theirs', revision: '7' }));
    expect(await edit({ name: 'Mine' }, '1')).toMatchObject({
      state: 'conflict',
      theirs: { ...STAGING, name: 'Theirs', revision: '7' },
    });
    expect(at.desk.console.edits).toEqual([]);
    expect(at.journal.find(ID)?.state).toBe('failed');
  });

  it('says so when they deleted it meanwhile', async () => {
    at.desk.console.fail('edit', { when: 'before', error: new AppError('conflict', 'Changed.') });
    await at.desk.console.adapter().stop('env-staging', 'key-1');
    await expect(edit({ name: 'Mine' }, '1')).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['the name, which the console trims', { name: '  Books ' }],
    ['an instant in another form', { expiresAt: '2026-05-01T00:00:00Z' }],
    ['an address in another form', { allowedHosts: ['2001:0DB8:0:0::1'] }],
    ['no hosts', { allowedHosts: [] }],
    ['a member that is not meant', { name: 'Books', role: undefined }],
    [
      'everything',
      {
        name: 'Books',
        type: 'administration',
        role: 'Admin',
        expiresAt: daysFromNow(30),
        allowedHosts: ['203.0.113.7'],
      },
    ],
  ])('finds a change of %s whose answer got lost', async (_what, changes) => {
    at.desk.console.fail('edit', { when: 'after', error: reset });
    expect(await edit(changes, '1')).toMatchObject({ state: 'confirmed', key: { revision: '2' } });
    expect(at.desk.console.edits).toHaveLength(1);
  });

  it('finds it after a restart, from the journal alone', async () => {
    at.desk.console.fail('edit', { when: 'after', error: reset });
    at.desk.console.block('key', reset);
    expect(await edit({ name: 'Books', allowedHosts: ['203.0.113.7'] }, '1')).toMatchObject({
      state: 'checking',
    });
    at.desk.console.trouble = () => null;
    Object.assign(at, at.desk.start());
    await at.journal.open();
    await at.operations.settleConsole('acme');
    expect(at.journal.find(ID)?.state).toBe('confirmed');
  });

  it('never takes another value for the one that was meant', async () => {
    at.desk.console.fail('edit', { when: 'before', error: reset });
    expect(await edit({ name: 'Books' }, '1')).toMatchObject({ state: 'checking' });
    expect(at.journal.find(ID)?.state).toBe('absent');
  });

  it('is refused where keys cannot be edited, before anything is sent', async () => {
    at.desk.console.places = [aPlace({ variant: 'generation-1', canEdit: false })];
    await expect(edit({ name: 'Books' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(at.desk.console.count('edit')).toBe(0);
  });

  it('obeys the same rules as a new key', async () => {
    await expect(edit({ allowedHosts: ['here'] })).rejects.toMatchObject({
      facts: { field: 'allowedHosts' },
    });
    expect(at.desk.console.count('edit')).toBe(0);
  });
});
