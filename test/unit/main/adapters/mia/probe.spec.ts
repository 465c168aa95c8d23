import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { probeFinding, probeKey, type Answers } from '@main/adapters/mia/probe';
import { systemClock } from '@main/electron/clock';
import { fakeHttp } from '@test/support/fake-http';

const SECRET = '2b1f6c8e-1111-4222-8333-444455556666';
const SETTINGS = {
  baseUrl: 'https://e.example',
  allowLoopback: false,
  allowPrivate: false,
  clock: systemClock,
};

type Short = readonly [status: number, body?: unknown];
const JSON_404: Short = [404, { message: 'none' }];
const UNKNOWN: Short = [403, { message: 'Authorization error' }];
const BY_RULE: Short = [403, { message: 'You are not allowed' }];

const finding = (withKey: Short, withWrongKey: Short, withoutKey: Short) => {
  const answer = ([status, body]: Short) => ({ status, headers: {}, body });
  const answers: Answers = {
    withKey: answer(withKey),
    withWrongKey: answer(withWrongKey),
    withoutKey: answer(withoutKey),
  };
  const { verdict, reason } = probeFinding(answers);
  return `${verdict} ${reason}`;
};

describe('what three answers say of a key', () => {
  it.each<[string, Short, Short, Short]>([
    ['accepted ok', [200, {}], UNKNOWN, [200, {}]],
    ['accepted ok', [204], [401], [403]],
    ['accepted ok', JSON_404, UNKNOWN, JSON_404],
    ['accepted role-too-weak', [401, {}], UNKNOWN, [401, {}]],
    ['refused not-valid', UNKNOWN, UNKNOWN, [200, {}]],
    ['refused not-valid', UNKNOWN, UNKNOWN, JSON_404],
    ['refused not-valid', [401], [401], [200]],
  ])('%s: %j, wrong key %j, no key %j', (says, ...answers) => expect(finding(...answers)).toBe(says));

  it.each<[Short, Short, Short]>([
    [
      [200, {}],
      [200, {}],
      [200, {}],
    ],
    [[200], [302], [200]],
    [[404], UNKNOWN, [404]],
    [UNKNOWN, UNKNOWN, UNKNOWN],
    [BY_RULE, UNKNOWN, [200, {}]],
    [UNKNOWN, UNKNOWN, [302]],
    [UNKNOWN, [200, {}], [200, {}]],
    [
      [401, {}],
      [401, {}],
      [401, {}],
    ],
    [[500, {}], UNKNOWN, [200, {}]],
    [[429], [429], [200]],
    [[302], UNKNOWN, [200]],
  ])('nothing: %j, wrong key %j, no key %j', (...answers) =>
    expect(finding(...answers)).toBe('inconclusive strange-answer'),
  );

  it('nothing while what is behind the gateway is down', () => {
    for (const status of [502, 503, 504])
      expect(finding([status], UNKNOWN, [status])).toBe('inconclusive environment-stopped');
  });
});

describe('a probe', () => {
  it('uses the secret once and nowhere else', async () => {
    const fake = fakeHttp(({ headers }) =>
      headers?.['client-key'] === SECRET ? { body: {} } : { status: 403 },
    );
    await expect(probeKey(fake.open(SETTINGS), SECRET)).resolves.toEqual({
      verdict: 'accepted',
      reason: 'ok',
      status: 200,
    });
    expect(fake.sent.filter((request) => JSON.stringify(request).includes(SECRET))).toHaveLength(1);
    expect(fake.sent.every(({ once, anyStatus, method }) => once && anyStatus && method === 'GET')).toBe(
      true,
    );
    const keys = fake.sent.map(({ headers }) => headers?.['client-key']);
    expect(keys[2]).toBeUndefined();
    expect(keys[1]).toMatch(/^[\w-]{32}$/);
  });

  it.each([
    ['offline', 'unreachable'],
    ['timeout', 'unreachable'],
    ['bad-answer', 'strange-answer'],
  ] as const)('that ends %s is inconclusive', async (code, reason) => {
    const fake = fakeHttp(() => new AppError(code, 'no'));
    await expect(probeKey(fake.open(SETTINGS), SECRET)).resolves.toEqual({
      verdict: 'inconclusive',
      reason,
      status: null,
    });
  });

  it('that must not be sent is an error, not a finding', async () => {
    const fake = fakeHttp(() => new AppError('invalid-input', 'no'));
    await expect(probeKey(fake.open(SETTINGS), SECRET)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
