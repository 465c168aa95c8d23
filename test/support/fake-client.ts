import type * as z from 'zod';
import { contract, type AppContract } from '@core/contract/contract';
import type { CallShape, Client } from '@core/contract/shape';

type Calls = AppContract['calls'];
type Events = AppContract['events'];
type AnyCall = (input: unknown) => Promise<unknown>;
type Listener = (payload: unknown) => void;

/** Stand-ins for single calls; what is left out throws with its name when it is called. */
export type Stubs = { readonly [G in keyof Calls]?: Partial<Client<AppContract>[G]> };

/** A call the window made. */
export interface MadeCall {
  /** "keys.issue" */
  readonly call: string;
  readonly input: unknown;
}

/** A client for tests, with what was asked of it and a way to send events. */
export type FakeClient = Client<AppContract> & {
  /** The inputs of every call of one name in order: `inputs('keys.issue')`. */
  readonly inputs: (call: string) => readonly unknown[];
  /** Every call in order. */
  readonly made: readonly MadeCall[];
  /** Sends an event as main would. */
  readonly emit: <E extends keyof Events>(event: E, payload: z.input<Events[E]>) => void;
  /** Replaces single stand-ins while a test runs. */
  readonly stub: (more: Stubs) => void;
  /** How many listeners there are; zero once everything is gone. */
  readonly listeners: () => number;
};

/** A client whose calls are the given stand-ins; input is checked against the contract as main does. */
export function fakeClient(...stubs: readonly Stubs[]): FakeClient {
  const given = new Map<string, AnyCall>();
  const made: MadeCall[] = [];
  const stub = (more: Stubs): void => flat(more).forEach(([name, run]) => given.set(name, run as AnyCall));
  stubs.forEach(stub);
  const answer = async (call: string, shape: CallShape, input: unknown): Promise<unknown> => {
    made.push({ call, input });
    shape.input.parse(input);
    const run = given.get(call);
    if (run === undefined) throw new Error(`No stand-in for ${call}`);
    return run(input);
  };
  const events = fakeEvents();
  const inputs = (call: string): unknown[] =>
    made.filter((one) => one.call === call).map(({ input }) => input);
  const fake: object = { ...groups(answer), ...events, made, inputs, stub };
  // Built from the contract itself, so it has exactly the contract's calls and events.
  return fake as FakeClient;
}

const flat = (groups: object): [string, unknown][] =>
  Object.entries(groups).flatMap(([group, calls]) =>
    Object.entries(calls as object).map(([name, value]): [string, unknown] => [`${group}.${name}`, value]),
  );

function groups(answer: (call: string, shape: CallShape, input: unknown) => Promise<unknown>): object {
  const built: Record<string, Record<string, AnyCall>> = {};
  for (const [call, shape] of flat(contract.calls)) {
    const [group = '', name = ''] = call.split('.');
    (built[group] ??= {})[name] = (input) => answer(call, shape as CallShape, input);
  }
  return built;
}

function fakeEvents(): object {
  const listeners = new Map(Object.keys(contract.events).map((event) => [event, new Set<Listener>()]));
  const subscribe = (event: string) => (listener: Listener) => {
    listeners.get(event)?.add(listener);
    return () => void listeners.get(event)?.delete(listener);
  };
  return {
    pathOf: ({ name }: File) => `/home/ada/${name}`,
    on: Object.fromEntries([...listeners.keys()].map((event) => [event, subscribe(event)])),
    emit: (event: string, payload: unknown) => listeners.get(event)?.forEach((listener) => listener(payload)),
    listeners: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
  };
}
