import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { Route } from '@core/domain/route-profile';
import { startedDesk } from '@test/support/key-desk';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

const list: Route = { method: 'GET', path: '/api_keys' };
const revoke: Route = { method: 'DELETE', path: '/api_keys/{keyId}' };

describe('the routes of a console', () => {
  let at: Desk;
  const set = (routes: Record<string, Route>) => at.profiles.set('acme', routes);
  const outcomes = async (routes: Record<string, Route>) =>
    Object.fromEntries(
      (await at.profiles.try('acme', routes)).map(({ id, outcome, message }) => [
        id,
        `${outcome}: ${message}`,
      ]),
    );

  beforeEach(async () => {
    at = await startedDesk('cloudmc');
    at.desk.console.add();
  });

  it('are what the adapter says of them, and nothing where all are documented', async () => {
    at.desk.console.routes = { routes: [], discovered: [], problem: 'No description.' };
    expect(await at.profiles.read('acme')).toEqual(at.desk.console.routes);
    at = await startedDesk('qodly');
    expect(await at.profiles.read('acme')).toEqual({ routes: [], discovered: [], problem: null });
    expect(at.desk.console.count('profile')).toBe(0);
  });

  it('are kept with the console, and used from then on', async () => {
    await at.environments.list('acme');
    expect(await set({ 'keys.list': list })).toMatchObject({ id: 'acme', routes: { 'keys.list': list } });
    expect(at.desk.stores.consoles.value).toMatchObject([{ routes: { 'keys.list': list } }]);
    await at.environments.list('acme');
    expect(at.desk.connections.at(-1)?.routes).toEqual({ 'keys.list': list });
    await set({});
    expect(at.desk.stores.consoles.value[0]?.routes).toEqual({});
  });

  it('outlive a change of the console, and go to no other vendor', async () => {
    await set({ 'keys.list': list });
    const draft = {
      vendor: 'cloudmc',
      label: 'Renamed',
      baseUrl: 'https://console.acme.example',
      method: 'password',
      allowLoopback: false,
      allowPrivate: false,
    } as const;
    expect(await at.consoles.change('acme', draft, true)).toMatchObject({ routes: { 'keys.list': list } });
    await expect(at.consoles.change('acme', { ...draft, vendor: 'qwilt' }, true)).rejects.toMatchObject({
      facts: { field: 'vendor' },
    });
  });

  it.each<[string, string, Route]>([
    ['that is unknown', 'keys.explode', list],
    ['without a slash', 'keys.list', { ...list, path: 'api_keys' }],
    ['that goes up', 'keys.list', { ...list, path: '/../admin' }],
    ['that goes up, encoded', 'keys.list', { ...list, path: '/%2e%2e/admin' }],
    ['to another host', 'keys.list', { ...list, path: '//evil.example' }],
    ['with a query', 'keys.list', { ...list, path: '/api_keys?all=1' }],
    ['with a backslash', 'keys.list', { ...list, path: '/api\\keys' }],
    ['that does not say which key', 'keys.revoke', { ...revoke, path: '/api_keys' }],
    ['with a name that means nothing', 'keys.list', { ...list, path: '/{org}/api_keys' }],
    ['with part of a segment as a name', 'keys.revoke', { ...revoke, path: '/key-{keyId}' }],
    ['that reads by changing', 'keys.list', { ...list, method: 'DELETE' }],
    ['that changes by reading', 'keys.revoke', { ...revoke, method: 'GET' }],
  ])('are neither kept nor tried with one %s', async (_what, id, route) => {
    const refused = { code: 'invalid-input', facts: { field: id } };
    await expect(set({ 'keys.list': list, [id]: route })).rejects.toMatchObject(refused);
    await expect(at.profiles.try('acme', { [id]: route })).rejects.toMatchObject(refused);
    expect(at.desk.stores.consoles.value[0]).not.toHaveProperty('routes');
    expect(at.desk.connections).toEqual([]);
  });

  it('are tried by reading alone, with a connection of their own', async () => {
    await at.environments.list('acme');
    expect(await outcomes({ 'keys.list': list, 'keys.revoke': revoke })).toEqual({
      'keys.list': 'works: It works: 1 key.',
      'keys.create': 'not-tried: It would change something, so it is not tried.',
      'keys.rename': 'not-tried: It would change something, so it is not tried.',
      'keys.revoke': 'not-tried: It would change something, so it is not tried.',
    });
    expect(at.desk.connections.map(({ routes }) => routes)).toEqual([
      {},
      { 'keys.list': list, 'keys.revoke': revoke },
    ]);
    for (const call of ['issue', 'edit', 'stop', 'reveal'] as const)
      expect(at.desk.console.count(call)).toBe(0);
    await at.environments.list('acme');
    expect(at.desk.connections).toHaveLength(2);
  });

  it('that do not work say why', async () => {
    at.desk.console.block(
      'keys',
      new AppError('not-found', 'There is nothing at this address.', { status: 404 }),
    );
    const [trial] = await at.profiles.try('acme', { 'keys.list': list });
    expect(trial).toEqual({
      id: 'keys.list',
      outcome: 'fails',
      status: 404,
      message: 'There is nothing at this address.',
    });
  });

  it('cannot be tried where there is nothing to read', async () => {
    at.desk.console.places = [];
    await expect(at.profiles.try('acme', {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that read one key work only where the console finds the key that it lists', async () => {
    at = await startedDesk('qwilt');
    expect((await outcomes({}))['keys.get']).toBe('not-tried: There is no key to try it with.');
    at.desk.console.add();
    expect((await outcomes({}))['keys.get']).toBe('works: It works: 1 key.');
    at.desk.console.gate = (call) => {
      if (call === 'key') at.desk.console.places = [];
      return null;
    };
    expect((await outcomes({}))['keys.get']).toBe('fails: The console does not find a key that it lists.');
  });
});
