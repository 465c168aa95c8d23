import { describe, expect, it } from 'vitest';
import { probeFinding } from '@main/adapters/cloudmc/probe';
import { SHIRE } from './scripted-console';

const errors = { errors: [{ code: 1, message: 'Invalid credentials.' }] };

describe('what an answer says of a key', () => {
  it.each<[number, unknown, string, string]>([
    [200, { data: [SHIRE] }, 'accepted', 'ok'],
    [200, { data: [] }, 'accepted', 'ok'],
    [401, errors, 'refused', 'not-valid'],
    [401, { errors: [{ errorCode: 'INVALID_CREDENTIALS' }] }, 'refused', 'not-valid'],
    [403, errors, 'accepted', 'role-too-weak'],
    [200, errors, 'inconclusive', 'strange-answer'],
    [200, { data: {} }, 'inconclusive', 'strange-answer'],
    [200, undefined, 'inconclusive', 'strange-answer'],
    [401, undefined, 'inconclusive', 'strange-answer'],
    [401, { error: 'proxy authentication' }, 'inconclusive', 'strange-answer'],
    [401, { errors: [] }, 'inconclusive', 'strange-answer'],
    [403, undefined, 'inconclusive', 'strange-answer'],
    [404, errors, 'inconclusive', 'strange-answer'],
    [429, errors, 'inconclusive', 'strange-answer'],
    [500, errors, 'inconclusive', 'strange-answer'],
    [302, undefined, 'inconclusive', 'strange-answer'],
  ])('%i with %j: %s, %s', (status, body, verdict, reason) => {
    expect(probeFinding(status, body)).toEqual({ verdict, reason });
  });
});
