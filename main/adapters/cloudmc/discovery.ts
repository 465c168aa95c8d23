import { routeProblem, type RouteMethod, type RouteProfile } from '@core/domain/route-profile';
import { CLOUDMC } from '@core/domain/vendors/cloudmc';
import type { Operation } from './description';

/** A set of routes that belong together and may be those of API keys. */
export interface Candidate {
  /** Where the keys are listed, below the API's root; `{…}` for what stands for the operator. */
  readonly stem: string;
  readonly routes: RouteProfile;
  /** How much speaks for it. */
  readonly score: number;
  /** What does, for people. */
  readonly found: string;
  /** The field of a new key that the others do not have. */
  readonly secretField: string | null;
}

/** Operations on one kind of record. */
interface Resource {
  readonly stem: string;
  readonly list: Operation;
  readonly create: Operation;
  readonly rename: Operation;
  readonly revoke: Operation;
}

/** As long as a route may be. */
const LONGEST_PATH = 300;

/** From this on a resource counts as API keys. */
const ENOUGH = 4;

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
const speaksOfKeys = (text: string): boolean => /api(key|credential)/.test(letters(text));
const segmentsOf = (path: string): string[] => path.slice(1).split('/');

/** Credentials for the cloud services behind the console, which must never be taken for its own keys. */
const FOREIGN_PLACE = new Set(['services', 'connections', 'environments', 'serviceconnections']);
const foreign = ({ stem, list, create }: Resource): boolean =>
  segmentsOf(stem).some((segment) => FOREIGN_PLACE.has(letters(segment))) ||
  [...list.tags, ...create.tags].some((tag) => /service|connection/i.test(tag)) ||
  [...list.fields.keys(), ...create.fields.keys()].some((name) => /secretkey|accesskey/i.test(name));

interface Evidence {
  readonly points: number;
  readonly says: string;
  /** Whether it alone tells that these are API keys, and not some other kind of record. */
  readonly names: boolean;
  readonly holds: (resource: Resource) => boolean;
}

const EVIDENCE: readonly Evidence[] = [
  {
    points: 3,
    says: 'path',
    names: true,
    holds: ({ stem }) => speaksOfKeys(segmentsOf(stem).at(-1) ?? ''),
  },
  {
    points: 1,
    says: 'path',
    names: false,
    holds: ({ stem }) => /^(access)?(keys|credentials|tokens)$/.test(letters(segmentsOf(stem).at(-1) ?? '')),
  },
  { points: 2, says: 'tag', names: true, holds: ({ list }) => list.tags.some(speaksOfKeys) },
  {
    points: 2,
    says: 'operations',
    names: true,
    holds: ({ list, create, rename, revoke }) =>
      [list, create, rename, revoke].filter(({ operationId }) => speaksOfKeys(operationId)).length >= 3,
  },
  {
    points: 1,
    says: 'fields',
    names: false,
    holds: ({ list }) => list.fields.has('id') && list.fields.has('name'),
  },
  {
    points: 1,
    says: 'last use',
    names: false,
    holds: ({ list }) => [...list.fields.keys()].some((name) => /^last(ip|activity|use|access)/i.test(name)),
  },
  {
    points: 2,
    says: 'a secret for new ones only',
    names: false,
    holds: (resource) => secretFieldOf(resource) !== null,
  },
];

/** The one text that only a new record has. */
function secretFieldOf({ list, create }: Resource): string | null {
  if (list.fields.size === 0) return null;
  const more = [...create.fields].filter(([name, isText]) => isText && !list.fields.has(name));
  return more.length === 1 ? (more[0]?.[0] ?? null) : null;
}

/** Lists, creations, renamings and removals that belong together: of one path and of the records below it. */
function resourcesIn(operations: readonly Operation[]): Resource[] {
  const byPlace = new Map(operations.map((each) => [`${each.method} ${each.path}`, each]));
  const at = (methods: readonly RouteMethod[], path: string): Operation | undefined =>
    methods.map((method) => byPlace.get(`${method} ${path}`)).find((each) => each !== undefined);
  const items = operations.filter(({ method, path }) => method === 'DELETE' && /\/\{[^/{}]+\}$/.test(path));
  return items.flatMap((revoke) => {
    const stem = revoke.path.slice(0, revoke.path.lastIndexOf('/'));
    const [list, create] = [at(['GET'], stem), at(['POST'], stem)];
    const rename = at(['PUT', 'PATCH'], revoke.path);
    return list && create && rename ? [{ stem, list, create, rename, revoke }] : [];
  });
}

function toCandidate(resource: Resource): Candidate {
  const { stem, list, create, rename, revoke } = resource;
  const holding = EVIDENCE.filter(({ holds }) => holds(resource));
  const named = holding.some(({ names }) => names);
  const item = `${stem}/{keyId}`;
  return {
    stem,
    routes: {
      'keys.list': { method: list.method, path: stem },
      'keys.create': { method: create.method, path: stem },
      'keys.rename': { method: rename.method, path: item },
      'keys.revoke': { method: revoke.method, path: item },
    },
    score: named ? holding.reduce((sum, { points }) => sum + points, 0) : 0,
    found: `Found by: ${[...new Set(holding.map(({ says }) => says))].join(', ')}.`,
    secretField: secretFieldOf(resource),
  };
}

/** What may be the routes of API keys among the operations of a console, best first. */
export const candidatesAmong = (operations: readonly Operation[]): Candidate[] =>
  resourcesIn(operations)
    .filter((resource) => !foreign(resource))
    .map(toCandidate)
    .filter(({ score }) => score >= ENOUGH)
    .sort((one, other) => other.score - one.score);

/**
 * A candidate with the operator's identifier filled in where its path names a user; null where the path asks for
 * something else, or cannot be sent.
 */
export function settled(candidate: Candidate, userId: string | null): Candidate | null {
  const stem = candidate.stem.replace(/(\/users)\/\{[^/{}]+\}/i, (whole, users: string) =>
    userId === null ? whole : `${users}/${userId}`,
  );
  const routes = Object.fromEntries(
    Object.entries(candidate.routes).map(([id, { method, path }]) => [
      id,
      { method, path: stem + path.slice(candidate.stem.length) },
    ]),
  );
  const fits = CLOUDMC.routes.every((spec) => {
    const route = routes[spec.id];
    return route !== undefined && route.path.length <= LONGEST_PATH && routeProblem(spec, route) === null;
  });
  return fits ? { ...candidate, stem, routes } : null;
}
