import type { PracticeContext } from '../../context';
import type { ConfigurationStore } from './configuration-store';
import type { PipelineStore } from './pipeline-store';
import type { ServiceAccount, ServiceAccounts } from './service-accounts';
import type { AccessTokens } from './access-tokens';

/** What the handlers work with. */
export interface MiaDesk {
  readonly context: PracticeContext;
  readonly accounts: ServiceAccounts;
  readonly tokens: AccessTokens;
  readonly configurations: ConfigurationStore;
  readonly pipelines: PipelineStore;
}

/** A body as it came, and what it says. */
export type MiaBody =
  | { readonly kind: 'json'; readonly text: string; readonly value: unknown }
  | { readonly kind: 'form'; readonly form: URLSearchParams };

/** One request, after sign-in. */
export interface MiaCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: MiaBody | undefined;
  readonly authorization: string | undefined;
  /** Who asks. Not to be used on open routes. */
  readonly account: ServiceAccount;
}

/** One successful answer. */
export interface MiaAnswer {
  /** JSON text. */
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a service account may do; everyone who is signed in may read. */
export type MiaRight = 'save' | 'deploy';

/** One route; a trailing slash is part of its path, as in the vendor's own clients. */
export interface MiaRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `open`: nobody needs to be signed in. */
  readonly right: MiaRight | 'read' | 'open';
  handle(call: MiaCall, desk: MiaDesk): MiaAnswer;
}

/** An answer from a value. */
export const answer = (value: unknown, headers: Readonly<Record<string, string>> = {}): MiaAnswer => ({
  text: JSON.stringify(value),
  headers,
});

/** A query parameter's text; one that is repeated is read as a list with commas. */
export function queryText({ query }: Pick<MiaCall, 'query'>, name: string): string | undefined {
  const value = query[name];
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : undefined;
}
