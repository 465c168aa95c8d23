import { asksForUser, evaluateAcl } from '@core/domain/acl/acl';
import type { Assumptions } from '../../assumptions';
import type { LiveConfiguration, LiveEndpoint, Protection } from './live-configuration';

/** One request below a project's endpoint. */
export interface MiaAttempt {
  readonly method: string;
  readonly segments: readonly string[];
  /** The key that was sent, if any. */
  readonly key: string | null;
}

/** Served, with the ClientType that called; or refused, with a status and a sentence. */
export type MiaDecision =
  { readonly clientType: string | null } | { readonly status: number; readonly message: string };

const matches = (pattern: readonly string[], segments: readonly string[]): boolean =>
  pattern.every((part, at) => (part.startsWith(':') ? segments[at] !== undefined : part === segments[at]));

/** What the place asks for that the request leads to: the endpoint of the longest path, or its very route. */
function protectionOf(endpoints: readonly LiveEndpoint[], attempt: MiaAttempt): Protection | null {
  const endpoint = endpoints.find(({ segments }) => matches(segments, attempt.segments));
  if (!endpoint) return null;
  const rest = attempt.segments.slice(endpoint.segments.length);
  const route = endpoint.routes.find(
    ({ verb, segments }) =>
      verb === attempt.method && segments.length === rest.length && matches(segments, rest),
  );
  return route ?? endpoint;
}

/** Callers of the practice console are never signed in: they have no groups and no permissions. */
function refusedByAcl({ acl }: Protection, clientType: string | null): MiaDecision | null {
  if (acl && evaluateAcl(acl, { clientType, groups: [], permissions: [] })) return null;
  return acl && asksForUser(acl)
    ? { status: 401, message: 'Somebody has to be signed in to call this.' }
    : { status: 403, message: 'This caller is not allowed to call this.' };
}

/** Whether the gateway of a project lets a request through. */
export function decide(
  { clientTypes, endpoints }: LiveConfiguration,
  attempt: MiaAttempt,
  { miaUnknownKeyStatus, miaMissingKeyStatus }: Assumptions,
): MiaDecision {
  const clientType = attempt.key === null ? null : clientTypes.get(attempt.key);
  // Before anything else, because a wrong key is refused even where none is needed.
  if (clientType === undefined) return { status: miaUnknownKeyStatus, message: 'Authorization error' };
  const protection = protectionOf(endpoints, attempt);
  if (!protection) return { status: 404, message: 'There is no such endpoint.' };
  if (protection.secreted && clientType === null)
    return { status: miaMissingKeyStatus, message: 'An API key is required here.' };
  if (!protection.isPublic) return { status: 401, message: 'Somebody has to be signed in to call this.' };
  return refusedByAcl(protection, clientType) ?? { clientType };
}
