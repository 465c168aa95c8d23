import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { create, draft, kindOf, type WireProblem } from './desk';

/** Speaks HTTP by hand, for what a client library would not send. */
function raw(origin: string, request: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = createConnection(Number(port), hostname, () => socket.end(request));
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

describe('what every answer of the practice console has', () => {
  const now = Date.parse('2031-02-03T04:05:06Z');
  let practice: PracticeForTest;

  beforeAll(async () => {
    practice = await startPracticeForTest({ clock: () => now });
  });
  afterAll(() => practice.stop());

  it('carries its own request id, the clock of the server, and is not stored', async () => {
    const { headers, body } = await send<WireProblem>('GET', `${practice.baseUrl}/nowhere`, {
      headers: { 'X-Request-Id': 'mine' },
    });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(body.requestId).toBe(headers.get('x-request-id'));
    expect(headers.get('date')).toBe('Mon, 03 Feb 2031 04:05:06 GMT');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it.each(['/nowhere', '/api/v1', '/api/v1/environments/production', '/api/v2/operator'])(
    'knows nothing at %s',
    async (path) => {
      const answer = await send<WireProblem>('GET', practice.baseUrl + path);
      expect([answer.status, kindOf(answer)]).toEqual([404, 'not-found']);
    },
  );

  it('asks who it is before it reads the body', async () => {
    const answer = await create(practice, '{broken', { token: 'nobody' });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['{broken', 400, 'malformed-request'],
    ['', 400, 'malformed-request'],
    ['{"name":"x","__proto__":{"role":"Admin"}}', 400, 'malformed-request'],
    ['[]', 422, 'invalid-fields'],
    [`{"name":"${'x'.repeat(70_000)}"}`, 413, 'too-large'],
  ])('refuses the body %.20s…', async (body, status, kind) => {
    const answer = await create(practice, body);
    expect([answer.status, kindOf(answer)]).toEqual([status, kind]);
  });

  it('takes JSON only', async () => {
    const answer = await send<WireProblem>('POST', `${practice.api}/environments/production/keys`, {
      token: practice.adminToken,
      body: JSON.stringify(draft()),
      headers: { 'content-type': 'text/plain', 'Idempotency-Key': 'text' },
    });
    expect([answer.status, kindOf(answer)]).toEqual([415, 'not-json']);
  });

  it('answers an address that cannot be decoded as a problem', async () => {
    const { origin } = new URL(practice.baseUrl);
    const answer = await raw(
      origin,
      'GET /qodly/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer.toLowerCase()).toContain('x-request-id: ');
    expect(answer).toContain('malformed-request');
  });

  it('refuses a page that calls it by a name of its own', async () => {
    for (const origin of [new URL(practice.baseUrl).origin, practice.gatewayOrigin]) {
      const request =
        'GET /qodly/api/v1/openapi.json HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n';
      expect(await raw(origin, request)).toMatch(/^HTTP\/1.1 421 /);
    }
  });

  it('lets no other origin read its answers', async () => {
    const { headers } = await send('GET', `${practice.api}/openapi.json`, {
      headers: { Origin: 'https://elsewhere.example' },
    });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('rights', () => {
  let practice: PracticeForTest;
  beforeAll(async () => {
    practice = await startPracticeForTest();
  });
  afterAll(() => practice.stop());

  const asViewer = (method: string, path: string, body?: unknown) =>
    send<WireProblem & { items: { id: string }[] }>(method, `${practice.api}${path}`, {
      token: practice.viewer.token,
      ...(body !== undefined && { body }),
      headers: { 'Idempotency-Key': 'viewer', 'If-Match': '"1"' },
    });

  it('lets the viewer list and look', async () => {
    expect((await asViewer('GET', '/environments')).status).toBe(200);
    expect((await asViewer('GET', '/environments/production/roles')).status).toBe(200);
    const { body } = await asViewer('GET', '/environments/production/keys');
    expect((await asViewer('GET', `/environments/production/keys/${body.items[0]?.id ?? ''}`)).status).toBe(
      200,
    );
  });

  it('lets the viewer neither reveal nor change', async () => {
    const { body } = await asViewer('GET', '/environments/production/keys');
    const path = `/environments/production/keys/${body.items[0]?.id ?? ''}`;
    const refused = await Promise.all([
      asViewer('GET', `${path}/secret`),
      asViewer('PATCH', path, { name: 'Taken over' }),
      asViewer('DELETE', path),
      asViewer('POST', '/environments/production/keys', draft()),
    ]);
    expect(refused.map((answer) => [answer.status, kindOf(answer)])).toEqual(
      refused.map(() => [403, 'forbidden']),
    );
  });
});
