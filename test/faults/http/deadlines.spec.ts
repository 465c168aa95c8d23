import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openHttp } from '@main/http/console-http';
import type { Limits } from '@main/http/http';
import { rawServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, plainHttp, READ, settings, WRITE } from './setting';

const SMALL: Partial<Limits> = { connectMs: 300, idleMs: 300, totalMs: 600, listTotalMs: 900 };
const SLACK_MS = 250;

let server: LoopbackServer | undefined;
const timers: NodeJS.Timeout[] = [];
afterEach(() => {
  for (const timer of timers.splice(0)) clearInterval(timer);
  return server?.close();
});

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** Writes one byte at a time, for as long as somebody listens. */
function trickle(socket: Socket, start: string, everyMs: number): void {
  socket.write(start);
  timers.push(setInterval(() => socket.writable && socket.write('x'), everyMs));
}

async function timed(call: Promise<unknown>) {
  const started = performance.now();
  const error = await failureOf(call);
  return { error, took: performance.now() - started };
}

describe('every exchange ends', () => {
  it.each<[string, (socket: Socket) => void, number]>([
    ['the console accepts and never replies', () => undefined, 600],
    ['the headers stall', (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-'), 600],
    ['the headers trickle', (socket) => trickle(socket, 'HTTP/1.1 200 OK\r\nX-A: ', 40), 600],
    ['the body trickles', (socket) => trickle(socket, `${HEAD}Content-Length: 99999\r\n\r\n`, 40), 600],
    ['the body stalls', (socket) => void socket.write(`${HEAD}Content-Length: 9\r\n\r\n{`), 300],
    ['the console closes its half and says nothing', (socket) => void socket.end(), 0],
    [
      'the console closes its half in the middle',
      (socket) => void socket.end(`${HEAD}Content-Length: 9\r\n\r\n{`),
      0,
    ],
    ['the console resets', (socket) => void socket.resetAndDestroy(), 0],
  ])('in time when %s', async (_case, misbehave, deadline) => {
    server = await rawServer((socket) => socket.once('data', () => misbehave(socket)));
    for (const request of [READ, WRITE]) {
      const { error, took } = await timed(plainHttp(server.port, SMALL).send(request));
      expect(error.code).toBe(deadline === 0 ? 'offline' : 'timeout');
      expect(took).toBeLessThan(deadline + SLACK_MS);
      expect(took).toBeGreaterThan(deadline - 20);
    }
  });

  it('with its own deadline for a listing', async () => {
    server = await rawServer(() => undefined);
    const { error, took } = await timed(plainHttp(server.port, SMALL).send({ ...READ, list: true }));
    expect(error.code).toBe('timeout');
    expect(took).toBeGreaterThan(880);
    expect(took).toBeLessThan(900 + SLACK_MS);
  });

  it('as never connected when the handshake does not come about: nothing was sent', async () => {
    server = await rawServer(() => undefined);
    const http = openHttp(settings(`https://127.0.0.1:${server.port}`, { limits: SMALL }));
    const { error, took } = await timed(http.send(WRITE));
    expect(error).toMatchObject({ code: 'offline', facts: { system: 'ETIMEDOUT' } });
    expect(took).toBeLessThan(300 + SLACK_MS);
  });

  it('at once when the caller gives up, before and meanwhile', async () => {
    server = await rawServer(() => undefined);
    const caller = new AbortController();
    const going = timed(plainHttp(server.port).send({ ...READ, signal: caller.signal }));
    caller.abort();
    const { error, took } = await going;
    expect(error.code).toBe('cancelled');
    expect(took).toBeLessThan(SLACK_MS);
    expect((await failureOf(plainHttp(server.port).send({ ...READ, signal: caller.signal }))).code).toBe(
      'cancelled',
    );
  });

  it('without a connection left behind', async () => {
    let closed = 0;
    server = await rawServer((socket) => {
      socket.on('end', () => socket.end());
      socket.on('close', () => (closed += 1));
      socket.resume();
    });
    await failureOf(plainHttp(server.port, SMALL).send(WRITE));
    await expect.poll(() => closed).toBe(1);
  });
});
