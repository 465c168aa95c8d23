import type * as z from 'zod';
import type { PracticeContext } from '../../context';
import type { Operator, Right } from '../../operators';
import type { ProblemName } from '../../problem';
import type { EnvironmentStore } from './environment-store';
import type { KeyStore } from './key-store';

/** What the handlers work with. */
export interface QodlyDesk {
  readonly context: PracticeContext;
  readonly environments: EnvironmentStore;
  readonly keys: KeyStore;
}

/** One request, after sign-in. */
export interface QodlyCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  /** Method and path: what a request is about. */
  readonly target: string;
  /** A header's value by its lower-case name. */
  header(name: string): string | undefined;
  /** Who asks. Not to be used on open routes. */
  readonly operator: Operator;
  /** Runs `work` once the answer has left, or its caller has gone. */
  onClosed(work: () => void): void;
}

/** One successful answer. */
export interface QodlyAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the OpenAPI file says about a route. */
export interface RouteDoc {
  readonly operationId: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Header parameters and whether they are required. */
  readonly headers?: Readonly<Record<string, boolean>>;
  readonly status: number;
  readonly answer?: z.ZodType;
  /** Names of the answer's headers beyond those of every answer. */
  readonly answerHeaders?: readonly string[];
  /** Refusals beyond those that every route of its kind has. */
  readonly problems?: readonly ProblemName[];
}

/** One route: the single source of its registration and of its place in the OpenAPI file. */
export interface QodlyRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the API's root, with `{name}` for parameters. */
  readonly path: string;
  /** What the operator must be allowed; `signed-in`: anyone; `open`: nobody needs to be signed in. */
  readonly right: Right | 'signed-in' | 'open';
  readonly doc: RouteDoc;
  handle(call: QodlyCall, desk: QodlyDesk): QodlyAnswer;
}
