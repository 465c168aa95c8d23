import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFaultProxy, type FaultProxy } from '@test/support/fault-proxy';
import { faults } from '@test/support/fault-proxy/faults';

const JSON_TYPE = 'application/json; charset=utf-8';

/** What a caller without any library behaviour sees. */
interface Heard {
  readonly status?: number;
  readonly headers?: Record<string, unknown>;
  readonly body?: Buffer;
  readonly failed?: string;
}

function ask(url: string, { method = 'GET', body = '', patienceMs = 5000 } = {}): Promise<Heard> {
  return new Promise((resolve) => {
    const sent = request(url, { method, agent: false, signal: AbortSignal.timeout(patienceMs) }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', (error) => resolve({ failed: error.message }));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    sent
      .on('error', (error: NodeJS.ErrnoException) => resolve({ failed: error.code ?? error.name }))
      .end(body);
  });
}

describe('the fault proxy', () => {
  let origin: Server;
  let proxy: FaultProxy;
  const committed: string[] = [];

  beforeAll(async () => {
    origin = createServer((incoming, response) => {
      let body = '';
      incoming.on('data', (part: Buffer) => (body += part.toString()));
      incoming.on('end', () => {
        committed.push(`${incoming.method ?? ''} ${incoming.url ?? ''} ${body}`);
        response.writeHead(201, { 'content-type': 'application/json', etag: '"1"' });
        response.end(JSON.stringify({ made: body, host: incoming.headers.host }));
      });
    });
    await new Promise<void>((resolve) => origin.listen(0, '127.0.0.1', resolve));
    proxy = await startFaultProxy(`http://127.0.0.1:${(origin.address() as AddressInfo).port}/base`);
  });
  afterEach(() => {
    proxy.clear();
    committed.length = 0;
  });
  afterAll(async () => {
    await proxy.stop();
    origin.close();
  });

  const post = (patienceMs?: number) =>
    ask(`${proxy.url}/keys?a=1`, { method: 'POST', body: 'x', ...(patienceMs && { patienceMs }) });

  it('passes requests unharmed, and writes down no values', async () => {
    const { status, headers, body } = await post();
    expect([status, headers?.['etag']]).toEqual([201, '"1"']);
    expect(JSON.parse(String(body))).toEqual({
      made: 'x',
      host: `127.0.0.1:${(origin.address() as AddressInfo).port}`,
    });
    expect(proxy.log).toEqual([
      {
        method: 'POST',
        path: '/base/keys?a=1',
        headerNames: ['host', 'connection', 'content-length'],
        forwarded: 1,
        fault: null,
      },
    ]);
  });

  it('knows which requests it is about: method, path, skip, times, and order', async () => {
    proxy.on({ method: 'POST', path: /\/keys\b/, skip: 1, times: 2 }, faults.status(503));
    proxy.on({ path: /\/keys\b/ }, faults.status(500));
    proxy.on({}, faults.status(418));
    const statuses = [];
    for (const method of ['POST', 'POST', 'POST', 'POST', 'GET'])
      statuses.push((await ask(`${proxy.url}/keys`, { method })).status);
    statuses.push((await ask(`${proxy.url}/other`)).status);
    expect(statuses).toEqual([500, 503, 503, 500, 500, 418]);
    proxy.clear();
    expect((await post()).status).toBe(201);
    expect(proxy.log).toHaveLength(1);
  });

  it.each([
    ['reset-before-forward', faults.resetBeforeForward(), 0],
    ['forward-then-reset', faults.forwardThenReset(), 1],
  ])('%s', async (_name, fault, commits) => {
    proxy.on({}, fault);
    expect((await post()).failed).toBe('ECONNRESET');
    expect([committed.length, proxy.log[0]?.forwarded]).toEqual([commits, commits]);
  });

  it('forward-then-truncate ends cleanly in the middle', async () => {
    proxy.on({}, faults.forwardThenTruncate(9));
    const { status, headers, body, failed } = await post();
    expect([status, String(body), failed]).toEqual([201, '{"made":"', undefined]);
    expect(headers).toMatchObject({ 'content-type': 'application/json', etag: '"1"' });
    expect(committed).toHaveLength(1);
  });

  it.each([
    ['html-200', faults.html200(), [200, 'text/html; charset=utf-8', 0]],
    ['wrong-content-type', faults.wrongContentType(), [201, 'text/plain', 1]],
    ['status-429', faults.status(429, 'slow', { 'retry-after': '7' }), [429, JSON_TYPE, 0]],
    ['empty-200', faults.empty200(), [200, JSON_TYPE, 0]],
    ['after-forward status-500', faults.afterForward(faults.status(500)), [500, JSON_TYPE, 1]],
  ])('%s', async (name, fault, expected) => {
    proxy.on({}, fault);
    const { status, headers } = await post();
    expect([status, headers?.['content-type'], committed.length]).toEqual(expected);
    expect(proxy.log[0]?.fault).toBe(name);
  });

  it('redirects elsewhere', async () => {
    proxy.on({}, faults.redirect(307, 'https://elsewhere.example/'));
    const { status, headers } = await post();
    expect([status, headers?.['location']]).toEqual([307, 'https://elsewhere.example/']);
  });

  it('hangs until the caller gives up', async () => {
    proxy.on({}, faults.hang());
    expect((await post(100)).failed).toBe('ABORT_ERR');
    expect(committed).toEqual([]);
  });

  it('trickles', async () => {
    proxy.on({ times: 1 }, faults.trickle(20, 1));
    expect((await post()).body?.toString()).toContain('"made":"x"');
    proxy.on({}, faults.trickle(1, 50));
    expect((await post(150)).failed).toBe('ABORT_ERR');
    await proxy.settled();
  });

  it('delays', async () => {
    proxy.on({}, faults.latency(60));
    const begun = performance.now();
    expect((await post()).status).toBe(201);
    expect(performance.now() - begun).toBeGreaterThan(55);
  });

  it('commits late', async () => {
    let release = (): void => undefined;
    proxy.on({}, faults.late(new Promise<void>((resolve) => (release = resolve))));
    expect((await post()).status).toBe(504);
    expect(committed).toEqual([]);
    release();
    await proxy.settled();
    expect(committed).toEqual(['POST /base/keys?a=1 x']);
  });

  it('floods', async () => {
    proxy.on({ times: 1 }, faults.hugeBody(3_000_000));
    const { body } = await post();
    expect(body?.length).toBeGreaterThan(3_000_000);
    expect(JSON.parse(String(body))).toEqual({});
    proxy.on({}, faults.gzipBomb(5_000_000));
    const bomb = await post();
    expect(bomb.headers?.['content-encoding']).toBe('gzip');
    expect(bomb.body?.length).toBeLessThan(20_000);
    expect(JSON.parse(String(gunzipSync(bomb.body ?? Buffer.of())))).toHaveLength(4_999_998);
  });

  it('poisons', async () => {
    proxy.on({}, faults.protoJson());
    const { status, body } = await post();
    expect([status, String(body).slice(0, 34)]).toEqual([201, '{"__proto__":{"polluted":true},"ma']);
    expect(Object.hasOwn(JSON.parse(String(body)) as object, '__proto__')).toBe(true);
  });

  it('stops at once, whoever hangs', async () => {
    const other = await startFaultProxy(proxy.url);
    other.on({}, faults.hang());
    const socket = connect(Number(new URL(other.origin).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.on('close', resolve).on('error', resolve));
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(() => other.log.length).toBe(1);
    await other.stop();
    await closed;
  });
});
