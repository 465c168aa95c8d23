import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { httpServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, plainHttp, READ } from './setting';

const MEGABYTE = 1_000_000;
const RSS_LIMIT = 64 * 2 ** 20;

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

async function answering(answer: (response: ServerResponse) => void): Promise<number> {
  server = await httpServer((_request, response) => {
    response.on('error', () => undefined);
    response.setHeader('content-type', 'application/json');
    answer(response);
  });
  return server.port;
}

/** 200 MB of blanks as a zstd frame: 1,600 blocks of one repeated byte each. */
function zstdBomb(): Buffer {
  const block = Buffer.from([0x02, 0x00, 0x10, 0x20]);
  const last = Buffer.from([0x03, 0x00, 0x10, 0x20]);
  const blocks = Array.from({ length: 1_599 }, () => block);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]), ...blocks, last]);
}

const BLANKS = Buffer.alloc(200 * MEGABYTE, ' ');
const BOMBS: readonly [string, Buffer][] = [
  ['gzip', gzipSync(BLANKS)],
  ['br', brotliCompressSync(BLANKS, { params: { 1: 1 } })],
  ['deflate', deflateSync(BLANKS)],
  ['zstd', zstdBomb()],
  ['gzip, gzip', gzipSync(gzipSync(BLANKS))],
];

describe('an answer that is too large', () => {
  it.each(BOMBS)(
    'packed with %s is refused within a second, without taking the memory',
    async (encoding, bomb) => {
      expect(bomb.length).toBeLessThan(MEGABYTE);
      const port = await answering((response) => response.setHeader('content-encoding', encoding).end(bomb));
      const http = plainHttp(port);
      const before = process.memoryUsage.rss();
      for (const list of [false, true]) {
        const started = performance.now();
        const error = await failureOf(http.send({ ...READ, list }));
        expect(error.code).toBe('bad-answer');
        if (!list) expect(performance.now() - started).toBeLessThan(1_000);
        if (!list) expect(process.memoryUsage.rss() - before).toBeLessThan(RSS_LIMIT);
      }
    },
  );

  it('is refused by its announced size, before anything is read', async () => {
    const port = await answering((response) =>
      response.setHeader('content-length', 5_000_001).flushHeaders(),
    );
    const error = await failureOf(plainHttp(port).send(READ));
    expect(error.message).toContain('more than Keydesk takes in');
  });

  it('is refused when it never ends', async () => {
    const port = await answering((response) => {
      const more = (): void => {
        while (response.writable && response.write(' '.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    const before = process.memoryUsage.rss();
    expect((await failureOf(plainHttp(port).send(READ))).code).toBe('bad-answer');
    expect(process.memoryUsage.rss() - before).toBeLessThan(RSS_LIMIT);
  });

  it('is refused when the packed form never ends and unpacks to nothing', async () => {
    const empty = gzipSync('');
    const port = await answering((response) => {
      response.setHeader('content-encoding', 'gzip');
      const more = (): void => {
        while (
          response.writable &&
          response.write(Buffer.concat(Array.from({ length: 3_000 }, () => empty)))
        );
      };
      response.on('drain', more);
      more();
    });
    expect((await failureOf(plainHttp(port).send(READ))).message).toContain('more than Keydesk takes in');
  });

  it('is refused with 20 KB of headers', async () => {
    const port = await answering((response) => response.setHeader('x-much', 'x'.repeat(20_000)).end('{}'));
    const error = await failureOf(plainHttp(port).send(READ));
    expect(error.code).toBe('bad-answer');
    expect(error.message).toContain('more headers');
  });
});

describe('an answer of a fair size', () => {
  const text = JSON.stringify({ items: ['é'.repeat(1_000)] });

  it.each([
    ['identity', Buffer.from(text)],
    ['gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
  ])('is read when it is sent as %s', async (encoding, body) => {
    const port = await answering((response) => response.setHeader('content-encoding', encoding).end(body));
    expect((await plainHttp(port).send(READ)).body).toEqual(JSON.parse(text));
  });

  it('may be 50 MB when it is a listing', async () => {
    const big = JSON.stringify('x'.repeat(6 * MEGABYTE));
    const port = await answering((response) => response.end(big));
    expect((await plainHttp(port).send({ ...READ, list: true })).body).toHaveLength(6 * MEGABYTE);
    expect((await failureOf(plainHttp(port).send(READ))).code).toBe('bad-answer');
  });

  it.each([
    ['gzip cut off', 'gzip', gzipSync(text).subarray(0, 30), /broke off/],
    ['gzip damaged', 'gzip', Buffer.from('not gzip at all'), /damaged/],
    ['brotli damaged', 'br', Buffer.from('not brotli at all'), /damaged|broke off/],
    ['bytes that are no text', 'identity', Buffer.from([0x22, 0xff, 0xfe, 0x22]), /not text/],
  ])('is refused as %s', async (_case, encoding, body, sentence) => {
    const port = await answering((response) => response.setHeader('content-encoding', encoding).end(body));
    const error = await failureOf(plainHttp(port).send(READ));
    expect(error.code).toBe('bad-answer');
    expect(error.message).toMatch(sentence);
  });
});
