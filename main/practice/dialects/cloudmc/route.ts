import type * as z from 'zod';
import type { PracticeContext } from '../../context';
import type { KeyStore } from './key-store';
import type { CloudmcOrganization, CloudmcUser } from './sample';
import type { Tasks } from './tasks';

/** What the handlers work with. */
export interface CloudmcDesk {
  readonly context: PracticeContext;
  readonly keys: KeyStore;
  readonly tasks: Tasks;
}

/** One request, after its key was recognised. */
export interface CloudmcCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** Whose key was sent. */
  readonly user: CloudmcUser;
  /** Where the call acts: `org_id`, or the user's own. */
  readonly organization: CloudmcOrganization;
}

/** One successful answer; without a body it is 204. */
export interface CloudmcAnswer {
  readonly status: 200 | 204;
  readonly body?: unknown;
}

/** What the OpenAPI file says about a route. */
export interface RouteDoc {
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  /** Query parameters besides `org_id`, with what they mean. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: z.ZodType;
  /** What `data` holds; absent: nothing is answered. */
  readonly answer?: z.ZodType;
  /** Whether `data` holds a list of these. */
  readonly list?: true;
}

/** One route: the single source of its registration and of its place in the OpenAPI file. */
export interface CloudmcRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the API's root, with `{name}` for parameters. */
  readonly path: string;
  readonly doc: RouteDoc;
  handle(call: CloudmcCall, desk: CloudmcDesk): CloudmcAnswer;
}

/** One record. */
export const record = (data: unknown): CloudmcAnswer => ({ status: 200, body: { data } });

/** A whole list: the console does not page. */
export const list = (data: readonly unknown[]): CloudmcAnswer => ({
  status: 200,
  body: { data, metadata: { recordCount: data.length } },
});
