import type { HttpRequest } from '@main/http/http';
import type { Claims } from './schema';

/** Sends requests as the operator, in one organization. */
export interface Access {
  /** Whose permissions decide. */
  readonly by: 'user' | 'key';
  /** Hands the request on with its credential; a session that has run out is renewed once. */
  authorized<T>(request: HttpRequest, send: (authorized: HttpRequest) => Promise<T>): Promise<T>;
  /** What the credential says of itself; signs in if needed. */
  claims(): Promise<Claims>;
}

/** A request with one more header. */
export const withHeader = (request: HttpRequest, name: string, value: string): HttpRequest => ({
  ...request,
  headers: { ...request.headers, [name]: value },
});
