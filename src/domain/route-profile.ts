import * as z from 'zod';

/** How sure a fact about a vendor is: its pages say so, its own open code does so, or it is our inference. */
export type Basis = 'documented' | 'in-code' | 'assumed';

/** Something Keydesk relies on at a vendor's console. */
export interface VendorFact {
  readonly statement: string;
  readonly basis: Basis;
  /** The page or the code it comes from, or why it is likely. */
  readonly source: string;
}

export const ROUTE_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export const RouteMethod = z.enum(ROUTE_METHODS);
export type RouteMethod = z.infer<typeof RouteMethod>;

/** A method and a path below the console's address; `{name}` stands for a whole segment. */
export const Route = z.strictObject({
  method: RouteMethod,
  path: z.string().min(2).max(300),
});
export type Route = z.infer<typeof Route>;

/** The routes an operator set for one console, by the id of their `RouteSpec`. */
export const RouteProfile = z.record(z.string().max(40), Route);
export type RouteProfile = z.infer<typeof RouteProfile>;

/** One thing an adapter asks of a console whose route is not documented, and may therefore be changed. */
export interface RouteSpec {
  readonly id: string;
  /** What it does, for people. */
  readonly purpose: string;
  /** The likely route. */
  readonly likely: Route;
  /** Whether the likely route is used unless told otherwise; if not, it has to be discovered or set. */
  readonly trusted: boolean;
  /** Names that the path has to contain, e.g. `keyId`. */
  readonly names: readonly string[];
  readonly basis: Basis;
  readonly source: string;
}

const SEGMENT = /^(\{[a-zA-Z]{1,40}\}|[A-Za-z0-9._~-]{1,80})$/;

/** What is wrong with a route for its purpose, in a sentence; null when it may be used. */
export function routeProblem(
  { names, likely }: Pick<RouteSpec, 'names' | 'likely'>,
  { method, path }: Route,
): string | null {
  // SECURITY: reading is repeated and tried out by itself, and must change nothing.
  if (likely.method === 'GET' && method !== 'GET') return 'This only reads: its method is GET.';
  if (likely.method !== 'GET' && method === 'GET') return 'This changes something: its method is not GET.';
  if (!path.startsWith('/')) return 'The path begins with a slash.';
  const segments = path.slice(1).split('/');
  // SECURITY: a path may neither leave the console's address nor carry a query of its own.
  if (!segments.every((segment) => SEGMENT.test(segment) && !/^\.{1,2}$/.test(segment)))
    return 'Only letters, digits and . _ ~ - between slashes, and names in braces.';
  const named = segments.filter((segment) => segment.startsWith('{')).map((segment) => segment.slice(1, -1));
  const missing = names.find((name) => !named.includes(name));
  if (missing !== undefined) return `{${missing}} is missing: it says which key is meant.`;
  const strange = named.find((name) => !names.includes(name));
  return strange === undefined ? null : `{${strange}} means nothing here.`;
}

/** The path of a route as segments, its names replaced; each is encoded where it is sent. */
export function routeSegments({ path }: Route, values: Readonly<Record<string, string>> = {}): string[] {
  return path
    .slice(1)
    .split('/')
    .map((segment) => (segment.startsWith('{') ? (values[segment.slice(1, -1)] ?? segment) : segment));
}

/** The route to use: the operator's, else the discovered one, else the likely one where it is trusted. */
export function routeOf(
  spec: RouteSpec,
  set: RouteProfile | undefined,
  discovered?: RouteProfile,
): Route | null {
  return set?.[spec.id] ?? discovered?.[spec.id] ?? (spec.trusted ? spec.likely : null);
}

/** A set of routes that a console's own description offers for a purpose. */
export const DiscoveredRoutes = z.object({
  /** What in the description led to them, for people. */
  found: z.string().max(300),
  routes: RouteProfile,
});
export type DiscoveredRoutes = z.infer<typeof DiscoveredRoutes>;

/** How one route of a console stands. */
export const RouteState = z.object({
  id: z.string(),
  route: Route.nullable(),
  /** Where the route in use comes from; `unknown` when there is none. */
  from: z.enum(['operator', 'discovered', 'likely', 'unknown']),
});
export type RouteState = z.infer<typeof RouteState>;

/** What the console's page shows of its routes. */
export const ProfileReport = z.object({
  routes: z.array(RouteState),
  /** What the console's own description offers, best first; empty where it offers nothing. */
  discovered: z.array(DiscoveredRoutes),
  /** Why nothing was discovered, in a sentence; null where that is no matter. */
  problem: z.string().nullable(),
});
export type ProfileReport = z.infer<typeof ProfileReport>;

/** What trying a route gave. Only reading routes without names are tried; the others would change something. */
export const RouteTrial = z.object({
  id: z.string(),
  outcome: z.enum(['works', 'fails', 'not-tried']),
  status: z.number().int().nullable(),
  message: z.string(),
});
export type RouteTrial = z.infer<typeof RouteTrial>;
