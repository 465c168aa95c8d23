import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { VendorEnvironment } from '@main/adapters/adapter';
import { rawKey, scripted } from './scripted-console';

const INTENT = { clientRef: 'ref-1', idempotencyKey: 'idem-1' };
const ENVIRONMENT: VendorEnvironment = {
  environmentId: 'env',
  name: 'Orders',
  endpoint: 'https://e.example',
  variant: 'generation-3',
  maxValidityDays: 365,
  canEdit: true,
  production: null,
  state: 'running',
};

describe('changing', () => {
  it('creates with our mark and only what the draft names', async () => {
    const { adapter: console, sent } = scripted(() => ({
      status: 201,
      body: { ...rawKey('k'), secret: 's3cret' },
    }));
    const issued = await console.issue('a/b', { name: 'x', role: 'Admin', expiresAt: 'never' }, INTENT);
    expect(issued).toMatchObject({ secret: 's3cret', key: { id: 'k' } });
    expect(issued.key).not.toHaveProperty('secret');
    expect(sent[0]).toMatchObject({ method: 'POST', path: ['environments', 'a/b', 'keys'] });
    expect(sent[0]?.body).toEqual({
      name: 'x',
      role: 'Admin',
      expiresAt: null,
      allowedHosts: [],
      clientRef: 'ref-1',
    });
  });

  it.each([
    ['3', '"3"'],
    ['"3"', '"3"'],
    ['W/"3"', 'W/"3"'],
  ])('edits revision %s as %s', async (revision, ifMatch) => {
    const { adapter: console, sent } = scripted(() => ({ body: rawKey('k') }));
    await console.edit('env', 'k', { name: 'new' }, revision);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'PATCH',
      headers: { 'If-Match': ifMatch },
      body: { name: 'new' },
    });
  });

  it('reads the revision first where it was not given', async () => {
    const { adapter: console, sent } = scripted(() => ({ body: rawKey('k', { revision: '7' }) }));
    await console.edit('env', 'k', { name: 'new' });
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'PATCH']);
    expect(sent[1]?.headers).toMatchObject({ 'If-Match': '"7"' });
  });

  it('deletes, with the revision only where it is given', async () => {
    const { adapter: console, sent } = scripted(() => ({ status: 204 }));
    await console.stop('env', 'k');
    await console.stop('env', 'k', '2');
    expect(sent.map(({ headers }) => headers?.['If-Match'])).toEqual([undefined, '"2"']);
  });

  it('believes a deletion only in the form that was agreed', async () => {
    const { adapter: console } = scripted(() => ({ status: 200, body: {} }));
    await expect(console.stop('env', 'k')).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('asks for the one proof that a key is gone', async () => {
    const { adapter: console, sent } = scripted(() => ({ status: 204, body: rawKey('k') }));
    await console.stop('env', 'k');
    await console.key('env', 'k');
    expect(sent.map(({ goneProblem }) => goneProblem)).toEqual(['no-such-key', 'no-such-key']);
  });

  it('knows a key that is gone from a key that cannot be read', async () => {
    const gone = scripted(() => new AppError('not-found', 'gone')).adapter;
    await expect(gone.key('env', 'k')).resolves.toBeNull();
    const unclear = scripted(() => new AppError('server', 'no')).adapter;
    await expect(unclear.key('env', 'k')).rejects.toMatchObject({ code: 'server' });
  });
});

describe('probing', () => {
  it("opens the endpoint by the console's own ticks and sends it the secret and no token", async () => {
    const { adapter: console, sent, opened } = scripted(() => ({ status: 200, body: {} }));
    const report = await console.probe(ENVIRONMENT, 's3cret');
    expect(report).toMatchObject({ verdict: 'accepted', status: 200 });
    expect(Date.parse(report.at)).toBeGreaterThan(0);
    expect(opened[1]).toMatchObject({
      baseUrl: 'https://e.example',
      allowLoopback: false,
      allowPrivate: false,
    });
    expect(sent[0]?.headers).toEqual({ 'api-key': 's3cret', 'cache-control': 'no-cache' });
  });
});
