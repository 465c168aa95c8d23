import type { AppContract } from '@core/contract/contract';
import { unwrap, type Result } from '@core/contract/result';
import type { Bridge, Client, ContractShape } from '@core/contract/shape';

type Envelope = (input: unknown) => Promise<Result<unknown>>;

/** What the window may call: values, or a thrown `AppError`. */
export type AppClient = Client<AppContract>;

/** Turns a bridge into a client: every call unwraps its envelope into a value or a thrown `AppError`. */
export function createClient<C extends ContractShape>(bridge: Bridge<C>): Client<C> {
  const { on, pathOf, ...groups } = bridge;
  const calls = Object.entries<object>(groups).map(([name, group]) => [name, unwrapped(group)] as const);
  // The shape is the bridge's own; only the envelopes are gone, which a mapped type cannot be told.
  return { ...Object.fromEntries(calls), on, pathOf } as Client<C>;
}

function unwrapped(group: object): Record<string, (input: unknown) => Promise<unknown>> {
  const entries = Object.entries(group) as [string, Envelope][];
  return Object.fromEntries(
    entries.map(([name, call]) => [name, async (input: unknown) => unwrap(await call(input))]),
  );
}

/** The client of this window, or null when the page was opened outside Keydesk. */
export function windowClient(): AppClient | null {
  const bridge = window.keydesk;
  return bridge === undefined ? null : createClient<AppContract>(bridge);
}
