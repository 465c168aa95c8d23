import { describe, expect, it } from 'vitest';
import { AppError, type AppErrorCode } from '@core/domain/app-error';
import { isDefiniteRefusal } from '@core/domain/definite-refusal';
import { systemClock } from '@main/electron/clock';
import { listOf, notThere, rawKey, scripted, type Script } from './scripted-console';

const INTENT = { clientRef: 'r', idempotencyKey: 'i' };
const SECRET = 'x9'.repeat(20);

/** Waits for nothing. */
const clock = { ...systemClock, after: (_ms: number, run: () => void) => systemClock.after(0, run) };

const created = (record: unknown): Script => {
  return ({ method }) => (method === 'POST' ? { body: { data: record } } : listOf([]));
};

describe('creating', () => {
  it('sends the name and nothing else, once', async () => {
    const { adapter, sent } = scripted(created(rawKey('k', { apiKey: SECRET })));
    const issued = await adapter.issue('org', { name: 'k' }, INTENT);
    expect(issued).toEqual({
      secret: SECRET,
      key: { id: 'k', name: 'k', type: null, role: 'User', active: null, revision: 'k', lastUsedAt: 'never' },
    });
    const [request, ...more] = sent.filter(({ method }) => method === 'POST');
    expect(more).toEqual([]);
    expect(request).toMatchObject({ path: ['api_keys'], query: { org_id: 'org' }, once: true });
    expect(request?.body).toEqual({ name: 'k' });
  });

  it.each([
    ['apiKey', { apiKey: SECRET }],
    ['key', { key: SECRET }],
    ['secretKey', { secretKey: SECRET, created: '2026-01-01T00:00:00Z' }],
    [
      'an unknown name',
      {
        gobbledygook: SECRET,
        created: '2026-01-01T00:00:00Z',
        userId: 'fdf60a19-980d-4380-acab-914485111305',
      },
    ],
    ['a likely name beside another text', { value: SECRET, checksum: 'y'.repeat(40) }],
  ])('finds the secret under %s', async (_case, more) => {
    const { adapter } = scripted(created(rawKey('k', more)));
    expect((await adapter.issue('org', { name: 'k' }, INTENT)).secret).toBe(SECRET);
  });

  it.each([
    ['two that differ', { key: SECRET, token: `${SECRET}2` }],
    ['two texts that may be it', { left: SECRET, right: `${SECRET}2` }],
    ['none', {}],
    ['one that cannot be sent', { apiKey: 'with blank' }],
    ['something else', { apiKey: 7 }],
    ['one that is endless', { apiKey: 'x'.repeat(1_001) }],
  ])('does not choose a secret from %s', async (_case, more) => {
    const { adapter } = scripted(created(rawKey('k', more)));
    await expect(adapter.issue('org', { name: 'k' }, INTENT)).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('loses no secret to fields that do not fit', async () => {
    const { adapter } = scripted(created({ id: 'k', lastActivity: 'rubbish', apiKey: SECRET }));
    const { key, secret } = await adapter.issue('org', { name: 'New' }, INTENT);
    expect(secret).toBe(SECRET);
    expect(key).toEqual({ id: 'k', name: 'New', type: null, role: 'User', active: null, revision: 'New' });
  });

  it.each<[string, Script]>([
    ['nothing', () => ({ status: 204 })],
    ['a list', created([rawKey('k', { apiKey: SECRET })])],
    ['no identifier', created({ name: 'k', apiKey: SECRET })],
    ['an error with status 200', () => ({ body: { errors: [{ errorCode: 'X', message: 'no' }] } })],
    ['a web page’s data', () => ({ body: {} })],
  ])('leaves open what became of it when it is answered with %s', async (_case, script) => {
    const error = await scripted(script)
      .adapter.issue('org', { name: 'k' }, INTENT)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'bad-answer' });
    expect(isDefiniteRefusal(error as AppError, 'issue')).toBe(false);
  });
});

describe('a task', () => {
  const started = { taskId: 't', taskStatus: 'PENDING' };
  const record = rawKey('k', { apiKey: SECRET });
  /** The answers to looking at the task, one after the other; the last one stays. */
  const taking = (...looks: readonly ReturnType<Script>[]): Script => {
    let look = -1;
    return ({ path }) => {
      if (path[0] !== 'tasks') return { body: started };
      look = Math.min(look + 1, looks.length - 1);
      return looks[look] ?? {};
    };
  };
  const pending = { body: started };

  it.each<[string, unknown]>([
    ['flat', { taskId: 't', taskStatus: 'SUCCESS', result: record }],
    ['in an envelope', { data: { id: 't', status: 'SUCCESS', created: 'x', result: record } }],
  ])('is waited for, %s', async (_case, done) => {
    const { adapter, sent } = scripted(taking(pending, pending, { body: done }), { clock });
    expect((await adapter.issue('org', { name: 'k' }, INTENT)).secret).toBe(SECRET);
    expect(sent.filter(({ path }) => path[0] === 'tasks').map(({ path }) => path)).toEqual([
      ['tasks', 't'],
      ['tasks', 't'],
      ['tasks', 't'],
    ]);
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('that is done at once is not asked for', async () => {
    const body = { taskId: 't', taskStatus: 'SUCCESS', data: record };
    const { adapter, sent } = scripted(() => ({ body }));
    expect((await adapter.issue('org', { name: 'k' }, INTENT)).secret).toBe(SECRET);
    expect(sent.some(({ path }) => path[0] === 'tasks')).toBe(false);
  });

  it.each<[string, ReturnType<Script>, AppErrorCode]>([
    ['fails', { body: { taskId: 't', taskStatus: 'FAILED' } }, 'server'],
    ['fails in another word', { body: { data: { status: 'FAILURE' } } }, 'server'],
    ['is in an unknown state', { body: { data: { status: 'WHO KNOWS' } } }, 'bad-answer'],
    ['is not there', notThere(), 'bad-answer'],
    ['must not be seen', new AppError('forbidden', 'no', { status: 403 }), 'bad-answer'],
    ['cannot be reached', new AppError('offline', 'no', { system: 'ECONNREFUSED' }), 'bad-answer'],
    ['has no result', { body: { taskId: 't', taskStatus: 'SUCCESS' } }, 'bad-answer'],
  ])('that %s is never taken for a refusal', async (_case, look, code) => {
    const { adapter } = scripted(taking(look), { clock });
    const error = await adapter.issue('org', { name: 'k' }, INTENT).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code });
    expect(isDefiniteRefusal(error as AppError, 'issue')).toBe(false);
  });

  it('is not waited for for ever', async () => {
    let minutes = 0;
    const hasty = { ...clock, monotonic: () => (minutes += 1) * 10_000 };
    const { adapter } = scripted(taking(pending), { clock: hasty });
    await expect(adapter.issue('org', { name: 'k' }, INTENT)).rejects.toMatchObject({ code: 'bad-answer' });
  });
});

describe('renaming and stopping', () => {
  const script =
    (write: ReturnType<Script>, ...keys: object[]): Script =>
    ({ method }) =>
      method === 'GET' ? listOf(keys) : write;
  const done = { status: 204 };

  it('addresses the key, encoded where it is sent', async () => {
    const { adapter, sent } = scripted(script(done, rawKey('a/b', { name: 'New' })));
    await adapter.edit('org', 'a/b', { name: 'New' });
    await adapter.stop('org', 'a/b');
    const writes = sent.filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method, path, once, body }) => [method, path, once, body])).toEqual([
      ['PUT', ['api_keys', 'a/b'], true, { name: 'New' }],
      ['DELETE', ['api_keys', 'a/b'], true, undefined],
    ]);
  });

  it('believes a new name only when it is listed', async () => {
    const { adapter } = scripted(script({ body: { data: rawKey('k', { name: 'New' }) } }, rawKey('k')));
    await expect(adapter.edit('org', 'k', { name: 'New' })).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('tells a key that is gone from an address that is wrong', async () => {
    const gone = scripted(script(notThere(), rawKey('other'))).adapter;
    await expect(gone.stop('org', 'k')).rejects.toMatchObject({ code: 'not-found' });
    await expect(gone.edit('org', 'k', { name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    const wrong = scripted(script(notThere(), rawKey('k'))).adapter;
    await expect(wrong.stop('org', 'k')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(scripted(notThere).adapter.stop('org', 'k')).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('sends a route that the operator made a GET only once', async () => {
    const routes = { 'keys.revoke': { method: 'GET', path: '/api_keys/{keyId}/revoke' } } as const;
    const { adapter, sent } = scripted(() => ({ body: { data: {} } }), {
      routes: { 'keys.list': { method: 'GET', path: '/api_keys' }, ...routes },
    });
    await adapter.stop('org', 'k');
    expect(sent.at(-1)).toMatchObject({ method: 'GET', path: ['api_keys', 'k', 'revoke'], once: true });
  });
});
