import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpServer, rawServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, plainHttp, READ, WRITE } from './setting';

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

/** A server that answers once per connection and then lets it die while nobody looks. */
async function forgetful() {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  server = await httpServer((request, response) => {
    heard.push(request.method ?? '');
    sockets.add(request.socket);
    request.resume();
    response.setHeader('content-type', 'application/json').end('{}');
    response.on('finish', () => setImmediate(() => request.socket.destroy()));
  });
  return { port: server.port, heard, sockets };
}

describe('calls that change something', () => {
  it('have a socket of their own each, so that none can have died before', async () => {
    const { port, heard, sockets } = await forgetful();
    const http = plainHttp(port);
    for (let count = 0; count < 100; count += 1) {
      await http.send({ method: 'GET', path: ['keys'] });
      await http.send(WRITE);
    }
    expect(heard.filter((method) => method === 'POST')).toHaveLength(100);
    expect(sockets.size).toBe(heard.length);
  });

  it.each(['POST', 'PATCH', 'DELETE'] as const)(
    'are never sent again when %s dies on the way',
    async (method) => {
      let heard = 0;
      server = await rawServer((socket) => {
        socket.once('data', () => {
          heard += 1;
          socket.resetAndDestroy();
        });
      });
      const error = await failureOf(plainHttp(server.port).send({ ...WRITE, method }));
      expect(error).toMatchObject({ code: 'offline', facts: { system: 'ECONNRESET' } });
      expect(heard).toBe(1);
    },
  );

  it.each([429, 500, 503])('are never sent again after %d', async (status) => {
    let heard = 0;
    server = await httpServer((request, response) => {
      heard += 1;
      request.resume();
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
    await failureOf(plainHttp(server.port).send(WRITE));
    expect(heard).toBe(1);
  });
});

describe('reads', () => {
  it('share connections', async () => {
    server = await httpServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end('{}'),
    );
    const http = plainHttp(server.port);
    for (let count = 0; count < 5; count += 1) await http.send({ method: 'GET', path: ['keys'] });
    expect(server.connections()).toBe(1);
  });

  it('are sent again when the connection died, and after a 503', async () => {
    let heard = 0;
    server = await httpServer((request, response) => {
      heard += 1;
      if (heard === 1) return request.socket.resetAndDestroy();
      const status = heard === 2 ? 503 : 200;
      return response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
    await expect(plainHttp(server.port).send({ method: 'GET', path: ['keys'] })).resolves.toMatchObject({
      status: 200,
    });
    expect(heard).toBe(3);
  });

  it('are sent once where that was asked for', async () => {
    let heard = 0;
    server = await httpServer((request) => {
      heard += 1;
      request.socket.resetAndDestroy();
    });
    await failureOf(plainHttp(server.port).send(READ));
    expect(heard).toBe(1);
  });
});
