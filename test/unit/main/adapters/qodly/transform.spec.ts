import { describe, expect, it } from 'vitest';
import * as raw from '@main/adapters/qodly/schema';
import { toEnvironment, toKey, toOperator, toRoles, toWire } from '@main/adapters/qodly/transform';

const KEY = {
  id: 'key-1',
  name: 'Accounting',
  type: 'administration',
  role: 'Admin',
  createdAt: '2030-01-01T10:00:00+02:00',
  createdBy: 'ada@example.com',
  expiresAt: '2030-06-01T00:00:00Z',
  allowedHosts: ['203.0.113.7'],
  lastUsedAt: '2030-02-01T00:00:00.000Z',
  lastUsedIp: '203.0.113.7',
  hint: '4f2a',
  clientRef: 'ref-1',
  revision: '3',
};
const ENVIRONMENT = {
  id: 'env-1',
  name: 'Orders',
  application: 'Shop',
  stage: 'production',
  endpoint: 'https://orders.example.com',
  generation: 3,
  maximumValidityDays: 365,
  editable: true,
  production: true,
  status: 'running',
  keyCount: 4,
};

const key = (more: object = {}) => toKey(raw.RawKey.parse({ ...KEY, ...more }));
const environment = (more: object = {}) =>
  toEnvironment(raw.RawEnvironment.parse({ ...ENVIRONMENT, ...more }));

describe('a key', () => {
  it('comes over with all it has, in UTC', () => {
    expect(key()).toEqual({
      id: 'key-1',
      name: 'Accounting',
      type: 'administration',
      role: 'Admin',
      active: null,
      createdAt: '2030-01-01T08:00:00.000Z',
      createdBy: 'ada@example.com',
      expiresAt: '2030-06-01T00:00:00.000Z',
      allowedHosts: ['203.0.113.7'],
      lastUsedAt: '2030-02-01T00:00:00.000Z',
      lastUsedIp: '203.0.113.7',
      hint: '4f2a',
      clientRef: 'ref-1',
      revision: '3',
    });
  });

  it('of the first generation lacks what that generation lacks', () => {
    const { type, createdBy, lastUsedAt, lastUsedIp, ...first } = KEY;
    const told = toKey(raw.RawKey.parse({ ...first, clientRef: null, expiresAt: null, allowedHosts: [] }));
    expect(told).toMatchObject({ type: null, expiresAt: 'never', allowedHosts: 'any' });
    for (const fact of ['createdBy', 'lastUsedAt', 'lastUsedIp', 'clientRef'])
      expect(told).not.toHaveProperty(fact);
    expect([type, createdBy, lastUsedAt, lastUsedIp]).not.toContain(undefined);
  });

  it('that was never used says so', () => {
    expect(key({ lastUsedAt: null, lastUsedIp: null })).toMatchObject({ lastUsedAt: 'never' });
    expect(key({ lastUsedAt: null, lastUsedIp: null })).not.toHaveProperty('lastUsedIp');
  });

  it.each(['<script>alert(1)</script>', '=HYPERLINK("x")', '\u202eevil', 'a\r\nb', '\0', '💥'.repeat(500)])(
    'keeps the hostile name %j as the text it is',
    (name) => expect(key({ name }).name).toBe(name),
  );

  it('ignores fields it does not know', () => {
    expect(key({ secret: 's', shape: { new: true } })).toEqual(key());
  });

  it.each([
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }],
    ['a number for a name', { name: 7 }],
    ['no id', { id: '' }],
    ['another type', { type: 'root' }],
    ['a date in words', { createdAt: 'yesterday' }],
    ['no revision', { revision: undefined }],
    ['hosts that are no list', { allowedHosts: '203.0.113.7' }],
    ['a whole secret as its hint', { hint: '2b1f6c8e-1111-4222-8333-444455556666' }],
  ])('with %s is refused as a whole', (_case, wrong) => {
    expect(raw.RawKey.safeParse({ ...KEY, ...wrong }).success).toBe(false);
  });
});

describe('an environment', () => {
  it('comes over in our words', () => {
    expect(environment()).toEqual({
      environmentId: 'env-1',
      name: 'Orders',
      parent: 'Shop',
      endpoint: 'https://orders.example.com',
      variant: 'generation-3',
      maxValidityDays: 365,
      canEdit: true,
      production: true,
      state: 'running',
      keyCount: 4,
    });
  });

  it('may be of the first generation, stopped, and say nothing of production', () => {
    const more = {
      generation: 1,
      maximumValidityDays: null,
      editable: false,
      production: null,
      status: 'stopped',
    };
    expect(environment(more)).toMatchObject({
      variant: 'generation-1',
      maxValidityDays: null,
      canEdit: false,
      production: null,
      state: 'stopped',
    });
    expect(environment({ status: 'upgrading' }).state).toBe('unknown');
  });
});

describe('the rest', () => {
  it('reads the operator from the rights', () => {
    const operator = { id: 'o', name: 'Ada', email: 'ada@example.com' };
    const parsed = (rights: string[]) => toOperator(raw.RawOperator.parse({ ...operator, rights }));
    expect(parsed(['keys:read', 'keys:reveal', 'keys:write'])).toEqual({
      name: 'Ada',
      email: 'ada@example.com',
      canWrite: true,
      canReveal: true,
    });
    expect(parsed(['keys:read'])).toMatchObject({ canWrite: false, canReveal: false });
  });

  it('reads roles', () => {
    const items = [{ name: 'Admin', description: 'All.', default: true }, { name: 'Reader' }];
    expect(toRoles(raw.RawRoles.parse({ items }))).toEqual([
      { name: 'Admin', description: 'All.' },
      { name: 'Reader' },
    ]);
  });

  it('writes only what a draft or a change names', () => {
    expect(toWire({})).toEqual({});
    expect(toWire({ expiresAt: 'never' })).toEqual({ expiresAt: null });
    expect(toWire({ name: 'x', expiresAt: '2030-01-01T00:00:00.000Z', allowedHosts: [] })).toEqual({
      name: 'x',
      expiresAt: '2030-01-01T00:00:00.000Z',
      allowedHosts: [],
    });
  });
});
