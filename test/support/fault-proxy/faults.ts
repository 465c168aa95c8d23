import { once } from 'node:events';
import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Exchange, Fault, UpstreamAnswer } from './exchange';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const CHUNK = 64 * 1024;

function say(
  { response }: Exchange,
  status: number,
  headers: OutgoingHttpHeaders,
  body: string | Buffer,
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** A fault that answers by itself; the origin hears nothing. */
function answering(
  name: string,
  status: number,
  body: string | Buffer,
  headers: OutgoingHttpHeaders = JSON_TYPE,
): Fault {
  return { name, apply: (exchange) => say(exchange, status, headers, body) };
}

/** Writes a head by hand, so that nothing says how long the body will be. */
function headWithoutLength({ status, headers }: UpstreamAnswer): string {
  const kept = Object.entries(headers).filter(([name]) => name !== 'content-length');
  const lines = kept.map(([name, value]) => `${name}: ${String(value)}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, 'connection: close', '', ''].join(
    '\r\n',
  );
}

async function trickled(exchange: Exchange, bytesPerTick: number, tickMs: number): Promise<void> {
  const { status, headers, body } = await exchange.forward();
  exchange.response.writeHead(status, headers).flushHeaders();
  for (let at = 0; at < body.length && !exchange.socket.destroyed; at += bytesPerTick) {
    exchange.response.write(body.subarray(at, at + bytesPerTick));
    await delay(tickMs, undefined, { signal: exchange.stopped });
  }
  exchange.response.end();
}

async function poured({ response, socket, stopped }: Exchange, bytes: number): Promise<void> {
  response.writeHead(200, JSON_TYPE);
  const blanks = Buffer.alloc(CHUNK, ' ');
  for (let sent = 0; sent < bytes && !socket.destroyed; sent += CHUNK)
    if (!response.write(blanks))
      await Promise.race([once(response, 'drain', { signal: stopped }), once(socket, 'close')]);
  response.end('{}');
}

/** Everything that the proxy can do to a request. The names say what the caller and the origin see of it. */
export const faults = {
  /** The connection is reset; the origin hears nothing. */
  resetBeforeForward: (): Fault => ({
    name: 'reset-before-forward',
    apply: ({ socket }) => void socket.resetAndDestroy(),
  }),

  /** The origin commits, the caller's connection is reset. */
  forwardThenReset: (): Fault => ({
    name: 'forward-then-reset',
    apply: async (exchange) => {
      await exchange.forward();
      exchange.socket.resetAndDestroy();
    },
  }),

  /** The origin commits, the caller gets the first bytes (half of them unless told) and a clean end. */
  forwardThenTruncate: (keep?: number): Fault => ({
    name: 'forward-then-truncate',
    apply: async (exchange) => {
      const answer = await exchange.forward();
      exchange.socket.write(headWithoutLength(answer));
      exchange.socket.end(answer.body.subarray(0, keep ?? Math.floor(answer.body.length / 2)));
    },
  }),

  /** The origin commits, the caller gets half of the answer and a reset. */
  forwardThenResetInBody: (): Fault => ({
    name: 'forward-then-reset-in-body',
    apply: async (exchange) => {
      const answer = await exchange.forward();
      exchange.socket.write(headWithoutLength(answer));
      exchange.socket.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () =>
        exchange.socket.resetAndDestroy(),
      );
    },
  }),

  /** The origin commits, the caller gets the first half of the answer compressed. */
  forwardThenTruncatedGzip: (): Fault => ({
    name: 'forward-then-truncated-gzip',
    apply: async (exchange) => {
      const answer = await exchange.forward();
      const packed = gzipSync(answer.body);
      const headers = { ...answer.headers, 'content-encoding': 'gzip' };
      exchange.socket.write(headWithoutLength({ ...answer, headers }));
      exchange.socket.end(packed.subarray(0, Math.floor(packed.length / 2)));
    },
  }),

  /** The right answer behind a header of so many bytes. */
  hugeHeader: (bytes: number): Fault => ({
    name: 'huge-header',
    apply: async (exchange) => {
      const answer = await exchange.forward();
      exchange.deliver({ ...answer, headers: { ...answer.headers, 'x-padding': 'x'.repeat(bytes) } });
    },
  }),

  /** A page of a captive portal. */
  html200: (): Fault =>
    answering('html-200', 200, '<!doctype html><title>Sign in to the guest network</title>', {
      'content-type': 'text/html; charset=utf-8',
    }),

  /** The right answer, said to be plain text. */
  wrongContentType: (): Fault => ({
    name: 'wrong-content-type',
    apply: async (exchange) => {
      const answer = await exchange.forward();
      exchange.deliver({ ...answer, headers: { ...answer.headers, 'content-type': 'text/plain' } });
    },
  }),

  /** A status of its own; `body` is sent as it is when a text, else as JSON. */
  status: (status: number, body: unknown = {}, headers: OutgoingHttpHeaders = {}): Fault =>
    answering(`status-${status}`, status, typeof body === 'string' ? body : JSON.stringify(body), {
      ...JSON_TYPE,
      ...headers,
    }),

  redirect: (status: number, location: string): Fault =>
    answering(`redirect-${status}`, status, '', { location }),

  /** Takes the request and never says anything. */
  hang: (): Fault => ({ name: 'hang', apply: () => undefined }),

  /** The right answer, a few bytes at a time. */
  trickle: (bytesPerTick: number, tickMs = 20): Fault => ({
    name: 'trickle',
    apply: (exchange) => trickled(exchange, bytesPerTick, tickMs),
  }),

  /** The right answer, later. */
  latency: (ms: number): Fault => ({
    name: 'latency',
    apply: async (exchange) => {
      await delay(ms, undefined, { signal: exchange.stopped });
      exchange.deliver(await exchange.forward());
    },
  }),

  /** Answers 504; the origin commits afterwards, once `when` is over. `proxy.settled()` waits for it. */
  late: (when: Promise<unknown> = Promise.resolve()): Fault => ({
    name: 'late',
    apply: async (exchange) => {
      say(exchange, 504, JSON_TYPE, '{}');
      await once(exchange.response, 'close', { signal: exchange.stopped });
      await when;
      await exchange.forward();
    },
  }),

  /** Success with nothing in it. */
  empty200: (): Fault => answering('empty-200', 200, ''),

  /** So many blanks, then valid JSON. */
  hugeBody: (bytes: number): Fault => ({ name: 'huge-body', apply: (exchange) => poured(exchange, bytes) }),

  /** A small answer that unpacks to so many bytes of valid JSON. */
  gzipBomb: (bytes: number): Fault =>
    answering(
      'gzip-bomb',
      200,
      gzipSync(
        Buffer.alloc(bytes, '0')
          .fill('"', 0, 1)
          .fill('"', bytes - 1),
      ),
      {
        ...JSON_TYPE,
        'content-encoding': 'gzip',
      },
    ),

  /** The right answer with a name in it that reaches for the prototype of every object. */
  protoJson: (): Fault => ({
    name: 'proto-json',
    apply: async (exchange) => {
      const answer = await exchange.forward();
      const text = answer.body.toString('utf8').replace('{', '{"__proto__":{"polluted":true},');
      say(exchange, answer.status, answer.headers, text.replace(',}', '}'));
    },
  }),

  /** The origin commits first, then the caller sees another fault: `afterForward(faults.status(500))`. */
  afterForward: (fault: Fault): Fault => ({
    name: `after-forward ${fault.name}`,
    apply: async (exchange) => {
      await exchange.forward();
      await fault.apply(exchange);
    },
  }),
} as const;
