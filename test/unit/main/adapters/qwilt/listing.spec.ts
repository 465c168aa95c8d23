import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { VendorKey } from '@main/adapters/adapter';
import { rawKey, scripted } from './scripted-console';

/** The keys that an answer to the list becomes. */
async function keysOf(body: unknown): Promise<VendorKey[]> {
  const keys: VendorKey[] = [];
  for await (const page of scripted(() => ({ body })).adapter.keys('acme')) keys.push(...page.keys);
  return keys;
}

const idsOf = async (body: unknown): Promise<string[]> => (await keysOf(body)).map(({ id }) => id);

describe('a list of keys', () => {
  it.each([
    ['bare', [rawKey('2'), rawKey('1')]],
    ['in an object', { apiKeys: [rawKey('2'), rawKey('1')] }],
    ['under any name', { version: 3, whatever: [rawKey('2'), rawKey('1')] }],
    ['beside other lists', { errors: [], warnings: [], keys: [rawKey('2'), rawKey('1')] }],
    ['that says it is whole', { data: [rawKey('2'), rawKey('1')], total: 2, hasMore: false, next: null }],
  ])('may come %s', async (_how, body) => {
    expect(await idsOf(body)).toEqual(['2', '1']);
  });

  it('may be empty, in either form', async () => {
    expect(await idsOf([])).toEqual([]);
    expect(await idsOf({ apiKeys: [] })).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'keys'],
    ['an object without a list', { apiKeys: null }],
    ['an empty object', {}],
    ['errors', { errors: [] }],
    ['a list of something else', [{ siteId: '1' }]],
    ['one key that does not fit', [rawKey('1'), { ...rawKey('2'), name: 7 }]],
    ['a key without identifier', [rawKey(undefined)]],
    ['a key whose identifier is empty', [rawKey('')]],
    ['a key with a negative identifier', [rawKey(-1)]],
    ['a date that is none', [rawKey('1', { expireAt: 'soon' })]],
    ['a name without end', [rawKey('1', { name: 'x'.repeat(2_001) })]],
    ['one key twice', [rawKey('1'), rawKey(1)]],
    ['a part of it', { items: [rawKey('1')], total: 2 }],
    ['a first page', { items: [rawKey('1')], nextPage: 'https://users.cqloud.com/…' }],
    ['a page with more to come', { items: [rawKey('1')], hasMore: true }],
  ])('is refused as a whole, never taken for empty: %s', async (_what, body) => {
    await expect(keysOf(body)).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('takes identifiers as texts or numbers, and ignores what it does not know', async () => {
    const [key] = await keysOf([rawKey(17, { apiToken: 'never', tags: [1], nested: { deep: true } })]);
    expect(key?.id).toBe('17');
    expect(JSON.stringify(key)).not.toContain('never');
    expect(JSON.stringify(key)).not.toContain('deep');
  });

  it('keeps hostile values as plain text', async () => {
    const name = '"><script>alert(1)</script>\u202e';
    const [key] = await keysOf([rawKey('../../x', { name, permission: '=cmd()', createdBy: name })]);
    expect(key).toMatchObject({ id: '../../x', name, role: '=cmd()', createdBy: name });
  });

  it('says what is missing as unknown', async () => {
    const [key] = await keysOf([{ keyId: '1', name: 'bare' }]);
    expect(key).toEqual({
      id: '1',
      name: 'bare',
      type: null,
      role: null,
      active: null,
      expiresAt: 'unknown',
    });
  });

  it.each([
    ['a flag', { revoked: true }],
    ['another flag', { isRevoked: true }],
    ['a status', { status: 'REVOKED' }],
    ['a state', { state: 'Revoked' }],
    ['a time', { revokedAt: '2024-06-01T00:00:00Z' }],
  ])('knows a revoked key by %s', async (_how, mark) => {
    const [key] = await keysOf([rawKey('1', mark)]);
    expect(Date.parse(key?.revokedAt ?? '')).toBeLessThanOrEqual(Date.now() + 1_000);
  });

  it.each([
    {},
    { revoked: false },
    { revoked: null, revokedAt: null },
    { status: 'ACTIVE' },
    { status: 'not revoked' },
  ])('does not take %j for revoked', async (mark) => {
    expect((await keysOf([rawKey('1', mark)]))[0]).not.toHaveProperty('revokedAt');
  });
});

describe('one key', () => {
  const one = (single: unknown, list: unknown) =>
    scripted(({ path }) => {
      const answer = path.length === 4 ? single : list;
      return answer instanceof AppError ? answer : { body: answer };
    });
  const gone = new AppError('not-found', 'gone', { status: 404 });

  it('is read by itself', async () => {
    const { adapter, sent } = one(rawKey('1'), []);
    expect((await adapter.key('acme', '1'))?.id).toBe('1');
    expect(sent.map(({ request }) => request.path.at(-1))).toEqual(['login', '1']);
  });

  it('is gone only when a whole list lacks it', async () => {
    expect(await one(gone, [rawKey('2')]).adapter.key('acme', '1')).toBeNull();
    expect((await one(gone, [rawKey('1')]).adapter.key('acme', '1'))?.id).toBe('1');
    expect((await one(rawKey('2'), [rawKey('1')]).adapter.key('acme', '1'))?.id).toBe('1');
  });

  it.each([
    ['no list', {}],
    ['a part of a list', { keys: [], hasMore: true }],
    ['no list at this address', gone],
    ['a failure', new AppError('server', 'no')],
  ])('is not gone where there is %s', async (_what, list) => {
    await expect(one(gone, list).adapter.key('acme', '1')).rejects.toBeInstanceOf(AppError);
  });

  it('is not gone where the console cannot be asked', async () => {
    const { adapter } = one(new AppError('offline', 'no'), []);
    await expect(adapter.key('acme', '1')).rejects.toMatchObject({ code: 'offline' });
  });
});
