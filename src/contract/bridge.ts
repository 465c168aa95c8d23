import type { Bridge, ContractShape, PathOf, Unsubscribe } from '@core/contract/shape';
import { callChannel, eventChannel } from '@core/contract/shape';

/** What a contract calls its calls (as `group.name`) and its events, without its schemas. */
export interface ContractNames {
  readonly calls: readonly string[];
  readonly events: readonly string[];
}

/** The names in a contract. */
export const contractNames = ({ calls, events }: ContractShape): ContractNames => ({
  calls: Object.entries(calls).flatMap(([group, named]) =>
    Object.keys(named).map((name) => `${group}.${name}`),
  ),
  events: Object.keys(events),
});

const CALLS = '--keydesk-calls=';
const EVENTS = '--keydesk-events=';

/** The names as arguments for the page's process: so the preload derives from the contract without carrying it. */
export const namesToArguments = ({ calls, events }: ContractNames): string[] => [
  CALLS + calls.join(),
  EVENTS + events.join(),
];

/** The names that `namesToArguments` put among the arguments. */
export function namesFromArguments(args: readonly string[]): ContractNames {
  const list = (prefix: string): string[] => {
    const found = args.find((argument) => argument.startsWith(prefix));
    return found === undefined ? [] : found.slice(prefix.length).split(',');
  };
  return { calls: list(CALLS), events: list(EVENTS) };
}

/** How the bridge reaches main. */
export interface BridgePort {
  invoke(channel: string, input: unknown): Promise<unknown>;
  listen(channel: string, listener: (payload: unknown) => void): Unsubscribe;
  readonly pathOf: PathOf;
}

type Call = (input: unknown) => Promise<unknown>;
type Subscribe = (listener: (payload: unknown) => void) => Unsubscribe;

/**
 * The frozen object the window gets: one function per call, one subscription per event, the paths of files it was given
 * itself, and no channel by choice.
 */
export function createBridge<C extends ContractShape>(names: ContractNames, port: BridgePort): Bridge<C> {
  const groups: Record<string, Record<string, Call>> = {};
  for (const call of names.calls) {
    const [group = '', name = ''] = call.split('.');
    (groups[group] ??= {})[name] = (input) => port.invoke(callChannel(group, name), input);
  }
  const on: Record<string, Subscribe> = {};
  for (const event of names.events) on[event] = (listener) => port.listen(eventChannel(event), listener);
  Object.values(groups).forEach(Object.freeze);
  const pathOf: PathOf = (file) => port.pathOf(file);
  // The names are those of the contract, which a mapped type cannot be told.
  return Object.freeze({ ...groups, on: Object.freeze(on), pathOf }) as Bridge<C>;
}
