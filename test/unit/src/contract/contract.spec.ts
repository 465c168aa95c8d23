import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { contract } from '@core/contract/contract';
import type { CallShape } from '@core/contract/shape';
import { callChannel, eventChannel } from '@core/contract/shape';
import { ApiKey } from '@core/domain/api-key';
import { aKey, anOperation } from '@test/support/builders';
import { BULK_EXAMPLES } from './bulk-examples';
import { INVENTORY_EXAMPLES } from './inventory-examples';
import { LEAK_EXAMPLES } from './leak-examples';
import { PLAN_EXAMPLES } from './plan-examples';

const calls = Object.entries(contract.calls).flatMap(([group, named]) =>
  Object.entries<CallShape>(named).map(([name, shape]): [string, CallShape] => [`${group}.${name}`, shape]),
);
const STAGING = { consoleId: 'acme', environmentId: 'env-staging' };
const KEY = { ...STAGING, keyId: 'key-1' };
const ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';

/** An input of each call that main accepts. */
const accepted: Readonly<Record<string, Record<string, unknown>>> = {
  'app.painted': { state: 'ready' },
  'app.openLink': { link: 'qodly-rest' },
  'settings.change': { theme: 'dark' },
  'consoles.test': { draft: draft() },
  'consoles.add': { draft: draft(), insist: false },
  'consoles.change': { consoleId: 'acme', draft: draft(), insist: true },
  'consoles.remove': { consoleId: 'acme' },
  'consoles.profile': { consoleId: 'acme' },
  'consoles.setRoutes': { consoleId: 'acme', routes: routes() },
  'consoles.tryRoutes': { consoleId: 'acme', routes: routes() },
  'environments.list': { consoleId: 'acme' },
  'environments.adjust': { environment: STAGING, production: null },
  'environments.copyEndpoint': { environment: STAGING },
  'environments.roles': { environment: STAGING },
  'keys.load': { environment: STAGING },
  'keys.cancelLoad': { environment: STAGING },
  'keys.page': { listing: 'x', page: 0 },
  'lastKnown.environments': { consoleId: 'acme' },
  'lastKnown.keys': { environment: STAGING },
  'lastKnown.page': { listing: 'x', page: 0 },
  'keys.issue': { operationId: ID, environment: STAGING, draft: { name: 'Accounting' } },
  'keys.edit': { operationId: ID, key: KEY, label: 'Accounting', changes: { name: 'Books' } },
  'keys.stop': { operationId: ID, key: KEY, typed: 'DELETE' },
  'keys.show': { key: KEY },
  'keys.copy': { key: KEY },
  'keys.verify': { key: KEY },
  'keys.copyUsage': { key: KEY, snippet: 'curl', way: 0, withSecret: false },
  'secrets.show': { handle: 'h' },
  'secrets.copy': { handle: 'h' },
  'secrets.download': { handle: 'h', format: 'env' },
  'secrets.verify': { handle: 'h' },
  'secrets.copyUsage': { handle: 'h', snippet: 'node', way: 1, withSecret: true },
  'secrets.release': { handle: 'h' },
  'deployments.read': { environment: STAGING },
  'deployments.start': { environment: STAGING, target: 'development' },
  'protections.list': { environment: STAGING },
  'protections.change': {
    operationId: ID,
    environment: STAGING,
    path: '/orders',
    revision: '1',
    change: { secreted: true },
  },
  'operations.recheck': { operationId: ID },
  'activity.page': { listing: 'x', page: 0 },
  'activity.export': { format: 'csv', lines: [1, 2] },
  'operations.dismiss': { operationId: ID },
  ...BULK_EXAMPLES,
  ...PLAN_EXAMPLES,
  ...LEAK_EXAMPLES,
  ...INVENTORY_EXAMPLES,
};

const OPTIONAL = [
  'inventories.open mapping',
  'settings.change theme',
  'environments.adjust production',
  'keys.stop typed',
];

function routes() {
  return { 'keys.list': { method: 'GET', path: '/api_keys' } };
}

function draft() {
  return {
    vendor: 'qodly',
    label: 'Acme',
    baseUrl: 'https://console.acme.example',
    method: 'token',
    credentials: { token: 't' },
    allowLoopback: false,
    allowPrivate: false,
  };
}

/** Every object in an input, wherever it is nested, as a way to put something into it. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? below : [value as Record<string, unknown>, ...below];
}

describe.each(calls)('the call %s', (name, { input, output }) => {
  const given = (): Record<string, unknown> => structuredClone(accepted[name] ?? {});

  it('has an input, an output and a channel of its own', () => {
    expect(input).toBeInstanceOf(z.ZodType);
    expect(output).toBeInstanceOf(z.ZodType);
    const [group = '', call = ''] = name.split('.');
    expect(callChannel(group, call)).toBe(`keydesk:call:${name}`);
  });

  it('accepts what it is made for', () => {
    expect(input.safeParse(given()).error).toBeUndefined();
  });

  it('refuses an unknown member anywhere in its input', () => {
    const places = objectsIn(given()).length;
    expect(places).toBeGreaterThan(0);
    for (let place = 0; place < places; place += 1) {
      const changed = given();
      const object = objectsIn(changed)[place] ?? {};
      // Credentials are a record of fields whose names the vendor chooses.
      if ('token' in object && name.startsWith('consoles.')) continue;
      // Routes are a record by what they are for.
      if ('keys.list' in object) continue;
      object['stowaway'] = true;
      expect(input.safeParse(changed).success, JSON.stringify(changed)).toBe(false);
    }
  });

  it('refuses what is no object', () => {
    for (const value of [undefined, null, 'text', 7, [], true])
      expect(input.safeParse(value).success).toBe(false);
  });

  it('refuses its input without any one required member', () => {
    for (const member of Object.keys(given())) {
      const rest = given();
      delete rest[member];
      expect(input.safeParse(rest).success, member).toBe(OPTIONAL.includes(`${name} ${member}`));
    }
  });
});

describe('the contract', () => {
  it('has an example for every call that takes something', () => {
    const takesNothing = calls.filter(([, { input }]) => input.safeParse({}).success).map(([name]) => name);
    const named = [...Object.keys(accepted), ...takesNothing.filter((name) => !(name in accepted))];
    expect(named.sort()).toEqual(calls.map(([name]) => name).sort());
  });

  it('bounds the texts, lists and ids it takes', () => {
    const refuses = (name: string, change: Record<string, unknown>): boolean => {
      const shape = calls.find(([each]) => each === name)?.[1];
      return shape?.input.safeParse({ ...accepted[name], ...change }).success === false;
    };
    expect(refuses('keys.page', { listing: 'x'.repeat(65) })).toBe(true);
    expect(refuses('keys.page', { page: -1 })).toBe(true);
    expect(refuses('keys.page', { page: 1.5 })).toBe(true);
    expect(refuses('keys.show', { key: { ...KEY, keyId: '' } })).toBe(true);
    expect(refuses('keys.show', { key: { ...KEY, keyId: 'x'.repeat(201) } })).toBe(true);
    expect(refuses('keys.show', { key: { ...KEY, consoleId: '../acme' } })).toBe(true);
    expect(refuses('keys.issue', { operationId: 'not-a-uuid' })).toBe(true);
    expect(refuses('keys.issue', { draft: { name: 'x'.repeat(20_001) } })).toBe(true);
    expect(refuses('keys.issue', { draft: { name: 'a', secret: 'typed' } })).toBe(true);
    expect(refuses('keys.verify', { secret: '' })).toBe(true);
    expect(refuses('keys.verify', { secret: 'x'.repeat(4_001) })).toBe(true);
    expect(refuses('keys.copyUsage', { snippet: 'exe' })).toBe(true);
    expect(refuses('keys.copyUsage', { way: -1 })).toBe(true);
    expect(refuses('consoles.setRoutes', { routes: { a: { method: 'TRACE', path: '/a' } } })).toBe(true);
    expect(refuses('consoles.setRoutes', { routes: { a: { method: 'GET', path: 'x'.repeat(301) } } })).toBe(
      true,
    );
    expect(refuses('deployments.start', { target: 'x'.repeat(101) })).toBe(true);
    expect(refuses('protections.change', { change: { acl: 'x'.repeat(10_001) } })).toBe(true);
    expect(refuses('environments.adjust', { endpoint: 'x'.repeat(501) })).toBe(true);
    expect(refuses('bulk.confirm', { targets: [] })).toBe(true);
    expect(refuses('bulk.confirm', { targets: Array(5_001).fill({ operationId: ID, key: KEY }) })).toBe(true);
    expect(refuses('leak.submit', { text: 'x'.repeat(200_001) })).toBe(true);
    expect(refuses('incidents.stop', { keys: [] })).toBe(true);
    expect(refuses('app.openLink', { link: 'https://evil.example' })).toBe(true);
  });

  it('never lets more out of main than it names', () => {
    const secret = 'must stay in main';
    const { output } = contract.calls.operations.recheck;
    const told = output.parse({
      ...anOperation(),
      clientRef: secret,
      idempotencyKey: secret,
      payloadHash: secret,
    });
    expect(JSON.stringify(told)).not.toContain(secret);
    const issued = contract.calls.keys.issue.output.parse({
      state: 'confirmed',
      key: { ...aKey(), secret },
      handle: 'h',
      adopted: false,
      secret,
    });
    expect(JSON.stringify(issued)).not.toContain(secret);
    expect(JSON.stringify(ApiKey.parse({ ...aKey(), secret }))).not.toContain(secret);
    const waiting = [{ handle: 'h', key: KEY, label: 'Accounting' }];
    expect(contract.calls.secrets.waiting.output.parse([{ ...waiting[0], secret }])).toEqual(waiting);
  });

  it('has a payload for every event', () => {
    for (const [event, payload] of Object.entries(contract.events)) {
      expect(payload).toBeInstanceOf(z.ZodType);
      expect(eventChannel(event)).toBe(`keydesk:event:${event}`);
    }
  });
});
