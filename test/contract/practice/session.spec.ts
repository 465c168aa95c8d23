import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { kindOf, type WireProblem } from './desk';

interface Session {
  token: string;
  expiresAt: string;
  operator: { id: string; name: string; email: string; rights: string[] };
}

describe('signing in to the practice console', () => {
  const start = Date.parse('2030-05-01T08:00:00Z');
  let now = start;
  let practice: PracticeForTest;
  const signIn = <Body = Session>(userName: string, password: string) =>
    send<Body>('POST', `${practice.api}/session`, { body: { userName, password } });
  const operator = (token?: string) =>
    send<WireProblem>('GET', `${practice.api}/operator`, token === undefined ? {} : { token });

  beforeAll(async () => {
    practice = await startPracticeForTest({ clock: () => now, operatorToken: 'given-by-the-application' });
  });
  afterAll(() => practice.stop());

  it('gives a token for an hour', async () => {
    now = start;
    const { status, headers, body } = await signIn('admin', practice.admin.password);
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.expiresAt).toBe('2030-05-01T09:00:00.000Z');
    expect(body.operator.rights).toEqual(['keys:read', 'keys:reveal', 'keys:write']);
    expect((await operator(body.token)).status).toBe(200);
  });

  it('tells an expired session from a missing one', async () => {
    now = start;
    const { body } = await signIn('admin', practice.admin.password);
    now += 3_600_000;
    const expired = await operator(body.token);
    expect([expired.status, kindOf(expired)]).toEqual([401, 'session-expired']);
    const missing = await operator();
    expect([missing.status, kindOf(missing)]).toEqual([401, 'not-signed-in']);
    expect(missing.headers.get('www-authenticate')).toBe('Bearer');
    const unknown = await operator('kds_made-up');
    expect([unknown.status, kindOf(unknown)]).toEqual([401, 'not-signed-in']);
  });

  it('takes personal tokens and the token of the application directly', async () => {
    expect((await operator(practice.viewer.token)).body).toMatchObject({ rights: ['keys:read'] });
    expect((await operator('given-by-the-application')).body).toMatchObject({ name: 'Ada Lindgren' });
  });

  it('refuses a wrong password, then pauses after five in a row', async () => {
    now = start;
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const wrong = await signIn<WireProblem>('viewer', `wrong ${attempt}`);
      expect([wrong.status, kindOf(wrong)]).toEqual([401, 'wrong-credentials']);
    }
    const paused = await signIn<WireProblem>('viewer', practice.viewer.password);
    expect([paused.status, kindOf(paused)]).toEqual([429, 'too-many-attempts']);
    expect(paused.headers.get('retry-after')).toBe('30');
    expect((await signIn('admin', practice.admin.password)).status).toBe(201);
    now += 30_000;
    expect((await signIn('viewer', practice.viewer.password)).status).toBe(201);
  });

  it('counts only failures in a row', async () => {
    now = start;
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) await signIn('admin', 'wrong');
      expect((await signIn('admin', practice.admin.password)).status).toBe(201);
    }
  });

  it('answers an unknown name like a wrong password', async () => {
    const unknown = await signIn<WireProblem>('nobody', 'x');
    expect([unknown.status, kindOf(unknown)]).toEqual([401, 'wrong-credentials']);
  });

  it('takes exactly the two fields', async () => {
    const { status, body } = await send<WireProblem>('POST', `${practice.api}/session`, {
      body: { userName: 'admin', remember: true },
    });
    expect(status).toBe(422);
    expect(body.errors?.map(({ field }) => field)).toEqual(['password', 'remember']);
  });
});
