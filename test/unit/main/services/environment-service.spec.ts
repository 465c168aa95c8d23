import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { STAGING, startedDesk } from '@test/support/key-desk';
import { aPlace } from '@test/support/vendor-records';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

describe('EnvironmentService', () => {
  let at: Desk;
  const first = async () => (await at.environments.list('acme'))[0];

  beforeEach(async () => {
    at = await startedDesk();
  });

  it.each([
    { name: 'prod', vendor: true, own: false, production: false, basis: 'operator' },
    { name: 'sandbox', vendor: null, own: true, production: true, basis: 'operator' },
    { name: 'prod', vendor: false, own: undefined, production: false, basis: 'vendor' },
    { name: 'sandbox', vendor: true, own: undefined, production: true, basis: 'vendor' },
    { name: 'eu-prod', vendor: null, own: undefined, production: true, basis: 'name' },
    { name: 'sandbox', vendor: null, own: undefined, production: false, basis: 'name' },
  ])('believes the operator, then the vendor, then the name: %j', async (given) => {
    at.desk.console.places = [aPlace({ name: given.name, production: given.vendor })];
    if (given.own !== undefined) await at.environments.adjust(STAGING, { production: given.own });
    expect(await first()).toMatchObject({ production: given.production, productionBasis: given.basis });
  });

  it('gives a decision back to the vendor', async () => {
    await at.environments.adjust(STAGING, { production: true });
    expect(await first()).toMatchObject({ production: true, productionBasis: 'operator' });
    await at.environments.adjust(STAGING, { production: null });
    expect(await first()).toMatchObject({ production: false, productionBasis: 'vendor' });
  });

  it('keeps one decision when another is made', async () => {
    await at.environments.adjust(STAGING, { production: true });
    await at.environments.adjust(STAGING, { tab: false });
    expect(await first()).toMatchObject({ production: true, tab: false });
    expect(at.desk.stores.consoles.value[0]?.environments).toEqual({
      'env-staging': { production: true, tab: false },
    });
  });

  it('gives the first twelve a tab, and whichever the operator wants', async () => {
    at.desk.console.places = Array.from({ length: 14 }, (_none, index) =>
      aPlace({ environmentId: `env-${index}` }),
    );
    await at.environments.adjust({ consoleId: 'acme', environmentId: 'env-13' }, { tab: true });
    await at.environments.adjust({ consoleId: 'acme', environmentId: 'env-0' }, { tab: false });
    const tabs = (await at.environments.list('acme'))
      .filter(({ tab }) => tab)
      .map((each) => each.environmentId);
    expect(tabs).toEqual([...Array.from({ length: 11 }, (_none, index) => `env-${index + 1}`), 'env-13']);
  });

  it('has an answer ready for the first list when it asked ahead, and asks anew for the next', async () => {
    await at.environments.askAhead();
    expect(at.desk.console.count('environments')).toBe(1);
    await first();
    expect(at.desk.console.count('environments')).toBe(1);
    await first();
    expect(at.desk.console.count('environments')).toBe(2);
  });

  it('keeps what failed ahead for the window to hear', async () => {
    await at.desk.keychain.remove('console/acme');
    await at.environments.askAhead();
    await expect(first()).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('asks a console again whenever it lists, and only once for places', async () => {
    await at.environments.place(STAGING);
    await at.environments.place(STAGING);
    expect(at.desk.console.count('environments')).toBe(1);
    at.desk.console.places = [aPlace({ name: 'renamed' })];
    expect(await first()).toMatchObject({ name: 'renamed' });
    expect((await at.environments.place(STAGING)).environment.name).toBe('renamed');
    expect(at.desk.console.count('environments')).toBe(2);
  });

  it('judges a place by the decision of this moment', async () => {
    await at.environments.place(STAGING);
    await at.environments.adjust(STAGING, { production: true });
    expect((await at.environments.place(STAGING)).environment.production).toBe(true);
  });

  it('says when a place is gone, on the console or in Keydesk', async () => {
    await expect(at.environments.place({ ...STAGING, environmentId: 'env-gone' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(at.environments.place({ ...STAGING, consoleId: 'gone' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('brings the traits of the generation along', async () => {
    at.desk.console.places = [aPlace({ variant: 'generation-1', canEdit: false, maxValidityDays: null })];
    const place = await at.environments.place(STAGING);
    expect(place.traits.editable).toEqual([]);
    expect(place.vendor.id).toBe('qodly');
  });

  it('asks the console for roles', async () => {
    expect(await at.environments.roles(STAGING)).toEqual([{ name: 'Admin' }, { name: 'Reader' }]);
  });
});

describe('the sessions of consoles', () => {
  it('are made once, shared, and made anew after they were dropped', async () => {
    const { desk, environments, adapters } = await startedDesk();
    await Promise.all([environments.place(STAGING), environments.place(STAGING)]);
    expect(desk.connections).toHaveLength(1);
    adapters.dropAll();
    await environments.place(STAGING);
    adapters.drop('acme');
    await environments.place(STAGING);
    expect(desk.connections).toHaveLength(3);
  });

  it('are tried again after they could not be made', async () => {
    const { desk, environments } = await startedDesk();
    desk.keychain.state = 'locked';
    await expect(environments.place(STAGING)).rejects.toMatchObject({ code: 'keychain-locked' });
    desk.keychain.state = 'ok';
    expect(await environments.place(STAGING)).toMatchObject({ environment: { name: 'staging' } });
  });

  it('that fail late do not take a newer one away', async () => {
    const { desk, environments, adapters } = await startedDesk();
    const read = desk.keychain.read.bind(desk.keychain);
    let refuse = (): void => undefined;
    desk.keychain.read = () =>
      new Promise((_resolve, reject) => (refuse = () => reject(new AppError('keychain-locked', 'Locked.'))));
    const failing = environments.place(STAGING).catch((error: AppError) => error.code);
    await desk.clock.pass(1);
    adapters.drop('acme');
    desk.keychain.read = read;
    await environments.place(STAGING);
    refuse();
    expect(await failing).toBe('keychain-locked');
    await environments.place(STAGING);
    expect(desk.connections).toHaveLength(1);
  });

  it('carry what the operator chose for the console', async () => {
    const { desk, environments } = await startedDesk();
    const [record] = desk.stores.consoles.value;
    if (record === undefined) throw new Error('No console.');
    desk.stores.consoles.value = [{ ...record, caPem: 'PEM', allowPrivate: true }];
    desk.stores.settings.value = { ...desk.stores.settings.value, proxyUrl: 'http://proxy.example:3128' };
    await environments.place(STAGING);
    expect(desk.connections).toMatchObject([
      { caPem: 'PEM', allowPrivate: true, allowLoopback: false, proxyUrl: 'http://proxy.example:3128' },
    ]);
  });
});
