import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { HttpRequest } from '@main/http/http';
import { CONNECTION, OPERATOR, rawKey, scripted } from './scripted-console';

const PASSWORD = { ...CONNECTION, method: 'password', credentials: { userName: 'ada', password: 'pw' } };

const bearer = ({ headers }: HttpRequest): string | undefined => headers?.['Authorization'];

describe('signing in', () => {
  it('uses a personal token as it is', async () => {
    const { adapter: console, sent, opened } = scripted(() => ({ body: OPERATOR }));
    await console.operator();
    expect(opened[0]?.baseUrl).toBe('https://console.example.com/qodly/api/v1');
    expect(sent).toHaveLength(1);
    expect(bearer(sent[0] as HttpRequest)).toBe('Bearer kdp_personal');
  });

  it.each(['', 'a b', 'tok\n', 'schlüssel'])('refuses the token %j before sending it', async (token) => {
    const { adapter: console, sent } = scripted(() => ({ body: OPERATOR }), {
      ...CONNECTION,
      credentials: { token },
    });
    await expect(console.operator()).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field: 'token' },
    });
    expect(sent).toHaveLength(0);
  });

  it('signs in with a password once for many calls', async () => {
    const { adapter: console, sent } = scripted(
      ({ path }) => ({ body: path[0] === 'session' ? { token: 'ses-1' } : OPERATOR }),
      PASSWORD,
    );
    await Promise.all([console.operator(), console.operator(), console.operator()]);
    expect(sent.filter(({ path }) => path[0] === 'session').map(({ body }) => body)).toEqual([
      PASSWORD.credentials,
    ]);
    expect(sent.filter((request) => bearer(request) === 'Bearer ses-1')).toHaveLength(3);
  });

  it('signs in again once where the session has run out, together for all who find out', async () => {
    let sessions = 0;
    const { adapter: console, sent } = scripted((request) => {
      if (request.path[0] === 'session') return { body: { token: `ses-${(sessions += 1)}` } };
      return bearer(request) === 'Bearer ses-1'
        ? new AppError('unauthorized', 'expired')
        : { body: OPERATOR };
    }, PASSWORD);
    await Promise.all([console.operator(), console.operator()]);
    expect(sessions).toBe(2);
    expect(sent).toHaveLength(6);
  });

  it('repeats a create after signing in again with the same idempotency key', async () => {
    let sessions = 0;
    const { adapter: console, sent } = scripted((request) => {
      if (request.path[0] === 'session') return { body: { token: `ses-${(sessions += 1)}` } };
      if (bearer(request) === 'Bearer ses-1') return new AppError('unauthorized', 'expired');
      return { status: 201, body: { ...rawKey('key-1'), secret: 's3cret' } };
    }, PASSWORD);
    await console.issue('env', { name: 'x' }, { clientRef: 'ref-1', idempotencyKey: 'idem-1' });
    const creates = sent.filter(({ path }) => path.at(-1) === 'keys');
    expect(creates.map(({ headers }) => headers?.['Idempotency-Key'])).toEqual(['idem-1', 'idem-1']);
    expect(creates[0]?.body).toEqual(creates[1]?.body);
  });

  it('does not go on signing in', async () => {
    const { adapter: console, sent } = scripted(({ path }) => {
      return path[0] === 'session' ? { body: { token: 'ses' } } : new AppError('unauthorized', 'no');
    }, PASSWORD);
    await expect(console.operator()).rejects.toMatchObject({ code: 'unauthorized' });
    expect(sent).toHaveLength(4);
  });

  it('says which credential is wrong, and tries afresh next time', async () => {
    let asked = 0;
    const wrong = scripted(() => ((asked += 1), new AppError('unauthorized', 'no')), PASSWORD).adapter;
    await expect(wrong.operator()).rejects.toMatchObject({
      code: 'unauthorized',
      facts: { field: 'password' },
    });
    await expect(wrong.operator()).rejects.toMatchObject({
      code: 'unauthorized',
      facts: { field: 'password' },
    });
    expect(asked).toBe(2);
    const refused = scripted(() => new AppError('unauthorized', 'no')).adapter;
    await expect(refused.operator()).rejects.toMatchObject({
      code: 'unauthorized',
      facts: { field: 'token' },
    });
  });
});
