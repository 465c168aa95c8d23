import type { ConsoleAdapter, VendorKey } from '@main/adapters/adapter';
import { startFaultProxy, type FaultProxy } from '@test/support/fault-proxy';
import type { Fault } from '@test/support/fault-proxy/exchange';
import { DEV, MAIN, type WireConfiguration } from '../../practice/mia/mia-console';
import { listed } from '../trial';
import { startMiaDesk, type MiaDesk } from './console';

/** The calls that save a configuration. */
export const SAVE = { method: 'POST', path: /\/configuration/ } as const;

/** Lets somebody else do something between our reading and our saving. */
export const meanwhile = (job: () => Promise<unknown>): Fault => ({
  name: 'meanwhile',
  apply: async (exchange) => {
    await job();
    exchange.deliver(await exchange.forward());
  },
});

/** Two people at one console, ours by way of a proxy. */
export interface TwoDesks {
  readonly mia: MiaDesk;
  readonly proxy: FaultProxy;
  readonly ours: ConsoleAdapter;
  readonly colleague: ConsoleAdapter;
  /** The saves that ours told of. */
  readonly told: readonly [environmentId: string, previous: string, save: string][];
  /** A configuration on the wire. */
  read(path?: string): Promise<WireConfiguration>;
  /** A key as ours lists it. */
  theKey(id: string): Promise<VendorKey>;
  /** How many POSTs ours sent since the proxy was cleared. */
  posts(): number;
  stop(): Promise<void>;
}

/** Starts a practice console for two. */
export async function startTwoDesks(options: Parameters<typeof startMiaDesk>[0] = {}): Promise<TwoDesks> {
  const mia = await startMiaDesk(options);
  const proxy = await startFaultProxy(mia.offer.baseUrl);
  const told: [string, string, string][] = [];
  const saved = (...save: [string, string, string]): void => void told.push(save);
  const ours = mia.connect('company-owner', { baseUrl: proxy.url, saved });
  return {
    mia,
    proxy,
    ours,
    colleague: mia.connect('maintainer'),
    told,
    read: async (path = MAIN) => (await mia.call<WireConfiguration>('GET', path)).body,
    theKey: async (id) => {
      const found = (await listed(ours, DEV)).find((key) => key.id === id);
      if (found === undefined) throw new Error(`There is no key "${id}".`);
      return found;
    },
    posts: () => proxy.log.filter(({ method }) => method === 'POST').length,
    stop: async () => {
      await proxy.stop();
      await mia.stop();
    },
  };
}
