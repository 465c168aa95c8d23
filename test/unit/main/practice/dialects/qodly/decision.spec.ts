import { describe, expect, it } from 'vitest';
import { ASSUMPTIONS, type Assumptions } from '@main/practice/assumptions';
import { refusalOf, type Attempt, type Wanted } from '@main/practice/dialects/qodly/decision';
import type { EnvironmentRecord, RoleRecord } from '@main/practice/dialects/qodly/environment-store';
import type { KeyRecord } from '@main/practice/dialects/qodly/key-store';

const NOW = 1_000_000;

const ENVIRONMENT: EnvironmentRecord = {
  id: 'production',
  position: 1,
  name: 'Production',
  application: 'Orders',
  stage: 'production',
  generation: 3,
  maximumValidityDays: 365,
  production: true,
  status: 'running',
};

const ROLE: RoleRecord = {
  name: 'Sales',
  description: '',
  isDefault: false,
  reads: ['Orders', 'Products'],
  writes: ['Orders'],
};

const KEY: KeyRecord = {
  id: 'k',
  environmentId: 'production',
  name: 'Key',
  type: 'standard',
  role: 'Sales',
  createdAt: 0,
  createdBy: 'ada@example.com',
  expiresAt: NOW + 1,
  allowedHosts: [],
  lastUsedAt: null,
  lastUsedIp: null,
  secret: 's',
  clientRef: null,
  revision: 1,
  revokedAt: null,
};

const read = (dataclass: string): Wanted => ({ kind: 'read', dataclass, exposed: true });
const write = (dataclass: string): Wanted => ({ kind: 'write', dataclass, exposed: true });

function decided(changes: Partial<Attempt>, assumptions: Partial<Assumptions> = {}): unknown[] {
  const attempt: Attempt = {
    environment: ENVIRONMENT,
    apiKey: 's',
    key: KEY,
    role: ROLE,
    address: '127.0.0.1',
    now: NOW,
    wanted: { kind: 'look' },
    ...changes,
  };
  const refused = refusalOf(attempt, { ...ASSUMPTIONS, ...assumptions });
  return refused ? [refused.status, refused.error] : [200];
}

const NOT_VALID = [401, 'Api-key Not Valid'];
const FORBIDDEN = [403, '403 - Forbidden'];
const NO_USERS = [401, 'No permission to read for the Users dataclass'];

describe('what the data plane decides', () => {
  it.each<[string, Partial<Attempt>, unknown[]]>([
    ['a look', {}, [200]],
    ['a read the role has', { wanted: read('Orders') }, [200]],
    ['a write the role has', { wanted: write('Orders') }, [200]],
    ['no environment', { environment: null }, [404, 'Appid or env not found in Table.']],
    ['a stopped one', { environment: { ...ENVIRONMENT, status: 'stopped' } }, [502, '502 Bad Gateway']],
    ['no header', { apiKey: undefined }, [400, 'Some headers are missing, required headers [api-key]']],
    ['an empty header', { apiKey: '' }, [400, 'Some headers are missing, required headers [api-key]']],
    ['an unknown key', { key: null }, NOT_VALID],
    ['a key from elsewhere', { key: { ...KEY, environmentId: 'staging' } }, NOT_VALID],
    ['a deleted key', { key: { ...KEY, revokedAt: NOW } }, NOT_VALID],
    ['the last moment before expiry', { key: { ...KEY, expiresAt: NOW + 1 } }, [200]],
    ['the moment of expiry', { key: { ...KEY, expiresAt: NOW } }, [401, 'Api-key expired']],
    ['a key that never expires', { key: { ...KEY, expiresAt: null } }, [200]],
    ['a host in the list', { key: { ...KEY, allowedHosts: ['127.0.0.1'] } }, [200]],
    ['a host not in the list', { key: { ...KEY, allowedHosts: ['203.0.113.1'] } }, FORBIDDEN],
    [
      'a class that is not exposed',
      { wanted: { kind: 'read', dataclass: 'Nope', exposed: false } },
      [404, 'The "Nope" dataclass cannot be found'],
    ],
    ['a read the role lacks', { wanted: read('Users') }, NO_USERS],
    ['a write to what cannot be read', { wanted: write('Users') }, NO_USERS],
    ['a write the role lacks', { wanted: write('Products') }, FORBIDDEN],
    [
      'a role that is gone',
      { role: null, wanted: read('Orders') },
      [401, 'No permission to read for the Orders dataclass'],
    ],
    ['a look without a role', { role: null }, [200]],
    [
      'an Administration key',
      { key: { ...KEY, type: 'administration' }, role: null, wanted: write('Users') },
      [200],
    ],
    [
      'a role that may everything',
      { role: { ...ROLE, reads: ['*'], writes: ['*'] }, wanted: write('Users') },
      [200],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(decided(changes)).toEqual(expected);
  });

  it('lets the first reason decide', () => {
    const worst = {
      key: { ...KEY, expiresAt: NOW - 1, allowedHosts: ['203.0.113.1'], type: null },
      wanted: write('Users'),
    };
    expect(decided({ ...worst, environment: null, apiKey: undefined })[0]).toBe(404);
    expect(
      decided({ ...worst, environment: { ...ENVIRONMENT, status: 'stopped' }, apiKey: undefined })[0],
    ).toBe(502);
    expect(decided({ ...worst, apiKey: undefined })[0]).toBe(400);
    expect(decided({ ...worst, key: { ...worst.key, revokedAt: 1 } })).toEqual(NOT_VALID);
    expect(decided(worst)).toEqual([401, 'Api-key expired']);
    expect(decided({ ...worst, now: NOW - 2 })).toEqual(FORBIDDEN);
  });

  it('follows its assumptions', () => {
    const deleted = { key: { ...KEY, revokedAt: NOW - 10 } };
    expect(decided(deleted, { revocationDelayMs: 11 })).toEqual([200]);
    expect(decided(deleted, { revocationDelayMs: 10 })).toEqual(NOT_VALID);
    const first = { environment: { ...ENVIRONMENT, generation: 1 as const }, wanted: write('Orders') };
    expect(decided(first)).toEqual([200]);
    expect(decided(first, { firstGenerationReadOnly: true })).toEqual(FORBIDDEN);
  });
});
