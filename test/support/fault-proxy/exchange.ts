import { request, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What the origin behind the proxy answered. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** One request on its way through the proxy: what a fault may do with it. */
export interface Exchange {
  readonly response: ServerResponse;
  /** The caller's connection. */
  readonly socket: Socket;
  /** Ends when the proxy stops. */
  readonly stopped: AbortSignal;
  /** Sends the request on, as often as it is called. */
  forward(): Promise<UpstreamAnswer>;
  /** Hands an answer to the caller as it is. */
  deliver(answer: UpstreamAnswer): void;
}

/** What can go wrong with a request; the name stands in the log. */
export interface Fault {
  readonly name: string;
  apply(exchange: Exchange): Promise<void> | void;
}

/** Headers that belong to one connection. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host']);

function passedOn(headers: IncomingMessage['headers']): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}

/** Reads a body to its end. */
export async function readAll(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Sends a request on to the origin over a fresh connection. */
export function sendOn(origin: string, incoming: IncomingMessage, body: Buffer): Promise<UpstreamAnswer> {
  return new Promise((resolve, reject) => {
    const { method, headers, url = '/' } = incoming;
    const target = new URL(url, origin);
    const sent = request(target, { method, headers: passedOn(headers), agent: false }, (answer) => {
      readAll(answer).then(
        (read) => resolve({ status: answer.statusCode ?? 0, headers: passedOn(answer.headers), body: read }),
        reject,
      );
    });
    sent.on('error', reject).end(body);
  });
}
