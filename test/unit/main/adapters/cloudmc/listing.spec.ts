import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { ConsoleAdapter } from '@main/adapters/adapter';
import { listOf, notThere, rawKey, scripted, type Script } from './scripted-console';

async function listed(adapter: ConsoleAdapter) {
  const keys = [];
  for await (const page of adapter.keys('org')) keys.push(...page.keys);
  return keys;
}

describe('listing', () => {
  it('asks for the keys of one organization, with the key in its header', async () => {
    const { adapter, sent, opened } = scripted(() => listOf([rawKey('a')]));
    await listed(adapter);
    expect(opened[0]?.baseUrl).toBe('https://console.example.com/api/v2');
    expect(sent.at(-1)).toMatchObject({
      method: 'GET',
      path: ['api_keys'],
      query: { org_id: 'org' },
      headers: { 'MC-Api-Key': 'mc-key' },
    });
  });

  it('takes what it knows and ignores the rest', async () => {
    const raw = rawKey('a', {
      name: 'Terraform',
      lastActivity: '2026-03-01T10:20:30.456Z',
      lastIp: '203.0.113.7',
      secret: 'never shown',
      user: { id: 'u' },
    });
    const { adapter } = scripted(() => listOf([raw, rawKey('b')]));
    expect(await listed(adapter)).toEqual([
      {
        id: 'a',
        name: 'Terraform',
        type: null,
        role: 'User',
        active: null,
        revision: 'Terraform',
        lastUsedAt: '2026-03-01T10:20:30.456Z',
        lastUsedIp: '203.0.113.7',
      },
      { id: 'b', name: 'b', type: null, role: 'User', active: null, revision: 'b', lastUsedAt: 'never' },
    ]);
  });

  it('takes a list without a count', async () => {
    const { adapter } = scripted(() => ({ body: { data: [] } }));
    expect(await listed(adapter)).toEqual([]);
  });

  it.each<[string, Script]>([
    ['no data', () => ({ body: {} })],
    ['an empty answer', () => ({ status: 204 })],
    ['data that is no list', () => ({ body: { data: rawKey('a') } })],
    ['a bare list', () => ({ body: [rawKey('a')] })],
    ['errors beside an empty list', () => ({ body: { data: [], errors: [{ code: 2012, message: 'no' }] } })],
    [
      'errors of the other spelling',
      () => ({ body: { data: [], errors: [{ errorCode: 'X', message: 'no' }] } }),
    ],
    ['fewer keys than it says', () => listOf([rawKey('a')], 2)],
    ['more keys than it says', () => listOf([rawKey('a'), rawKey('b')], 1)],
    ['a key that comes twice', () => listOf([rawKey('a'), rawKey('a')])],
    ['a key without a name', () => listOf([{ id: 'a' }])],
    ['an empty identifier', () => listOf([rawKey('')])],
    ['an endless name', () => listOf([rawKey('a', { name: 'x'.repeat(1_001) })])],
    ['a time that is none', () => listOf([rawKey('a', { lastActivity: 'yesterday' })])],
    ['a time that is a record', () => listOf([rawKey('a', { lastActivity: { at: 1 } })])],
    ['an impossible time', () => listOf([rawKey('a', { lastActivity: 9e15 })])],
    ['an address that is a record', () => listOf([rawKey('a', { lastIp: {} })])],
    ['an endless address', () => listOf([rawKey('a', { lastIp: '1'.repeat(65) })])],
    ['an address with a control character', () => listOf([rawKey('a', { lastIp: '\u0007' })])],
  ])('refuses %s as a whole, and takes it for no proof', async (_case, script) => {
    await expect(listed(scripted(script).adapter)).rejects.toMatchObject({ code: 'bad-answer' });
    await expect(scripted(script).adapter.key('org', 'z')).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('knows that a key is gone from a whole list only', async () => {
    await expect(scripted(() => listOf([rawKey('a')])).adapter.key('org', 'z')).resolves.toBeNull();
    await expect(scripted(notThere).adapter.key('org', 'z')).rejects.toMatchObject({ code: 'bad-answer' });
    const offline = scripted(() => new AppError('offline', 'no')).adapter;
    await expect(offline.key('org', 'z')).rejects.toMatchObject({ code: 'offline' });
  });
});

describe('signing in', () => {
  it.each(['', 'with blank', 'line\nbreak', 'schlüssel'])('never sends %j as a key', async (apiKey) => {
    const { adapter, sent } = scripted(() => listOf([]), { credentials: { apiKey } });
    await expect(adapter.operator()).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field: 'apiKey' },
    });
    expect(sent.filter(({ headers }) => headers !== undefined)).toEqual([]);
  });

  it('names the field when the console does not accept the key', async () => {
    const { adapter } = scripted(() => new AppError('unauthorized', 'no', { status: 401 }));
    await expect(listed(adapter)).rejects.toMatchObject({
      code: 'unauthorized',
      message: 'The console does not accept this API key.',
      facts: { field: 'apiKey' },
    });
  });
});
