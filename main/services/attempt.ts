import type { Operation } from '@core/domain/operation';

/**
 * What a look at the console says about an operation: it took effect (with this result), or it did not. `under-way`:
 * it began, and somebody follows it to its end; `failed`: it began, and surely had no effect.
 */
export type Finding<T> =
  | { readonly done: true; readonly value: T; readonly keyId?: string }
  | { readonly done: false; readonly as?: 'under-way' | 'failed' };

/** One mutating call and how to find out what became of it. */
export interface Attempt<T> {
  /** The one call. Never repeated by itself. */
  send(operation: Operation): Promise<T>;
  /** Looks at the console; after `send` succeeded it must also find the change, where given in `readBack`. */
  look(operation: Operation): Promise<Finding<T>>;
  /** Whether a success counts only after `look` found it. */
  readonly readBack: boolean;
  /** Whether it may be sent again when it was not found, without ever taking effect twice. */
  readonly repeatable: boolean;
  /** A success only means that it began: how it ends is for a later `recheck`. */
  readonly endsLater?: true;
  /** What a success tells the journal: which key it is about, and whether its secret waits here alone. */
  facts?(value: T): Pick<Operation, 'keyId' | 'secret'>;
}

/** The end of a run as far as it is known. */
export type RunOutcome<T> =
  | { readonly state: 'confirmed'; readonly value: T; readonly reconciled: boolean }
  | { readonly state: 'checking'; readonly operation: Operation };

/** Finds out what became of an operation of an earlier run, from the journal entry alone. */
export type Settle = (operation: Operation) => Promise<Finding<unknown>>;
