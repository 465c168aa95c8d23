import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { ACME, startedDesk } from '@test/support/key-desk';
import { acme, draft, full, refusal } from './console-form';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

describe('testing a console', () => {
  it('tells what it finds and keeps nothing', async () => {
    const { desk, consoles } = await startedDesk();
    desk.console.skewMs = 1_500;
    expect(await consoles.test(draft())).toMatchObject({
      operator: { name: 'Ada Byron' },
      environments: 1,
      tls: null,
      skewMs: 1_500,
    });
    expect(desk.stores.consoles.value).toEqual([ACME]);
  });

  it('uses the kept credentials for the console they were given for', async () => {
    const { desk, consoles } = await startedDesk();
    await consoles.test(acme({ baseUrl: `${ACME.baseUrl}/deeper` }), 'acme');
    expect(desk.connections).toMatchObject([{ credentials: { password: 'correct horse' } }]);
  });

  it.each([
    'https://console.acme.example.evil.example',
    'http://console.acme.example',
    'https://console.acme.example:8443',
    'nonsense',
  ])('never sends them to another address: %s', async (baseUrl) => {
    const { desk, consoles } = await startedDesk();
    await expect(consoles.test(acme({ baseUrl }), 'acme')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(consoles.change('acme', acme({ baseUrl }), true)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(desk.connections).toEqual([]);
    expect(desk.stores.consoles.value).toEqual([ACME]);
  });
});

describe('changing a console', () => {
  let at: Desk;
  const item = async () => {
    const found = await at.desk.keychain.read('console/acme');
    return found.state === 'ok' ? found.value : found.state;
  };

  beforeEach(async () => {
    at = await startedDesk();
  });

  it('keeps the credentials that are left out, and what was decided for its environments', async () => {
    await at.environments.adjust({ consoleId: 'acme', environmentId: 'env-staging' }, { production: true });
    const before = await item();
    await at.consoles.change('acme', acme({ label: 'Acme again' }), false);
    expect(await item()).toBe(before);
    expect(at.desk.stores.consoles.value).toMatchObject([
      {
        id: 'acme',
        label: 'Acme again',
        addedAt: ACME.addedAt,
        environments: { 'env-staging': { production: true } },
      },
    ]);
  });

  it('is tested first, and changes nothing that does not work', async () => {
    const before = await item();
    at.desk.console.fail('operator', { when: 'before', error: refusal });
    const changed = acme({ credentials: { userName: 'ada', password: 'new' } });
    await expect(at.consoles.change('acme', changed, false)).rejects.toBe(refusal);
    expect(await item()).toBe(before);
    expect(at.desk.stores.consoles.value).toEqual([ACME]);
  });

  it('puts the credentials back when the file cannot be written', async () => {
    const before = await item();
    at.desk.stores.consoles.failure = full;
    const changed = acme({ credentials: { userName: 'ada', password: 'new' } });
    await expect(at.consoles.change('acme', changed, false)).rejects.toBe(full);
    expect(await item()).toBe(before);
  });

  it('puts nothing back where there was nothing', async () => {
    await at.desk.keychain.remove('console/acme');
    at.desk.stores.consoles.failure = full;
    const changed = acme({ credentials: { userName: 'ada', password: 'new' } });
    await expect(at.consoles.change('acme', changed, true)).rejects.toBe(full);
    expect(await item()).toBe('absent');
  });

  it('signs in anew afterwards, and forgets the environments it knew', async () => {
    const place = { consoleId: 'acme', environmentId: 'env-staging' };
    await at.environments.place(place);
    const asked = at.desk.console.count('environments');
    await at.consoles.change('acme', acme({ credentials: { userName: 'ada', password: 'new' } }), true);
    await at.environments.place(place);
    expect(at.desk.connections.at(-1)).toMatchObject({ credentials: { password: 'new' } });
    expect(at.desk.console.count('environments')).toBe(asked + 1);
  });

  it('needs credentials for another way to sign in', async () => {
    await expect(at.consoles.change('acme', acme({ method: 'token' }), true)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('can be renamed while the keychain is locked, where the operator insists', async () => {
    at.desk.keychain.state = 'locked';
    await expect(at.consoles.change('acme', acme({ label: 'New' }), false)).rejects.toMatchObject({
      code: 'keychain-locked',
    });
    await at.consoles.change('acme', acme({ label: 'New' }), true);
    expect(at.desk.stores.consoles.value).toMatchObject([{ label: 'New' }]);
  });

  it('keeps no address or certificate that is refused, however much the operator insists', async () => {
    at.desk.refuses = new AppError('invalid-input', 'This is no certificate.', { field: 'caPem' });
    await expect(at.consoles.change('acme', acme({ caPem: 'nonsense' }), true)).rejects.toBe(at.desk.refuses);
    expect(at.desk.stores.consoles.value).toEqual([ACME]);
  });

  it('keeps, replaces or drops its certificate authorities', async () => {
    const ca = () => at.desk.stores.consoles.value[0]?.caPem;
    await at.consoles.change('acme', acme({ caPem: 'PEM' }), true);
    expect(ca()).toBe('PEM');
    const view = await at.consoles.change('acme', acme(), true);
    expect(ca()).toBe('PEM');
    expect(view).toMatchObject({ customCa: true });
    expect(view).not.toHaveProperty('caPem');
    await at.consoles.change('acme', acme({ caPem: null }), true);
    expect(ca()).toBeUndefined();
  });

  it('does not become the twin of another one', async () => {
    await at.consoles.add(draft(), true);
    const twin = draft({ label: ACME.label, baseUrl: ACME.baseUrl });
    const [, second] = at.desk.stores.consoles.value;
    await expect(at.consoles.change(second?.id ?? '', twin, true)).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('removing a console', () => {
  let at: Desk;

  beforeEach(async () => {
    at = await startedDesk();
  });

  it('forgets the record and its credentials', async () => {
    await at.consoles.remove('acme');
    expect(at.desk.stores.consoles.value).toEqual([]);
    expect(await at.desk.keychain.read('console/acme')).toEqual({ state: 'absent' });
    await expect(at.consoles.find('acme')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps both when the file cannot be written', async () => {
    at.desk.stores.consoles.failure = full;
    await expect(at.consoles.remove('acme')).rejects.toBe(full);
    expect(await at.desk.keychain.read('console/acme')).toMatchObject({ state: 'ok' });
  });

  it('keeps both when the keychain cannot be reached, and says so', async () => {
    at.desk.keychain.state = 'locked';
    await expect(at.consoles.remove('acme')).rejects.toMatchObject({
      code: 'keychain-locked',
      message: expect.stringMatching(/^The console was kept: /) as string,
    });
    expect(at.desk.stores.consoles.value).toEqual([ACME]);
    at.desk.keychain.state = 'ok';
    expect(await at.credentials.read('acme')).toMatchObject({ method: 'password' });
  });
});
