import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readAll, sendOn, type Exchange, type Fault } from './fault-proxy/exchange';
import { Rules, type Match } from './fault-proxy/rules';

/** What the proxy saw of one request: no bodies, no values of headers. */
export interface Seen {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headerNames: readonly string[];
  /** How often the origin got it. */
  readonly forwarded: number;
  readonly fault: string | null;
}

/** A reverse proxy on loopback that misbehaves as told, in front of one origin. */
export interface FaultProxy {
  readonly origin: string;
  /** The address that was given, by way of the proxy. */
  readonly url: string;
  /** Every request since the start or the last `clear`, in the order they came. */
  readonly log: readonly Seen[];
  /** Adds a rule; the first that matches and is not used up decides. */
  on(match: Match, fault: Fault): void;
  /** Forgets rules and log. */
  clear(): void;
  /** Resolves when nothing is under way, late commits included; requests left hanging do not count. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

interface Traffic {
  readonly target: string;
  readonly rules: Rules;
  readonly log: { -readonly [Fact in keyof Seen]: Seen[Fact] }[];
  readonly stopped: AbortController;
}

const PASS: Fault = { name: 'none', apply: async (exchange) => exchange.deliver(await exchange.forward()) };

async function take(traffic: Traffic, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url: path = '', headers } = request;
  const fault = traffic.rules.faultFor(method, path);
  const seen = { method, path, headerNames: Object.keys(headers), forwarded: 0, fault: fault?.name ?? null };
  traffic.log.push(seen);
  const body = await readAll(request);
  const exchange: Exchange = {
    response,
    socket: request.socket,
    stopped: traffic.stopped.signal,
    forward: () => {
      seen.forwarded += 1;
      return sendOn(traffic.target, request, body);
    },
    deliver: (answer) => void response.writeHead(answer.status, answer.headers).end(answer.body),
  };
  await (fault ?? PASS).apply(exchange);
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

/** Starts a proxy in front of an address; requests pass unharmed until a rule says otherwise. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const { origin: behind } = new URL(target);
  const traffic: Traffic = { target: behind, rules: new Rules(), log: [], stopped: new AbortController() };
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = take(traffic, request, response)
      // An origin that is down, or a caller that left, ends the caller's connection as a real one would.
      .catch(() => void request.socket.destroy())
      .finally(() => underWay.delete(work));
    underWay.add(work);
  });
  const origin = await listening(server);
  return {
    origin,
    url: target.replace(behind, origin),
    log: traffic.log,
    on: (match, fault) => traffic.rules.add(match, fault),
    clear: () => {
      traffic.rules.clear();
      traffic.log.length = 0;
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    stop: () =>
      new Promise((resolve) => {
        traffic.stopped.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
