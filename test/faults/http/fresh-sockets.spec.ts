import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { httpServer, rawServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, plainHttp, READ, WRITE } from './setting';

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const answer = (response: ServerResponse): ServerResponse =>
  response.setHeader('content-type', 'application/json').end('{}');

describe('calls that change something', () => {
  it('have a socket of their own each, even where the server would keep it', async () => {
    server = await httpServer((request, response) => {
      request.resume();
      answer(response);
    });
    const http = plainHttp(server.port);
    await http.send({ method: 'GET', path: ['keys'] });
    for (let count = 0; count < 5; count += 1) await http.send(WRITE);
    expect(server.connections()).toBe(6);
  });

  it('do not meet a socket that died meanwhile: each arrives once (200 idle sockets dropped at random)', async () => {
    const heard: string[] = [];
    const random = seeded(15);
    server = await httpServer((request, response) => {
      heard.push(request.method ?? '');
      request.resume();
      answer(response).on('finish', () => setTimeout(() => request.socket.destroy(), random() * 5));
    });
    const http = plainHttp(server.port);
    for (let count = 0; count < 200; count += 1) {
      await http.send({ method: 'GET', path: ['keys'] });
      await http.send(WRITE);
    }
    expect(heard.filter((method) => method === 'POST')).toHaveLength(200);
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
    server = await httpServer((_request, response) => answer(response));
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
