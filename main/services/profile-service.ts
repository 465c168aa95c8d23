import { AppError } from '@core/domain/app-error';
import type { ConsoleRecord, ConsoleView } from '@core/domain/console';
import {
  routeProblem,
  type ProfileReport,
  type RouteProfile,
  type RouteSpec,
  type RouteState,
  type RouteTrial,
} from '@core/domain/route-profile';
import { vendorInfo } from '@core/domain/vendor';
import type { ConsoleAdapter, VendorKey } from '@main/adapters/adapter';
import type { ConsoleAdapters } from '@main/services/console-adapters';
import type { ConsoleService } from '@main/services/console-service';
import type { DocumentStore } from '@main/ports';

/** The routes of consoles that their vendors do not document: seen, set and tried. */
export class ProfileService {
  constructor(
    private readonly consoles: ConsoleService,
    private readonly adapters: ConsoleAdapters,
    private readonly store: DocumentStore<ConsoleRecord[]>,
  ) {}

  /** How the routes of a console stand. */
  async read(consoleId: string): Promise<ProfileReport> {
    const record = await this.consoles.find(consoleId);
    const { routes } = vendorInfo(record.vendor);
    if (routes.length === 0) return { routes: [], discovered: [], problem: null };
    const adapter = await this.adapters.of(record);
    return adapter.profile?.() ?? { routes: routes.map(stateOf(record)), discovered: [], problem: null };
  }

  /** Replaces the routes the operator set. Throws `invalid-input` at the first that cannot serve its purpose. */
  async set(consoleId: string, routes: RouteProfile): Promise<ConsoleView> {
    const record = await this.consoles.find(consoleId);
    check(record, routes);
    await this.store.update((records) =>
      records.map((each) => (each.id === consoleId ? { ...each, routes } : each)),
    );
    this.adapters.drop(consoleId);
    const view = (await this.consoles.list()).find(({ id }) => id === consoleId);
    if (view === undefined) throw new AppError('not-found', 'This console is no longer in Keydesk.');
    return view;
  }

  /** Reads with these routes, and changes nothing: neither on the console nor here. */
  async try(consoleId: string, routes: RouteProfile): Promise<RouteTrial[]> {
    const record = await this.consoles.find(consoleId);
    check(record, routes);
    const adapter = await this.adapters.trial({ ...record, routes });
    const [place] = await adapter.environments();
    const specs = vendorInfo(record.vendor).routes;
    if (place === undefined) throw new AppError('not-found', 'There is nothing to read keys from.');
    const trials: RouteTrial[] = [];
    let keyId: string | undefined;
    for (const spec of specs) {
      const tried = await tryRoute(adapter, place.environmentId, spec, keyId);
      trials.push({ id: spec.id, ...tried.trial });
      keyId ??= tried.keyId;
    }
    return trials;
  }
}

const stateOf =
  ({ routes = {} }: ConsoleRecord) =>
  (spec: RouteSpec): RouteState => {
    const set = routes[spec.id];
    if (set !== undefined) return { id: spec.id, route: set, from: 'operator' };
    return spec.trusted
      ? { id: spec.id, route: spec.likely, from: 'likely' }
      : { id: spec.id, route: null, from: 'unknown' };
  };

function check({ vendor }: ConsoleRecord, routes: RouteProfile): void {
  const specs = vendorInfo(vendor).routes;
  for (const [id, route] of Object.entries(routes)) {
    const spec = specs.find((each) => each.id === id);
    if (spec === undefined)
      throw new AppError('invalid-input', 'This console has no such route.', { field: id });
    const problem = routeProblem(spec, route);
    if (problem !== null) throw new AppError('invalid-input', problem, { field: id });
  }
}

interface Tried {
  readonly trial: Omit<RouteTrial, 'id'>;
  /** A key to try the next route with. */
  readonly keyId?: string;
}

const notTried = (message: string): Tried => ({ trial: { outcome: 'not-tried', status: null, message } });

async function tryRoute(
  adapter: ConsoleAdapter,
  environmentId: string,
  { likely: { method }, names }: RouteSpec,
  keyId: string | undefined,
): Promise<Tried> {
  if (method !== 'GET') return notTried('It would change something, so it is not tried.');
  if (names.length > 0 && keyId === undefined) return notTried('There is no key to try it with.');
  try {
    if (names.length > 0) return known(await adapter.key(environmentId, keyId ?? ''));
    return await tryList(adapter, environmentId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { trial: { outcome: 'fails', status: error.facts.status ?? null, message: error.message } };
  }
}

async function tryList(adapter: ConsoleAdapter, environmentId: string): Promise<Tried> {
  let count = 0;
  let first: string | undefined;
  for await (const { keys } of adapter.keys(environmentId)) {
    count += keys.length;
    first ??= keys[0]?.id;
  }
  return { ...works(count), ...(first !== undefined && { keyId: first }) };
}

const known = (key: VendorKey | null): Tried =>
  key !== null
    ? works(1)
    : { trial: { outcome: 'fails', status: 404, message: 'The console does not find a key that it lists.' } };

const works = (count: number): Tried => ({
  trial: { outcome: 'works', status: 200, message: `It works: ${count} ${count === 1 ? 'key' : 'keys'}.` },
});
