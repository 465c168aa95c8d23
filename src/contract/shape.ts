import type * as z from 'zod';
import type { Result } from '@core/contract/result';

/** One request and its answer. Input is parsed strictly in main; output is stripped to its schema. */
export interface CallShape<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

/** Groups of calls, and the events main may send. */
export interface ContractShape {
  readonly calls: Readonly<Record<string, Readonly<Record<string, CallShape>>>>;
  readonly events: Readonly<Record<string, z.ZodType>>;
}

/** Declares a call. */
export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallShape<I, O> => ({
  input,
  output,
});

type Calls<C extends ContractShape> = C['calls'];

/** What main must provide: one function per call; a missing one does not compile. */
export type Handlers<C extends ContractShape> = {
  readonly [G in keyof Calls<C>]: {
    readonly [N in keyof Calls<C>[G]]: (
      input: z.output<Calls<C>[G][N]['input']>,
    ) => Promise<z.input<Calls<C>[G][N]['output']>> | z.input<Calls<C>[G][N]['output']>;
  };
};

/** Stops a subscription. Listeners cannot be removed by reference through the bridge. */
export type Unsubscribe = () => void;

/** Where a file is that was dropped on the window; empty for one that is on no disk. Takes the page's `File`. */
export type PathOf = (file: object) => string;

/** What the preload exposes: the calls as envelopes, `on` for events, and the path of a dropped file. */
export type Bridge<C extends ContractShape> = {
  readonly [G in keyof Calls<C>]: {
    readonly [N in keyof Calls<C>[G]]: (
      input: z.input<Calls<C>[G][N]['input']>,
    ) => Promise<Result<z.output<Calls<C>[G][N]['output']>>>;
  };
} & { readonly on: Subscriptions<C>; readonly pathOf: PathOf };

/** One subscribe function per event. */
export type Subscriptions<C extends ContractShape> = {
  readonly [E in keyof C['events']]: (listener: (payload: z.output<C['events'][E]>) => void) => Unsubscribe;
};

/** What renderer code calls: values, or a thrown `AppError`. */
export type Client<C extends ContractShape> = {
  readonly [G in keyof Calls<C>]: {
    readonly [N in keyof Calls<C>[G]]: (
      input: z.input<Calls<C>[G][N]['input']>,
    ) => Promise<z.output<Calls<C>[G][N]['output']>>;
  };
} & { readonly on: Subscriptions<C>; readonly pathOf: PathOf };

/** Sends an event of the contract to the window. */
export type Emit<C extends ContractShape> = <E extends keyof C['events'] & string>(
  event: E,
  payload: z.input<C['events'][E]>,
) => void;

/** The IPC channel of a call. */
export const callChannel = (group: string, name: string): string => `keydesk:call:${group}.${name}`;

/** The IPC channel of an event. */
export const eventChannel = (event: string): string => `keydesk:event:${event}`;
