import type { BridgePort } from '@core/contract/bridge';
import type { CallSource, Message } from '@main/ipc/serve';
import { PAGE_ORIGIN } from '@main/security';

type Answer = (message: Message, input: unknown) => unknown;
type Listener = (payload: unknown) => void;

/** A message from the top frame of page 7 at the page's own address. */
export const pageMessage: Message = { sender: { id: 7 }, senderFrame: { origin: PAGE_ORIGIN, parent: null } };

/** Both ends of the line between a page and main, in memory. Everything that crosses is cloned as Electron does. */
export interface FakeIpc {
  /** For `serve`. */
  readonly page: CallSource;
  /** For `emitTo`. */
  readonly contents: { send(channel: string, ...args: unknown[]): void; isDestroyed(): boolean };
  /** For `createBridge`. */
  readonly port: BridgePort;
  readonly channels: () => string[];
  readonly listeners: () => number;
  /** Sends as somebody else. */
  invokeAs(message: Message, channel: string, input: unknown): Promise<unknown>;
}

/** A line with nobody at its ends yet. */
export function fakeIpc(): FakeIpc {
  const answers = new Map<string, Answer>();
  const listeners = new Map<string, Set<Listener>>();
  const invokeAs: FakeIpc['invokeAs'] = async (message, channel, input) => {
    const answer = answers.get(channel);
    if (answer === undefined) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await answer(message, structuredClone(input)));
  };
  return {
    page: { id: 7, ipc: { handle: (channel, answer) => void answers.set(channel, answer) } },
    contents: {
      send: (channel, payload) =>
        listeners.get(channel)?.forEach((listener) => listener(structuredClone(payload))),
      isDestroyed: () => false,
    },
    port: {
      invoke: (channel, input) => invokeAs(pageMessage, channel, input),
      listen: (channel, listener) => {
        const set = listeners.get(channel) ?? new Set();
        listeners.set(channel, set.add(listener));
        return () => void set.delete(listener);
      },
      pathOf: (file) => `/home/ada/${(file as File).name}`,
    },
    channels: () => [...answers.keys()],
    listeners: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
    invokeAs,
  };
}
