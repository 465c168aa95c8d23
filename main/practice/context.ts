import type { FastifyInstance } from 'fastify';
import { ASSUMPTIONS, type Assumptions } from './assumptions';
import { Operators } from './operators';
import { DEFAULT_SESSION_LIFETIME_MS, type PracticeOptions } from './options';
import { Replays } from './replays';
import { Sessions } from './sessions';
import { SignInPause } from './sign-in-pause';
import type { Store } from './store';

/** What every dialect works with. */
export interface PracticeContext {
  readonly store: Store;
  readonly clock: () => number;
  readonly assumptions: Assumptions;
  readonly latencyMs: number;
  readonly operators: Operators;
  readonly sessions: Sessions;
  readonly signInPause: SignInPause;
  readonly replays: Replays;
  /** Address of an origin by name, once it listens: `management`, or a gateway's name. */
  readonly origins: Map<string, string>;
}

/** A data plane of its own: its own origin, its own style of answers. */
export interface Gateway {
  readonly name: string;
  readonly build: (context: PracticeContext) => FastifyInstance;
}

/** One vendor's way of speaking. A vendor joins the practice console by adding one of these to `server.ts`. */
export interface Dialect {
  /** Names the vendor, and the path of its management side. */
  readonly vendor: string;
  /** Idempotent script that makes its tables. */
  readonly tables: string;
  /** Puts sample data where there is none. */
  fill(context: PracticeContext, options: PracticeOptions): void;
  /** Adds its management routes to an instance that already has the vendor's path as prefix. */
  mount(app: FastifyInstance, context: PracticeContext): void;
  readonly gateways: readonly Gateway[];
}

/** Puts together what the dialects share. */
export function createContext(options: PracticeOptions, store: Store): PracticeContext {
  const clock = options.clock ?? Date.now;
  const assumptions = { ...ASSUMPTIONS, ...options.assumptions };
  const operators = new Operators(store);
  const sessions = new Sessions(store, operators, {
    clock,
    lifetimeMs: options.sessionLifetimeMs ?? DEFAULT_SESSION_LIFETIME_MS,
    operatorToken: options.operatorToken,
  });
  return {
    store,
    clock,
    assumptions,
    latencyMs: options.latencyMs ?? 0,
    operators,
    sessions,
    signInPause: new SignInPause({
      clock,
      attempts: assumptions.signInAttempts,
      pauseMs: assumptions.signInPauseMs,
    }),
    replays: new Replays(store, assumptions.replayRetentionMs),
    origins: new Map(),
  };
}
