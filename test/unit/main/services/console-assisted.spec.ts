import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleDraft } from '@core/domain/console';
import { AppError } from '@core/domain/app-error';
import { ACME, startedDesk } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

const form = (over: Partial<ConsoleDraft> = {}): ConsoleDraft => ({
  vendor: 'qodly',
  label: 'Staging, by hand',
  baseUrl: 'https://dev-0f3c.staging-api.acme.example',
  method: 'assisted',
  allowLoopback: false,
  allowPrivate: false,
  ...over,
});

describe('a console without sign-in', () => {
  let at: Desk;
  let id: string;
  const record = async (keyId: string, kept: boolean): Promise<void> => {
    const book = at.recorded.book(id);
    if (kept) await book.keepSecret(keyId, `secret-of-${keyId}`);
    await book.put(aVendorKey({ id: keyId, readable: kept }));
  };

  beforeEach(async () => {
    at = await startedDesk();
    at.desk.keychain.state = 'unavailable';
    ({ id } = await at.consoles.add(form(), false));
    at.desk.keychain.state = 'ok';
  });

  it('needs no keychain, not even to be added, tested, renamed and used after a restart', async () => {
    at.desk.keychain.state = 'locked';
    expect(await at.consoles.test(form(), id)).toMatchObject({ environments: 1 });
    expect(await at.consoles.change(id, form({ label: 'Renamed' }), false)).toMatchObject({
      label: 'Renamed',
      credentials: 'kept',
    });
    Object.assign(at, at.desk.start());
    expect(await at.environments.list(id)).toHaveLength(1);
    expect(at.desk.connections.at(-1)).toMatchObject({ method: 'assisted', credentials: {} });
    expect(at.credentials.sessionOnly).toBe(false);
  });

  it('takes everything recorded for it along when it goes', async () => {
    await record('kept', true);
    await record('forgotten', false);
    await at.consoles.remove(id);
    expect(at.desk.stores.recorded.value).toEqual({});
    expect(await at.desk.keychain.read(`recorded/${id}/kept`)).toEqual({ state: 'absent' });
    expect(at.desk.stores.consoles.value).toEqual([ACME]);
  });

  it('stays, with everything recorded for it, where the keychain does not let go', async () => {
    await record('forgotten', false);
    await record('kept', true);
    at.desk.keychain.state = 'locked';
    await expect(at.consoles.remove(id)).rejects.toMatchObject({
      code: 'keychain-locked',
      message: expect.stringMatching(/^The console was kept: /) as string,
    });
    expect(at.desk.stores.consoles.value).toHaveLength(2);
    expect(await at.recorded.book(id).list()).toHaveLength(2);
    at.desk.keychain.state = 'ok';
    expect(await at.recorded.book(id).readSecret('kept')).toBe('secret-of-kept');
  });

  it('needs no keychain to go where no secret was kept', async () => {
    await record('forgotten', false);
    at.desk.keychain.state = 'unavailable';
    await at.consoles.remove(id);
    expect(at.desk.stores.recorded.value).toEqual({});
  });

  it('never takes kept secrets to another address', async () => {
    const moved = form({ baseUrl: 'https://evil.example' });
    await record('forgotten', false);
    expect(await at.consoles.change(id, moved, true)).toMatchObject({ baseUrl: 'https://evil.example' });
    await at.consoles.change(id, form(), true);
    await record('kept', true);
    await expect(at.consoles.change(id, moved, true)).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field: 'baseUrl' },
    });
    expect(at.desk.stores.consoles.value.at(-1)?.baseUrl).toBe(form().baseUrl);
  });
});

describe('a console of several addresses', () => {
  const qwilt = (over: Partial<ConsoleDraft> = {}): ConsoleDraft =>
    form({ vendor: 'qwilt', method: 'password', label: 'Qwilt', baseUrl: ACME.baseUrl, ...over });

  it.each<[string, Partial<ConsoleDraft>]>([
    ['another login address', { origins: { login: 'https://evil.example' } }],
    ['another vendor', { vendor: 'qodly' }],
    ['another console address', { baseUrl: 'https://evil.example' }],
  ])('sends kept credentials to no other than they were given for: %s', async (_what, over) => {
    const { desk, consoles } = await startedDesk('qwilt');
    await expect(consoles.test(qwilt(over), 'acme')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(consoles.change('acme', qwilt(over), true)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(desk.connections).toEqual([]);
  });

  it('keeps those that were typed, and takes an empty one for derived', async () => {
    const { desk, consoles } = await startedDesk('qwilt');
    await consoles.change('acme', qwilt({ origins: { login: '' } }), true);
    expect(desk.stores.consoles.value[0]?.origins).toEqual({});
    const credentials = { userName: 'ada', password: 'new' };
    const origins = { login: 'https://login.acme.example/', users: '' };
    await consoles.change('acme', qwilt({ origins, credentials }), true);
    expect(desk.stores.consoles.value[0]?.origins).toEqual({ login: 'https://login.acme.example' });
    await consoles.test(qwilt({ origins: { login: 'https://login.acme.example' } }), 'acme');
    expect(desk.connections.at(-1)).toMatchObject({
      credentials,
      origins: { login: 'https://login.acme.example' },
    });
  });
});

describe('where keys are used', () => {
  const PLACE = { consoleId: 'acme', environmentId: 'env-staging' };

  it('is said by the operator where the console does not, from then on and until it is taken back', async () => {
    const { desk, environments } = await startedDesk('mia');
    const own = desk.console.places[0]?.endpoint;
    await environments.place(PLACE);
    await environments.adjust(PLACE, { endpoint: 'https://gateway.acme.example/' });
    expect((await environments.place(PLACE)).environment.endpoint).toBe('https://gateway.acme.example');
    expect(desk.connections.at(-1)?.endpoints).toEqual({ 'env-staging': 'https://gateway.acme.example' });
    await environments.adjust(PLACE, { endpoint: null });
    expect((await environments.place(PLACE)).environment.endpoint).toBe(own);
    expect(desk.connections.at(-1)?.endpoints).toEqual({});
  });

  it('is never said by anybody else than a console that says it', async () => {
    const { desk, environments } = await startedDesk('qodly');
    await expect(environments.adjust(PLACE, { endpoint: 'https://evil.example' })).rejects.toMatchObject({
      facts: { field: 'endpoint' },
    });
    expect(desk.stores.consoles.value).toEqual([ACME]);
  });

  it.each(['gateway.acme.example', 'javascript:alert(1)', 'file:///etc/passwd', '//evil.example'])(
    'is an address: %s',
    async (endpoint) => {
      const { environments } = await startedDesk('mia');
      await expect(environments.adjust(PLACE, { endpoint })).rejects.toMatchObject({
        facts: { field: 'endpoint' },
      });
    },
  );

  it('lets no more secrets be tried there than could be shown', async () => {
    const { desk, secrets, vault } = await startedDesk('mia');
    desk.console.add();
    const key = { ...PLACE, keyId: 'key-1' };
    for (let count = 0; count < 10; count += 1) await secrets.verify(key);
    await expect(secrets.verify(key)).rejects.toMatchObject({ code: 'rate-limited' });
    const held = { secret: 's', environment: PLACE, keyId: 'key-1', label: 'x', retrievable: true };
    await expect(secrets.verifyHeld(vault.hold(held))).rejects.toMatchObject({ code: 'rate-limited' });
    expect(await secrets.verify(key, 'pasted')).toMatchObject({ verdict: 'refused' });
    expect(desk.console.tried).toHaveLength(11);
  });
});

describe('recorded keys', () => {
  it('that a full disk keeps in its file stay in the list', async () => {
    const { desk, recorded } = await startedDesk();
    const book = recorded.book('acme');
    await book.put(aVendorKey({ readable: false }));
    desk.stores.recorded.failure = new AppError('storage', 'The disk is full.');
    await expect(book.remove('key-1')).rejects.toMatchObject({ code: 'storage' });
    expect(await book.list()).toHaveLength(1);
  });
});
