import { afterEach, describe, expect, it } from 'vitest';
import { httpServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, plainHttp, READ, WRITE } from './setting';

const servers: LoopbackServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

describe.each([301, 302, 303, 307, 308])('a redirect with %d', (status) => {
  it.each([
    ['another port', (port: number) => `http://127.0.0.1:${port}/keys`],
    ['another host', (port: number) => `http://localhost:${port}/keys`],
    ['an address without a scheme', (port: number) => `//127.0.0.1:${port}/keys`],
  ])('to %s is never followed', async (_case, location) => {
    let arrived = 0;
    const second = await httpServer((_request, response) => (arrived++, response.end('{}')));
    const first = await httpServer((request, response) => {
      request.resume();
      response.writeHead(status, { location: location(second.port) }).end();
    });
    servers.push(first, second);
    for (const request of [READ, WRITE]) {
      const error = await failureOf(plainHttp(first.port).send(request));
      expect(error.code).toBe('redirected');
      expect(error.facts.place).toContain(String(second.port));
    }
    expect(arrived + second.connections()).toBe(0);
    expect(first.connections()).toBe(2);
  });
});
