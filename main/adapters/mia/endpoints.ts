import { clientTypesIn, parseAcl } from '@core/domain/acl/acl';
import { AppError } from '@core/domain/app-error';
import type { Protection, ProtectionChange } from '@core/domain/protection';
import * as z from 'zod';
import { kindOf, membersOf, valueOf, withMember } from './json-text';
import { canonical, markOf } from './mark';

const RawEndpoint = z.object({ secreted: z.boolean().optional(), acl: z.string().max(10_000).optional() });

const override = <Value extends z.ZodType>(value: Value) =>
  z
    .object({ inherited: z.literal(false), value })
    .optional()
    .catch(undefined);

const RawRoute = z.object({
  verb: z.string().min(1).max(20),
  path: z.string().min(1).max(500),
  secreted: override(z.boolean()),
  acl: override(z.string().max(10_000)),
});
type RawRoute = z.infer<typeof RawRoute>;

/** An endpoint of a configuration, as it is written. */
interface Endpoint {
  readonly path: string;
  readonly raw: string;
}

/** How every endpoint is protected, in the order of the configuration. `bad-answer` where one does not fit. */
export const protectionsOf = (text: string): Protection[] => endpointsOf(text).map(protectionOf);

/**
 * Where keys are let through by name: endpoints and routes by ClientType. An endpoint that cannot be read never
 * keeps the keys from being listed; of an expression that cannot be read, every name in quotation marks counts.
 */
export function usesOf(text: string): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  const note = (place: string, acl: string | undefined): void => {
    for (const name of namesIn(acl ?? '')) uses.set(name, [...(uses.get(name) ?? []), place]);
  };
  for (const endpoint of endpointsOf(text)) {
    note(endpoint.path, RawEndpoint.safeParse(JSON.parse(endpoint.raw)).data?.acl);
    for (const { verb, path, acl } of routesOf(endpoint)) note(`${verb} ${endpoint.path}${path}`, acl?.value);
  }
  return uses;
}

/**
 * The configuration with the rules of one endpoint changed; null where it has no such endpoint. Its routes keep theirs.
 */
export function withProtection(
  text: string,
  path: string,
  { secreted, acl }: ProtectionChange,
): string | null {
  const endpoint = endpointsOf(text).find((each) => each.path === path);
  const endpoints = valueOf(text, 'endpoints');
  if (endpoint === undefined || endpoints === null) return null;
  let { raw } = endpoint;
  if (secreted !== undefined) raw = withMember(raw, 'secreted', JSON.stringify(secreted));
  if (acl !== undefined) raw = withMember(raw, 'acl', JSON.stringify(acl));
  return withMember(text, 'endpoints', withMember(endpoints, path, raw));
}

function endpointsOf(text: string): Endpoint[] {
  const raw = valueOf(text, 'endpoints');
  if (raw === null || kindOf(raw) !== 'object') return [];
  return membersOf(raw).flatMap((member) =>
    kindOf(member.raw) === 'object' ? [{ path: member.name, raw: member.raw }] : [],
  );
}

function protectionOf(endpoint: Endpoint): Protection {
  const { data } = RawEndpoint.safeParse(JSON.parse(endpoint.raw));
  if (data === undefined)
    throw new AppError('bad-answer', 'The rules of an endpoint are in a form that Keydesk does not know.');
  const { secreted = false, acl = '' } = data;
  const overrides = routesOf(endpoint)
    .filter((route) => route.secreted !== undefined || route.acl !== undefined)
    .map(({ verb, path }) => `${verb} ${path}`);
  return { path: endpoint.path, secreted, acl, overrides, revision: markOf(canonical(endpoint.raw)) };
}

function routesOf({ raw }: Endpoint): RawRoute[] {
  const routes = valueOf(raw, 'routes');
  if (routes === null || kindOf(routes) !== 'object') return [];
  return membersOf(routes).flatMap((member) => RawRoute.safeParse(JSON.parse(member.raw)).data ?? []);
}

function namesIn(acl: string): string[] {
  const parsed = parseAcl(acl);
  if (parsed.ok) return clientTypesIn(parsed.acl);
  return [...new Set([...acl.matchAll(/["']([A-Za-z_][A-Za-z0-9_]*)["']/g)].map(([, name = '']) => name))];
}
