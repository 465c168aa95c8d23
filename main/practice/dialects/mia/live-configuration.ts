import * as z from 'zod';
import { parseAcl, type Acl } from '@core/domain/acl/acl';
import { resolveVariables } from './variables';

/** What an endpoint or one of its routes asks of a caller. */
export interface Protection {
  /** Without: somebody has to be signed in. */
  readonly isPublic: boolean;
  /** An API key is required. */
  readonly secreted: boolean;
  /** Null where the expression cannot be read, which lets nobody in. */
  readonly acl: Acl | null;
}

/** A path that is served, with the routes below it that ask for something else. */
export interface LiveEndpoint extends Protection {
  readonly segments: readonly string[];
  readonly routes: readonly (Protection & { readonly verb: string; readonly segments: readonly string[] })[];
}

/** A deployed configuration, as far as the gateway looks at it. */
export interface LiveConfiguration {
  /** ClientTypes of the active keys by the key's value. */
  readonly clientTypes: ReadonlyMap<string, string>;
  /** The longest path first. */
  readonly endpoints: readonly LiveEndpoint[];
}

const inheritable = <Value extends z.ZodType>(value: Value) =>
  z
    .union([z.object({ inherited: z.literal(false), value }), z.object({ inherited: z.literal(true) })])
    .catch({ inherited: true });

const Route = z.object({
  verb: z.string(),
  path: z.string(),
  public: inheritable(z.boolean()),
  secreted: inheritable(z.boolean()),
  acl: inheritable(z.string()),
});

const Endpoint = z.object({
  public: z.boolean().catch(false),
  secreted: z.boolean().catch(false),
  acl: z.string().catch(''),
  routes: z.record(z.string(), z.unknown()).catch({}),
});
type Endpoint = z.infer<typeof Endpoint>;

const Configuration = z.object({
  endpoints: z.record(z.string(), z.unknown()),
  secrets: z.array(z.object({ secret: z.string(), clientType: z.string(), active: z.boolean() })),
});

/** The parts of a path; a slash at the end means nothing. */
export const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

function aclOf(text: string): Acl | null {
  const parsed = parseAcl(text);
  return parsed.ok ? parsed.acl : null;
}

function routesOf({ routes, ...endpoint }: Endpoint): LiveEndpoint['routes'] {
  return Object.values(routes).flatMap((entry) => {
    const read = Route.safeParse(entry);
    if (!read.success) return [];
    const { acl, verb, path, secreted } = read.data;
    return [
      {
        verb,
        segments: segmentsOf(path),
        isPublic: read.data.public.inherited ? endpoint.public : read.data.public.value,
        secreted: secreted.inherited ? endpoint.secreted : secreted.value,
        acl: aclOf(acl.inherited ? endpoint.acl : acl.value),
      },
    ];
  });
}

function endpointsOf(endpoints: Readonly<Record<string, unknown>>): LiveEndpoint[] {
  const live = Object.entries(endpoints).flatMap(([path, entry]): LiveEndpoint[] => {
    const read = Endpoint.safeParse(entry);
    if (!read.success) return [];
    const { public: isPublic, secreted, acl } = read.data;
    return [{ segments: segmentsOf(path), isPublic, secreted, acl: aclOf(acl), routes: routesOf(read.data) }];
  });
  return live.sort((left, right) => right.segments.length - left.segments.length);
}

/** Reads a deployed configuration with the runtime environment's variables. */
export function liveConfiguration(
  text: string,
  variables: Readonly<Record<string, string>>,
): LiveConfiguration {
  const { endpoints, secrets } = Configuration.parse(JSON.parse(text));
  const clientTypes = new Map<string, string>();
  for (const { secret, clientType, active } of secrets) {
    const value = resolveVariables(secret, variables);
    if (active && value !== null && !clientTypes.has(value)) clientTypes.set(value, clientType);
  }
  return { clientTypes, endpoints: endpointsOf(endpoints) };
}
