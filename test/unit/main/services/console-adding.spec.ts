import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { startedDesk } from '@test/support/key-desk';
import { draft, full, refusal } from './console-form';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

describe('adding a console', () => {
  let at: Desk;
  const records = () => at.desk.stores.consoles.value;
  const kept = async (id: string) => (await at.desk.keychain.read(`console/${id}`)).state;

  beforeEach(async () => {
    at = await startedDesk();
  });

  it('keeps what works: the record in the file, the credentials in the keychain', async () => {
    const view = await at.consoles.add(draft(), false);
    expect(view).toMatchObject({ label: 'Second', baseUrl: 'https://second.example', credentials: 'kept' });
    expect(records()).toHaveLength(2);
    expect(JSON.stringify(records())).not.toContain('hunter22');
    expect(await kept(view.id)).toBe('ok');
    expect(at.desk.connections).toMatchObject([{ credentials: { userName: 'ada', password: 'hunter22' } }]);
  });

  it('keeps nothing that does not work', async () => {
    at.desk.console.fail('operator', { when: 'before', error: refusal });
    await expect(at.consoles.add(draft(), false)).rejects.toBe(refusal);
    expect(records()).toHaveLength(1);
  });

  it('keeps what the operator insists on without asking the console', async () => {
    at.desk.console.block('operator', refusal);
    await at.consoles.add(draft(), true);
    expect(records()).toHaveLength(2);
    expect(at.desk.console.calls).toEqual([]);
  });

  it('keeps no address that is refused, however much the operator insists', async () => {
    at.desk.refuses = new AppError('invalid-input', 'Leave the password out of the address.', {
      field: 'baseUrl',
    });
    await expect(at.consoles.add(draft(), true)).rejects.toBe(at.desk.refuses);
    expect(records()).toHaveLength(1);
  });

  it('writes to the keychain before the file, and takes it back when the file cannot be written', async () => {
    const before = await at.desk.keychain.read('console/acme');
    at.desk.stores.consoles.failure = full;
    const written: string[] = [];
    const write = at.desk.keychain.write.bind(at.desk.keychain);
    at.desk.keychain.write = async (account, value) => {
      written.push(account);
      await write(account, value);
    };
    await expect(at.consoles.add(draft(), true)).rejects.toBe(full);
    expect(written).toHaveLength(1);
    expect(await at.desk.keychain.read(written[0] ?? '')).toEqual({ state: 'absent' });
    expect(await at.desk.keychain.read('console/acme')).toEqual(before);
  });

  it('tells that the file could not be written even when the keychain cannot be tidied', async () => {
    at.desk.stores.consoles.failure = full;
    at.desk.keychain.remove = async () => {
      throw new AppError('keychain-locked', 'Locked.');
    };
    await expect(at.consoles.add(draft(), true)).rejects.toBe(full);
  });

  it('refuses the same console twice, also when asked twice at once', async () => {
    await at.consoles.add(draft(), false);
    await expect(at.consoles.add(draft(), true)).rejects.toMatchObject({
      code: 'conflict',
      facts: { field: 'label' },
    });
    const third = draft({ label: 'Third' });
    const both = await Promise.allSettled([at.consoles.add(third, false), at.consoles.add(third, false)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(records()).toHaveLength(3);
  });

  it.each([
    ['no credentials', undefined, 'userName'],
    ['an empty password', { userName: 'ada', password: '' }, 'password'],
    ['no user name', { password: 'x' }, 'userName'],
  ])('needs every field: %s', async (_what, credentials, field) => {
    const given = draft();
    delete given.credentials;
    if (credentials !== undefined) given.credentials = credentials;
    await expect(at.consoles.add(given, true)).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field },
    });
  });

  it('knows only the ways to sign in that the vendor has', async () => {
    await expect(at.consoles.add(draft({ method: 'magic' }), true)).rejects.toMatchObject({
      facts: { field: 'method' },
    });
  });

  it('keeps credentials for the session where there is no keychain', async () => {
    at.desk.keychain.state = 'unavailable';
    const view = await at.consoles.add(draft(), false);
    expect(view.credentials).toBe('session');
    expect(JSON.stringify(records())).not.toContain('hunter22');
  });
});
