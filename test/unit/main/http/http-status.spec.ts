import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { statusError } from '@main/http/http-status';

const SECRET = 'tok-3e1f0a55c9';
const ECHO = { detail: SECRET, errors: [{ field: 'name', message: SECRET }] };

const answered = (status: number, headers: Record<string, string>, body: unknown, goneProblem?: string) =>
  statusError({
    goneProblem,
    status,
    headers: { 'x-request-id': SECRET, ...headers },
    body,
    url: new URL('https://console.example.com/api/keys'),
    fields: ['name', 'expiresAt'],
    now: Date.parse('2030-01-01T00:00:00Z'),
  });

const refusal = (status: number, headers: Record<string, string> = {}, body: unknown = ECHO) =>
  answered(status, headers, body);

describe('statusError', () => {
  it.each([
    [400, 'invalid-input'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'forbidden'],
    [408, 'timeout'],
    [409, 'conflict'],
    [410, 'not-found'],
    [412, 'conflict'],
    [413, 'invalid-input'],
    [422, 'invalid-input'],
    [428, 'conflict'],
    [429, 'rate-limited'],
    [500, 'server'],
    [502, 'server'],
    [599, 'server'],
  ])('names %d %s and keeps nothing of the answer', (status, code) => {
    const error = refusal(status);
    expect(error).toMatchObject({ code, facts: { status } });
    expect(JSON.stringify(error) + inspect(error, { depth: 9, showHidden: true })).not.toContain(SECRET);
    expect(error.cause).toBeUndefined();
  });

  it('names the field of ours that was refused, and no other text', () => {
    expect(refusal(422).facts.field).toBe('name');
    expect(refusal(400, {}, { errors: [{ field: 'expiresAt' }] }).facts.field).toBe('expiresAt');
    expect(refusal(422, {}, { errors: [{ field: SECRET }] }).facts.field).toBeUndefined();
    expect(refusal(422, {}, { errors: [{ field: 'expiresAt.0' }] }).facts.field).toBe('expiresAt');
    expect(refusal(422, {}, 'text').facts.field).toBeUndefined();
  });

  it('does not take a page in between for proof that something is gone', () => {
    expect(answered(404, {}, undefined)).toMatchObject({ code: 'bad-answer' });
    expect(answered(410, {}, undefined)).toMatchObject({ code: 'bad-answer' });
    for (const type of ['https://p.example/not-found', 'no-such-key-at-all', 7, undefined])
      expect(answered(404, {}, { type }, 'no-such-key')).toMatchObject({ code: 'bad-answer' });
  });

  it('takes the agreed problem for that proof', () => {
    const body = { type: 'https://practice.keydesk.example/problems/no-such-key' };
    expect(answered(404, {}, body, 'no-such-key')).toMatchObject({
      code: 'not-found',
      facts: { status: 404 },
    });
  });

  it.each([301, 302, 303, 307, 308])('says where %d points, without the path', (status) => {
    const error = refusal(status, { location: `https://elsewhere.example:444/in?token=${SECRET}` });
    expect(error).toMatchObject({ code: 'redirected', facts: { place: 'https://elsewhere.example:444' } });
    expect(error.message).toContain('moved to https://elsewhere.example:444');
    expect(inspect(error)).not.toContain(SECRET);
  });

  it('tells a redirect within the console from a move, and nowhere from somewhere', () => {
    expect(refusal(302, { location: '/login' }).message).toContain('another page');
    expect(refusal(302)).toMatchObject({ code: 'bad-answer' });
    expect(refusal(302, { location: 'javascript:alert(1)' })).toMatchObject({ code: 'bad-answer' });
    expect(refusal(302, { location: 'http://[' })).toMatchObject({ code: 'bad-answer' });
  });

  it.each([
    ['17', 17_000],
    ['Tue, 01 Jan 2030 00:00:30 GMT', 30_000],
    ['864000', 864_000_000],
    ['-5', 0],
  ])('passes on the pause asked for by %s', (value, retryAfterMs) => {
    expect(refusal(429, { 'retry-after': value }).facts.retryAfterMs).toBe(retryAfterMs);
    expect(refusal(503, { 'retry-after': value }).facts.retryAfterMs).toBe(retryAfterMs);
  });

  it('has no pause where none was asked for', () => {
    expect(refusal(429).facts.retryAfterMs).toBeUndefined();
    expect(refusal(429, { 'retry-after': 'soon' }).facts.retryAfterMs).toBeUndefined();
  });
});
