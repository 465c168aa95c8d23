import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContext, type PracticeContext } from '@main/practice/context';
import { QODLY } from '@main/practice/dialects/qodly/dialect';
import { EnvironmentStore } from '@main/practice/dialects/qodly/environment-store';
import { KeyStore, type KeyRecord } from '@main/practice/dialects/qodly/key-store';
import { OPERATOR_TABLE } from '@main/practice/operators';
import { REPLAY_TABLE } from '@main/practice/replays';
import { fillSampleData } from '@main/practice/dialects/qodly/sample-data';
import { SESSION_TABLE } from '@main/practice/sessions';
import { openStore, type Store } from '@main/practice/store';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2030-03-01T12:00:00Z');

describe('the sample data', () => {
  let store: Store;
  let context: PracticeContext;
  const made = (now: number): [Store, PracticeContext] => {
    const opened = openStore(':memory:', [OPERATOR_TABLE, SESSION_TABLE, REPLAY_TABLE, QODLY.tables]);
    return [opened, createContext({ dataFolder: ':memory:', clock: () => now }, opened)];
  };
  const keysOf = (environment: string, from = store): KeyRecord[] => new KeyStore(from).all(environment);

  beforeEach(() => {
    [store, context] = made(NOW);
    fillSampleData(context, undefined);
  });
  afterEach(() => store.close());

  it('has a key in every state in production', () => {
    const keys = keysOf('production');
    const left = (key: KeyRecord) => ((key.expiresAt ?? Infinity) - NOW) / DAY_MS;
    const having = (is: (key: KeyRecord) => boolean) => keys.filter(is).length;
    expect(keys).toHaveLength(28);
    expect(having((key) => left(key) > 30)).toBeGreaterThan(9);
    expect(having((key) => left(key) > 0 && left(key) <= 30)).toBeGreaterThan(4);
    expect(having((key) => left(key) <= 0)).toBeGreaterThan(2);
    expect(having((key) => key.type === 'administration')).toBeGreaterThan(1);
    expect(having((key) => key.allowedHosts.length === 0)).toBeGreaterThan(4);
    expect(having((key) => key.allowedHosts.includes('127.0.0.1'))).toBeGreaterThan(1);
    expect(having((key) => key.allowedHosts.some((host) => host.startsWith('203.0.113.')))).toBeGreaterThan(
      4,
    );
    expect(having((key) => key.lastUsedAt === null)).toBeGreaterThan(4);
    expect(having((key) => NOW - (key.lastUsedAt ?? 0) < 10 * 60_000)).toBeGreaterThan(1);
    expect(new Set(keys.map(({ name }) => name)).size).toBeLessThan(keys.length);
    expect(having(({ name }) => name.length > 150 && name.length <= 200)).toBe(1);
    expect(new Set(keys.map(({ role }) => role)).size).toBe(5);
  });

  it('keeps the rules that it would hold new keys to', () => {
    for (const id of ['production', 'staging', 'legacy']) {
      const roles = new EnvironmentStore(store).roles(id).map(({ name }) => name);
      for (const key of keysOf(id)) {
        expect(roles).toContain(key.role);
        expect(key.createdAt).toBeLessThanOrEqual(NOW);
        expect(key.lastUsedAt ?? key.createdAt).toBeGreaterThanOrEqual(key.createdAt);
        expect(key.lastUsedAt ?? 0).toBeLessThanOrEqual(Math.min(NOW, key.expiresAt ?? NOW));
        const validity = ((key.expiresAt ?? NOW) - key.createdAt) / DAY_MS;
        if (id !== 'legacy') expect(validity).toBeLessThanOrEqual(365 + 1e-6);
        if (id !== 'legacy') expect(key.expiresAt).not.toBeNull();
      }
    }
  });

  it('has 2,000 keys in staging and 14 of the first generation, some that never expire', () => {
    expect(keysOf('staging')).toHaveLength(2000);
    const legacy = keysOf('legacy');
    expect(legacy).toHaveLength(14);
    expect(legacy.filter(({ expiresAt }) => expiresAt === null).length).toBeGreaterThan(2);
    expect(legacy.every(({ type, createdBy, lastUsedAt }) => !type && !createdBy && !lastUsedAt)).toBe(true);
  });

  it('gives every key an identifier and a secret of its own', () => {
    fillSampleData(context, 3000);
    const keys = ['production', 'staging', 'legacy', 'bulk'].flatMap((id) => keysOf(id));
    expect(keys).toHaveLength(28 + 2000 + 14 + 3000);
    expect(new Set(keys.map(({ id }) => id)).size).toBe(keys.length);
    expect(new Set(keys.map(({ secret }) => secret)).size).toBe(keys.length);
  });

  it('is the same everywhere but for the time', () => {
    const [other, moved] = made(NOW + 5000);
    fillSampleData(moved, undefined);
    const later = (key: KeyRecord): KeyRecord => ({
      ...key,
      createdAt: key.createdAt + 5000,
      expiresAt: key.expiresAt === null ? null : key.expiresAt + 5000,
      lastUsedAt: key.lastUsedAt === null ? null : key.lastUsedAt + 5000,
    });
    for (const id of ['production', 'staging', 'legacy'])
      expect(keysOf(id, other)).toEqual(keysOf(id).map(later));
    other.close();
  });

  it('is put in once', () => {
    new KeyStore(store).revoke(keysOf('production')[0]?.id ?? '', NOW);
    fillSampleData(context, undefined);
    expect(keysOf('production')).toHaveLength(27);
  });
});
