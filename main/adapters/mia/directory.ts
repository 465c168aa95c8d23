import { AppError } from '@core/domain/app-error';
import type { VendorEnvironment } from '@main/adapters/adapter';
import type { MiaClient } from './client';
import { isNameable, type Place } from './place';
import type { RawCompany, RawProject } from './schema';
import { toEnvironment } from './transform';

/** Requests at a time. */
const WIDTH = 6;
/** Companies that are named in one address. */
const COMPANIES_AT_ONCE = 20;

/** Statuses with which a console says that a project is not ours to see, or does not have what was asked for. */
const NOT_HERE = [403, 404, 405, 410];

interface Found {
  readonly project: RawProject;
  readonly places: readonly Place[];
}

/**
 * Everything that has keys of its own: of each project its revisions and versions, or its runtime environments.
 * What is worked on comes first and versions, which cannot be changed, last.
 */
export async function environmentsOf(
  client: MiaClient,
  endpoints: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<VendorEnvironment[]> {
  const companies = await client.companies(signal);
  const projects = await projectsOf(client, companies, signal);
  const found = await eachOf(projects, async (project) => ({
    project,
    places: (await placesOf(client, project, signal)).filter(isNameable),
  }));
  const names = new Map(companies.map(({ tenantId, name }) => [tenantId, name ?? tenantId]));
  return inOrder(found).map(({ project, place }) =>
    toEnvironment(place, { project, company: names.get(project.tenantId) ?? project.tenantId, endpoints }),
  );
}

async function projectsOf(
  client: MiaClient,
  companies: readonly RawCompany[],
  signal?: AbortSignal,
): Promise<RawProject[]> {
  const ids = companies.map(({ tenantId }) => tenantId);
  const groups = Array.from({ length: Math.ceil(ids.length / COMPANIES_AT_ONCE) }, (_none, at) =>
    ids.slice(at * COMPANIES_AT_ONCE, (at + 1) * COMPANIES_AT_ONCE),
  );
  const projects = (await eachOf(groups, (group) => client.projects(group, signal))).flat();
  return [...new Map(projects.map((project) => [project._id, project])).values()];
}

async function placesOf(client: MiaClient, project: RawProject, signal?: AbortSignal): Promise<Place[]> {
  const { _id: id, environments = [] } = project;
  const based = await orNone(client.isEnvironmentBased(id, signal), false);
  if (based) return environments.map(({ envId }) => ({ project: id, kind: 'environments', ref: envId }));
  const places: Place[] = [];
  for (const kind of ['revisions', 'versions'] as const) {
    const refs = await orNone(client.refs(id, kind, signal), []);
    places.push(...[...new Set(refs.map(({ name }) => name))].map((ref) => ({ project: id, kind, ref })));
  }
  return places;
}

/** One project that is not shown must not hide all others. */
async function orNone<T>(asked: Promise<T>, none: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && NOT_HERE.includes(error.facts.status ?? 0)) return none;
    throw error;
  }
}

/** Runtime environments and default branches, then other revisions, then versions. */
function inOrder(found: readonly Found[]): { project: RawProject; place: Place }[] {
  const all = found.flatMap(({ project, places }) => places.map((place) => ({ project, place })));
  const rank = ({ project, place: { kind, ref } }: (typeof all)[number]): number =>
    kind === 'versions' ? 2 : kind === 'revisions' && ref !== project.defaultBranch ? 1 : 0;
  return all.sort((a, b) => rank(a) - rank(b));
}

/** Does a job for each item, a few at a time; the results in the order of the items. */
async function eachOf<T, R>(items: readonly T[], job: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await job(next[1]);
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
  return results;
}
