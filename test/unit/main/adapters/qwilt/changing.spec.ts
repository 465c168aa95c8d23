import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { probeFinding, probeKey } from '@main/adapters/qwilt/probe';
import { fakeHttp } from '@test/support/fake-http';
import { CONNECTION, rawKey, scripted } from './scripted-console';

const INTENT = { clientRef: 'ref-1', idempotencyKey: 'idem-1' };
const DRAFT = { name: 'New', role: 'Viewer', validDays: 90 };

describe('creating', () => {
  it('sends what is documented and nothing else', async () => {
    const { adapter, sent } = scripted(() => ({
      status: 201,
      body: { ...rawKey('7'), apiToken: 's3.cr.et' },
    }));
    const issued = await adapter.issue('acme', { ...DRAFT, description: 'Why' }, INTENT);
    expect(sent[1]).toMatchObject({
      origin: 'https://users.cqloud.com',
      request: { method: 'POST', path: ['api', '1', 'api-keys'] },
    });
    expect(sent[1]?.request.body).toEqual({
      name: 'New',
      permission: 'MediaViewer',
      ttl: 90,
      description: 'Why',
    });
    expect(issued).toMatchObject({ secret: 's3.cr.et', key: { id: '7', role: 'Editor' } });
    expect(JSON.stringify(issued.key)).not.toContain('s3.cr.et');
  });

  it('leaves an empty description out', async () => {
    const { adapter, sent } = scripted(() => ({ status: 200, body: { ...rawKey('7'), apiToken: 'x' } }));
    await adapter.issue('acme', { ...DRAFT, description: '' }, INTENT);
    expect(sent[1]?.request.body).not.toHaveProperty('description');
  });

  it.each([
    ['without the key itself', rawKey('7')],
    ['with an empty one', { ...rawKey('7'), apiToken: '' }],
    ['with one that cannot be sent', { ...rawKey('7'), apiToken: 'two\nlines' }],
    ['without an identifier', { ...rawKey(null), apiToken: 'x' }],
    ['with nothing', undefined],
  ])('is unclear where the answer comes %s', async (_what, body) => {
    const { adapter } = scripted(() => ({ status: 201, body }));
    await expect(adapter.issue('acme', DRAFT, INTENT)).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it.each([
    [{ role: 'Owner' }, 'role'],
    [{ role: 'toString' }, 'role'],
    [{ validDays: undefined }, 'validDays'],
  ])('sends nothing for %j', async (wrong, field) => {
    const { adapter, sent } = scripted(() => ({}));
    await expect(adapter.issue('acme', { ...DRAFT, ...wrong }, INTENT)).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field },
    });
    expect(sent).toEqual([]);
  });

  it('says whose permissions are missing', async () => {
    const forbidden = new AppError('forbidden', 'no', { status: 403 });
    await expect(scripted(() => forbidden).adapter.issue('acme', DRAFT, INTENT)).rejects.toThrow(
      /permissions of this user/,
    );
  });

  it('never shows a key again, and edits none', async () => {
    const { adapter, sent } = scripted(() => ({}));
    await expect(adapter.reveal('acme', '1')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(adapter.edit('acme', '1', { name: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(sent).toEqual([]);
  });
});

describe('revoking', () => {
  it('is sent once, to the key’s own address', async () => {
    const { adapter, sent } = scripted(() => ({ status: 204 }));
    await adapter.stop('acme', '../1');
    expect(sent[1]?.request).toMatchObject({
      method: 'DELETE',
      path: ['api', '1', 'api-keys', '../1'],
      once: true,
    });
    expect(sent).toHaveLength(2);
  });

  it('is not sent for an organization that is not signed in to', async () => {
    const { adapter, sent } = scripted(() => ({ status: 204 }));
    await expect(adapter.stop('other', '1')).rejects.toMatchObject({ code: 'bad-answer' });
    expect(sent.map(({ request }) => request.path)).toEqual([['login']]);
  });

  it('keeps an unclear answer unclear', async () => {
    const { adapter } = scripted(() => new AppError('timeout', 'no'));
    await expect(adapter.stop('acme', '1')).rejects.toMatchObject({ code: 'timeout' });
  });

  it.each([404, 405])('blames the route for a %i while the key is listed', async (status) => {
    const code = status === 404 ? 'not-found' : 'forbidden';
    const { adapter } = scripted(({ method }) =>
      method === 'DELETE' ? new AppError(code, 'no', { status }) : { body: [rawKey('1')] },
    );
    await expect(adapter.stop('acme', '1')).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('routes') as string,
    });
  });

  it('says that a key is gone where it is no longer listed', async () => {
    const gone = new AppError('not-found', 'gone', { status: 404 });
    const { adapter } = scripted(({ path }) => (path.length === 4 ? gone : { body: [rawKey('2')] }));
    await expect(adapter.stop('acme', '1')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a probe', () => {
  it.each([
    [200, [], 'accepted', 'ok'],
    [200, [{ siteId: '1' }], 'accepted', 'ok'],
    [401, undefined, 'refused', 'not-valid'],
    [401, { message: 'no' }, 'refused', 'not-valid'],
    [403, undefined, 'accepted', 'role-too-weak'],
    [200, {}, 'inconclusive', 'strange-answer'],
    [200, undefined, 'inconclusive', 'strange-answer'],
    [302, undefined, 'inconclusive', 'strange-answer'],
    [404, undefined, 'inconclusive', 'strange-answer'],
    [407, undefined, 'inconclusive', 'strange-answer'],
    [500, undefined, 'inconclusive', 'strange-answer'],
  ])('reads %d %j as %s: %s', (status, body, verdict, reason) => {
    expect(probeFinding(status, body)).toEqual({ verdict, reason });
  });

  it('uses the key once', async () => {
    const { open, sent } = fakeHttp(() => ({ body: [] }));
    expect(await probeKey(open(CONNECTION), 's3cret')).toEqual({
      verdict: 'accepted',
      reason: 'ok',
      status: 200,
    });
    expect(sent).toEqual([
      {
        method: 'GET',
        path: ['api', 'v2', 'sites'],
        headers: { 'X-API-KEY': 's3cret', 'cache-control': 'no-cache' },
        list: true,
        once: true,
        anyStatus: true,
      },
    ]);
  });

  it.each([
    ['offline', 'unreachable'],
    ['timeout', 'unreachable'],
    ['tls', 'unreachable'],
    ['bad-answer', 'strange-answer'],
  ] as const)('that ends %s is inconclusive', async (code, reason) => {
    const { open } = fakeHttp(() => new AppError(code, 'no'));
    expect(await probeKey(open(CONNECTION), 'x')).toEqual({ verdict: 'inconclusive', reason, status: null });
  });

  it('that must not be sent is an error, not a finding', async () => {
    const { open } = fakeHttp(() => new AppError('invalid-input', 'no'));
    await expect(probeKey(open(CONNECTION), 'x')).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
