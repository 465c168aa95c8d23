import { AppError } from '@core/domain/app-error';
import type { Operator } from '@core/domain/console';
import { toInstant } from '@core/domain/instant';
import type { KeyChanges } from '@core/domain/key-draft';
import type { ProbeReport } from '@core/domain/probe';
import type { ProfileReport, Route } from '@core/domain/route-profile';
import type {
  ConsoleAdapter,
  DecidedDraft,
  IssuedKey,
  IssueTrace,
  KeyPage,
  VendorEnvironment,
  VendorKey,
} from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { newcomer } from '@main/adapters/newcomer';
import type { Http, OpenHttp } from '@main/http/http';
import { CloudmcClient } from './client';
import { readDescription } from './description-file';
import { Identity } from './identity';
import { KeyRoutes, type RouteId } from './key-routes';
import { OwnCalls } from './own-calls';
import { probeKey } from './probe';
import { toIssued } from './new-key';
import { toEnvironments, type Offer } from './organizations';
import { refuseChanged, toKey } from './transform';
import { nameOf, roleOf } from './users';

/** The API's root below the console's address. */
const ROOT = '/api/v2';
const TASK_EVERY_MS = 1_000;
const TASK_MOST_MS = 60_000;

/** The adapter of one CloudMC console: the operator's own keys, organization by organization. */
export const cloudmcAdapter = (connection: ConsoleConnection, openHttp: OpenHttp): ConsoleAdapter =>
  new CloudmcAdapter(connection, openHttp);

class CloudmcAdapter implements ConsoleAdapter {
  private readonly endpoint: string;
  private readonly api: Http;
  private readonly own: OwnCalls;
  private readonly client: CloudmcClient;
  private readonly identity: Identity;
  private readonly routes: KeyRoutes;

  constructor(
    private readonly connection: ConsoleConnection,
    private readonly openHttp: OpenHttp,
  ) {
    const { clock, credentials, routes } = connection;
    // The console shows its API endpoint with a button to copy it, so that is what some will paste.
    const console = connection.baseUrl.replace(/\/+$/, '').replace(/\/api\/v2$/, '');
    const apiKey = credentials['apiKey'] ?? '';
    this.endpoint = console + ROOT;
    this.api = openHttp({ ...connection, baseUrl: this.endpoint });
    this.own = new OwnCalls(clock, () => this.api.clockSkewMs());
    const wait = { clock, everyMs: TASK_EVERY_MS, mostMs: TASK_MOST_MS };
    this.client = new CloudmcClient(this.api, apiKey, this.own, wait);
    this.identity = new Identity(this.client);
    const beside = openHttp({ ...connection, baseUrl: console });
    this.routes = new KeyRoutes({
      set: routes,
      describe: () => readDescription(beside, apiKey),
      userId: async () => (await this.identity.known()).user?.id ?? null,
    });
  }

  async operator(signal?: AbortSignal): Promise<Operator> {
    const { user, note, name } = await this.identity.read(signal);
    const { readOnly } = await this.offer();
    const notes = [note, readOnly].filter((each) => each !== null);
    return {
      name: user === null ? name : nameOf(user),
      ...(typeof user?.email === 'string' && { email: user.email }),
      canWrite: readOnly === null,
      canReveal: false,
      ...(notes.length > 0 && { note: notes.join(' ') }),
    };
  }

  async environments(signal?: AbortSignal): Promise<VendorEnvironment[]> {
    const organizations = await this.client.organizations(signal);
    const existing = organizations.filter(({ deleted }) => deleted !== true);
    return toEnvironments(existing, await this.offer());
  }

  /** Roles belong to users here, so that there is none to choose for a key. */
  roles(): Promise<never[]> {
    return Promise.resolve([]);
  }

  async *keys(environmentId: string, signal?: AbortSignal): AsyncGenerator<KeyPage> {
    const keys = await this.listed(environmentId, signal);
    yield { keys, total: keys.length };
  }

  /** SECURITY: only a whole list of an organization that is there tells that a key is gone. */
  async key(environmentId: string, keyId: string): Promise<VendorKey | null> {
    const keys = await this.listed(environmentId).catch(nothingIsKnown);
    return keys.find(({ id }) => id === keyId) ?? null;
  }

  async findIssued(environmentId: string, trace: IssueTrace): Promise<VendorKey | null> {
    return newcomer(await this.listed(environmentId).catch(nothingIsKnown), trace);
  }

  async issue(environmentId: string, { name }: DecidedDraft): Promise<IssuedKey> {
    const route = await this.writing('keys.create');
    const { secretField } = await this.routes.known();
    // Asked for first: once the key is there, nothing may stand between its secret and the vault.
    const role = await this.role();
    const record = await this.client.change(route, { organization: environmentId }, { name });
    return toIssued(record, { name, role, secretField });
  }

  reveal(): Promise<string> {
    const sentence = 'CloudMC shows a key once, when it is created, and never again.';
    return Promise.reject(new AppError('forbidden', sentence));
  }

  /** Looks right before it writes, since the console compares nothing: only a change in between is not noticed. */
  async edit(environmentId: string, keyId: string, { name }: KeyChanges, seen?: string): Promise<VendorKey> {
    const route = await this.writing('keys.rename');
    if (seen !== undefined) refuseChanged(await this.key(environmentId, keyId), seen);
    await this.changed(route, { environmentId, keyId }, { ...(name !== undefined && { name }) });
    const key = await this.key(environmentId, keyId).catch(unclear);
    return key !== null && (name === undefined || key.name === name) ? key : unclear();
  }

  async stop(environmentId: string, keyId: string): Promise<void> {
    await this.changed(await this.writing('keys.revoke'), { environmentId, keyId });
  }

  /** Throws where the endpoint may not be contacted: then the secret is not sent. */
  async probe({ endpoint = '' }: VendorEnvironment, secret: string): Promise<ProbeReport> {
    const data = this.openHttp({ ...this.connection, baseUrl: endpoint });
    const report = await probeKey(data, secret);
    return { ...report, at: toInstant(this.connection.clock.now()) };
  }

  clockSkewMs(): number | undefined {
    return this.api.clockSkewMs();
  }

  profile(): Promise<ProfileReport> {
    return this.routes.report();
  }

  private async listed(organization: string, signal?: AbortSignal): Promise<VendorKey[]> {
    const route = await this.route('keys.list');
    const role = await this.role();
    const raw = await this.client.keys(route, { organization }, signal);
    return this.own.mark(raw.map((each) => toKey(each, role)));
  }

  private async role(): Promise<string | null> {
    return roleOf((await this.identity.known()).user);
  }

  private async route(id: RouteId): Promise<Route> {
    const { routes, missing } = await this.routes.known();
    const route = routes[id];
    if (route !== undefined) return route;
    throw new AppError('forbidden', missing);
  }

  /** A route that changes something is used only where what it does can be read back. */
  private async writing(id: RouteId): Promise<Route> {
    await this.route('keys.list');
    return this.route(id);
  }

  private async changed(
    route: Route,
    { environmentId, keyId }: { environmentId: string; keyId: string },
    body?: Record<string, unknown>,
  ): Promise<void> {
    try {
      await this.client.change(route, { organization: environmentId, keyId }, body);
    } catch (error) {
      throw await this.whyNot(error, environmentId, keyId);
    }
  }

  /** A "not found" may be about the key, its organization or the route; the list tells which. */
  private async whyNot(error: unknown, environmentId: string, keyId: string): Promise<unknown> {
    if (!(error instanceof AppError) || ![404, 410].includes(error.facts.status ?? 0)) return error;
    if ((await this.key(environmentId, keyId)) === null)
      return new AppError('not-found', 'The console does not have this key any more.', error.facts);
    const sentence = 'The console does not do that at this address. Check the routes of this console.';
    return new AppError('forbidden', sentence, error.facts);
  }

  private async offer(): Promise<Offer> {
    const { routes, missing } = await this.routes.known();
    const listable = routes['keys.list'] !== undefined;
    const changeable = routes['keys.create'] ?? routes['keys.rename'] ?? routes['keys.revoke'];
    return {
      endpoint: this.endpoint,
      canEdit: listable && routes['keys.rename'] !== undefined,
      readOnly: listable && changeable !== undefined ? null : missing,
    };
  }
}

/** Nothing can be said of the keys of an organization that is not there, least of all that they are gone. */
function nothingIsKnown(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
  const sentence = 'The console does not have this organization, or no keys at this address.';
  throw new AppError('bad-answer', sentence, error.facts);
}

function unclear(): never {
  throw new AppError('bad-answer', 'The console took the new name and does not show it.');
}
