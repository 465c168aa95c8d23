import { request } from 'node:http';
import type { PracticeOptions } from '@main/practice/options';
import { startFaultProxy, type FaultProxy } from '@test/support/fault-proxy';
import type { Identity } from '@test/support/certificates';
import { startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { tlsServer, type LoopbackServer } from '@test/support/tls-server';

/** A practice console behind a proxy that misbehaves as told. */
export interface Weather {
  readonly practice: PracticeForTest;
  readonly proxy: FaultProxy;
  /** Moves the console's clock on, in milliseconds. */
  passTime(ms: number): void;
  /** How often a request of this kind came through the door. */
  sent(method: string, path: RegExp): number;
  stop(): Promise<void>;
}

/** Starts such a console with fresh sample data. */
export async function startWeather(options: Partial<PracticeOptions> = {}): Promise<Weather> {
  let ahead = 0;
  const practice = await startPracticeForTest({ clock: () => Date.now() + ahead, ...options });
  const proxy = await startFaultProxy(practice.baseUrl);
  return {
    practice,
    proxy,
    passTime: (ms) => void (ahead += ms),
    sent: (method, path) => proxy.log.filter((seen) => seen.method === method && path.test(seen.path)).length,
    stop: async () => {
      await proxy.stop();
      await practice.stop();
    },
  };
}

/** The same console over https with a certificate of the test's choice. */
export const behindTls = (
  identity: Identity,
  { origin }: Pick<FaultProxy, 'origin'>,
): Promise<LoopbackServer> =>
  tlsServer(identity, (incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    const onward = request(new URL(url, origin), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });

/** Requests about keys, by what they are for. */
export const ON_THE_WIRE = {
  production: /environments\/production\/keys(\?|$)/,
  staging: /environments\/staging\/keys(\?|$)/,
  /** One key, in whatever environment. */
  oneKey: /\/keys\/[^/?]+$/,
  /** The search for a key whose creation is unclear. */
  lookup: /[?&]clientRef=/,
} as const;
