import { inspect } from 'node:util';
import type { RequestListener } from 'node:http';
import * as z from 'zod';
import { afterEach, describe, expect, it } from 'vitest';
import { httpServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, plainHttp, READ, TOKEN, WRITE } from './setting';

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

const JSON_HEAD = { 'content-type': 'application/json' };

/** Repeats everything it was told, as a careless console does in its errors. */
const echo =
  (status: number): RequestListener =>
  (request, response) => {
    const told = JSON.stringify({
      headers: request.headers,
      errors: [{ field: request.headers.authorization }],
    });
    request.resume();
    response.writeHead(status, { ...JSON_HEAD, 'x-request-id': TOKEN, 'retry-after': TOKEN }).end(told);
  };

const ANSWERS: readonly [string, RequestListener, string, RegExp][] = [
  [
    'a web page',
    (_q, r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    'bad-answer',
    /web page/,
  ],
  [
    'a page called JSON',
    (_q, r) => r.writeHead(200, JSON_HEAD).end('<html>'),
    'bad-answer',
    /not valid JSON/,
  ],
  ['nothing', (_q, r) => r.writeHead(200, JSON_HEAD).end(), 'bad-answer', /with nothing/],
  [
    'half of the JSON',
    (_q, r) => r.writeHead(200, JSON_HEAD).end('{"items":[{"id":'),
    'bad-answer',
    /broke off/,
  ],
  ['another shape', (_q, r) => r.writeHead(200, JSON_HEAD).end('{"items":7}'), 'bad-answer', /does not know/],
  [
    'a login page for 404',
    (_q, r) => r.writeHead(404, { 'content-type': 'text/html' }).end('<p>'),
    'bad-answer',
    /404/,
  ],
  ['401', echo(401), 'unauthorized', /credentials/],
  ['403', echo(403), 'forbidden', /allow/],
  ['422', echo(422), 'invalid-input', /refused what was entered/],
  ['500', echo(500), 'server', /HTTP 500/],
  ['429', echo(429), 'rate-limited', /pause/],
];

describe('an answer that is not what was asked for', () => {
  it.each(ANSWERS)(
    '%s has a sentence of its own and keeps no secret',
    async (_case, listener, code, sentence) => {
      server = await httpServer(listener);
      const schema = z.object({ items: z.array(z.object({ id: z.string() })) });
      for (const request of [READ, WRITE]) {
        const error = await failureOf(plainHttp(server.port).read(request, schema));
        expect(error.code).toBe(code);
        expect(error.message).toMatch(sentence);
        expect(JSON.stringify(error) + inspect(error, { depth: 9, showHidden: true })).not.toContain(TOKEN);
      }
    },
  );

  it('is handed out as it is where any status was asked for', async () => {
    server = await httpServer((request, response) => {
      const page = request.url === '/page';
      response.writeHead(page ? 200 : 403, { 'content-type': page ? 'text/html' : 'application/json' });
      response.end(page ? '<html>' : '{"error":"no"}');
    });
    const http = plainHttp(server.port);
    const asked = { method: 'GET', once: true, anyStatus: true } as const;
    expect(await http.send({ ...asked, path: ['x'] })).toMatchObject({ status: 403, body: { error: 'no' } });
    expect(await http.send({ ...asked, path: ['page'] })).toMatchObject({ status: 200, body: undefined });
  });
});

describe('the clock of the console', () => {
  it('is compared with ours at every answer', async () => {
    let ahead = 7_200_000;
    server = await httpServer((_request, response) => {
      response.writeHead(200, { ...JSON_HEAD, date: new Date(Date.now() + ahead).toUTCString() }).end('{}');
    });
    const http = plainHttp(server.port);
    expect(http.clockSkewMs()).toBeUndefined();
    for (ahead of [7_200_000, -86_400_000]) {
      await http.send(READ);
      expect(Math.abs((http.clockSkewMs() ?? 0) - ahead)).toBeLessThan(2_000);
    }
  });
});
