import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { probeFinding, probeKey } from '@main/adapters/qodly/probe';
import { systemClock } from '@main/electron/clock';
import { fakeHttp } from '@test/support/fake-http';

const SECRET = '2b1f6c8e-1111-4222-8333-444455556666';
const SETTINGS = {
  baseUrl: 'https://e.example',
  allowLoopback: false,
  allowPrivate: false,
  clock: systemClock,
};

type Reply = { status: number; body?: unknown } | AppError;

/** Probes an endpoint that gives these answers by resource. */
function probing(catalog: Reply, info: Reply = new AppError('unexpected', 'not asked for')) {
  const fake = fakeHttp(({ path }) => (path.at(-1) === '$info' ? info : catalog));
  return { report: probeKey(fake.open(SETTINGS), SECRET), sent: fake.sent };
}

const refusal = (status: number, error: string) => ({ status, body: { error } });

describe('the table of the data plane', () => {
  it.each([
    [200, { dataClasses: [] }, 'accepted', 'ok'],
    [401, { error: 'Api-key Not Valid' }, 'refused', 'not-valid'],
    [401, { error: 'Api-key expired' }, 'refused', 'expired'],
    [401, { error: 'No permission to read for the Users dataclass' }, 'accepted', 'role-too-weak'],
    [402, { error: 'whatever' }, 'inconclusive', 'session-limit'],
    [403, { error: 'No permission for this' }, 'accepted', 'role-too-weak'],
    [403, { error: 'Host 10.0.0.1 is not allowed' }, 'inconclusive', 'host-refused'],
    [403, { error: '403 - Forbidden' }, 'inconclusive', 'host-refused'],
    [404, { error: 'Appid or env not found in Table.' }, 'inconclusive', 'environment-unknown'],
    [502, undefined, 'inconclusive', 'environment-stopped'],
    [502, { error: '502 Bad Gateway' }, 'inconclusive', 'environment-stopped'],
  ])('reads %d %j as %s: %s', (status, body, verdict, reason) => {
    expect(probeFinding(status, body)).toEqual({ verdict, reason });
  });

  it.each([
    [200, undefined],
    [200, 'text'],
    [400, { error: 'Some headers are missing, required headers [api-key]' }],
    [401, undefined],
    [401, { error: 'Unauthorized' }],
    [401, { message: 'Api-key Not Valid' }],
    [403, undefined],
    [403, { error: 'Blocked' }],
    [404, { error: 'The "Users" dataclass cannot be found' }],
    [404, undefined],
    [302, undefined],
    [418, { error: 'teapot' }],
    [500, { error: 'Api-key Not Valid' }],
    [503, undefined],
  ])('takes %d %j for no statement about the key', (status, body) => {
    expect(probeFinding(status, body)).toEqual({ verdict: 'inconclusive', reason: 'strange-answer' });
  });
});

describe('a probe', () => {
  it('uses the secret once, in its header, and once only', async () => {
    const { report, sent } = probing({ status: 200, body: {} });
    await expect(report).resolves.toEqual({ verdict: 'accepted', reason: 'ok', status: 200 });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ path: ['rest', '$catalog'], headers: { 'api-key': SECRET }, once: true });
  });

  it('tells a weak role from a refused address by a second look', async () => {
    const forbidden = refusal(403, '403 - Forbidden');
    await expect(probing(forbidden, { status: 200, body: {} }).report).resolves.toEqual({
      verdict: 'accepted',
      reason: 'role-too-weak',
      status: 403,
    });
    await expect(probing(forbidden, forbidden).report).resolves.toEqual({
      verdict: 'inconclusive',
      reason: 'host-refused',
      status: 403,
    });
  });

  it.each([
    ['offline', 'unreachable'],
    ['timeout', 'unreachable'],
    ['tls', 'unreachable'],
    ['bad-answer', 'strange-answer'],
  ] as const)('that ends %s is inconclusive', async (code, reason) => {
    const { report } = probing(new AppError(code, 'no'));
    await expect(report).resolves.toEqual({ verdict: 'inconclusive', reason, status: null });
  });

  it('that must not be sent is an error, not a finding', async () => {
    await expect(probing(new AppError('invalid-input', 'no')).report).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
