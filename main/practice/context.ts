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
  /** A credential of the administrator for this start, for the application itself. */
  readonly operatorToken: string | undefined;
  readonly operators: Operators;
  readonly sessions: Sessions;
  /** How long a token from signing in lives, in milliseconds. */
  readonly sessionLifetimeMs: number;
  readonly signInPause: SignInPause;
  readonly replays: Replays;
  /** Address of an origin by name, once it listens. */
  readonly origins: Map<string, string>;
}

/** An address of its own, with its own style of answers: a management side, or a data plane. */
export interface Origin {
  /** Names it in `PracticeContext.origins`; begins with the vendor's name. */
  readonly name: string;
  readonly build: (context: PracticeContext) => FastifyInstance;
}

/** Training credentials, as the application's sign-in form takes them. */
export interface SignIn {
  /** Identifier of the vendor's sign-in method. */
  readonly method: string;
  /** By the name of the method's field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What an operator needs to add the console of one vendor. */
export interface ConsoleOffer {
  readonly baseUrl: string;
  /** Further addresses of the console by name, where it has several. */
  readonly origins: Readonly<Record<string, string>>;
  /** Where keys are used, by environment id, for a vendor whose console does not say. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly logins: readonly (SignIn & { readonly label: string; readonly may: string })[];
  /** Valid for this start only; null when no operator token was given. */
  readonly own: SignIn | null;
}

/** One vendor's way of speaking. A vendor joins the practice console by adding one of these to `server.ts`. */
export interface Dialect {
  readonly vendor: string;
  /** Idempotent script that makes its tables, all of which begin with the vendor's name. */
  readonly tables: string;
  /** Puts sample data where there is none. */
  fill(context: PracticeContext, options: PracticeOptions): void;
  /** In the order in which they start: a later one may name an earlier one in its answers. */
  readonly origins: readonly Origin[];
  /** Asked for once every origin listens. */
  offer(context: PracticeContext): ConsoleOffer;
}

/** Puts together what the dialects share. */
export function createContext(options: PracticeOptions, store: Store): PracticeContext {
  const clock = options.clock ?? Date.now;
  const assumptions = { ...ASSUMPTIONS, ...options.assumptions };
  const operators = new Operators(store);
  const sessionLifetimeMs = options.sessionLifetimeMs ?? DEFAULT_SESSION_LIFETIME_MS;
  const sessions = new Sessions(store, operators, {
    clock,
    lifetimeMs: sessionLifetimeMs,
    operatorToken: options.operatorToken,
  });
  return {
    store,
    clock,
    assumptions,
    latencyMs: options.latencyMs ?? 0,
    operatorToken: options.operatorToken,
    operators,
    sessions,
    sessionLifetimeMs,
    signInPause: new SignInPause({
      clock,
      attempts: assumptions.signInAttempts,
      pauseMs: assumptions.signInPauseMs,
    }),
    replays: new Replays(store, assumptions.replayRetentionMs),
    origins: new Map(),
  };
}
