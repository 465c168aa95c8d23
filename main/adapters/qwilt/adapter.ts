import { AppError } from '@core/domain/app-error';
import type { Operator } from '@core/domain/console';
import { toInstant } from '@core/domain/instant';
import type { ProbeReport } from '@core/domain/probe';
import type { ProfileReport } from '@core/domain/route-profile';
import { QWILT } from '@core/domain/vendors/qwilt';
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
import type { OpenHttp } from '@main/http/http';
import { describeOperator } from './operator';
import { nameOf, openOrganizations, placeOf, type Organization, type Place } from './organizations';
import { openOrigins, type Origins } from './origins';
import { probeKey } from './probe';
import { markOwn, toKey, toRoles, toWire } from './transform';

/** The longest validity of a key, in days, as documented. */
const MOST_DAYS = 365;

/** The adapter of one Qwilt console: its login, its keys and its data plane have an origin each. */
export const qwiltAdapter = (connection: ConsoleConnection, openHttp: OpenHttp): ConsoleAdapter =>
  new QwiltAdapter(connection, openHttp);

class QwiltAdapter implements ConsoleAdapter {
  private readonly origins: Origins;
  private readonly organizations: readonly Organization[];

  constructor(
    private readonly connection: ConsoleConnection,
    openHttp: OpenHttp,
  ) {
    this.origins = openOrigins(connection, openHttp);
    this.organizations = openOrganizations(connection, this.origins);
  }

  async operator(): Promise<Operator> {
    const { method, credentials } = this.connection;
    const userName = method === 'password' ? (credentials['userName'] ?? '') : null;
    return describeOperator(await this.places(), userName, (place) => this.listed(place));
  }

  async environments(signal?: AbortSignal): Promise<VendorEnvironment[]> {
    const places = await this.places();
    return Promise.all(
      places.map(async (place) => this.toEnvironment(place.id, await nameOf(place, signal))),
    );
  }

  roles(): Promise<{ name: string; description: string }[]> {
    return Promise.resolve(toRoles());
  }

  async *keys(environmentId: string, signal?: AbortSignal): AsyncGenerator<KeyPage> {
    const keys = await this.listed(await this.place(environmentId, 'not-found'), signal);
    yield { keys, total: keys.length };
  }

  /**
   * SECURITY: only a whole list that lacks the key tells that it is gone. That its own address leads nowhere may
   * as well mean that the address is wrong, for no page documents it.
   */
  async key(environmentId: string, keyId: string): Promise<VendorKey | null> {
    const place = await this.place(environmentId, 'bad-answer');
    const single = await place.client.get(keyId).catch(unlessItSaysNothing);
    if (single?.keyId === keyId) return (await this.marked(place, [toKey(single, this.now())]))[0] ?? null;
    return (await this.listed(place)).find(({ id }) => id === keyId) ?? null;
  }

  async findIssued(environmentId: string, trace: IssueTrace): Promise<VendorKey | null> {
    return newcomer(await this.listed(await this.place(environmentId, 'bad-answer')), trace);
  }

  async issue(environmentId: string, draft: DecidedDraft): Promise<IssuedKey> {
    const body = toWire(draft);
    const { client } = await this.place(environmentId, 'not-found');
    const { apiToken, ...issued } = await client.create(body);
    return { key: toKey(issued, this.now()), secret: apiToken };
  }

  reveal(): Promise<string> {
    return Promise.reject(
      new AppError('forbidden', 'Qwilt shows a key once, when it is created, and never again.'),
    );
  }

  edit(): Promise<VendorKey> {
    return Promise.reject(
      new AppError('forbidden', 'Keys of Qwilt cannot be edited. Create a new key instead.'),
    );
  }

  async stop(environmentId: string, keyId: string): Promise<void> {
    const place = await this.place(environmentId, 'bad-answer');
    try {
      await place.client.revoke(keyId);
    } catch (error) {
      throw await this.whyNotRevoked(error, environmentId, keyId);
    }
  }

  async probe(_environment: VendorEnvironment, secret: string): Promise<ProbeReport> {
    const report = await probeKey(this.origins.data, secret);
    return { ...report, at: toInstant(this.connection.clock.now()) };
  }

  clockSkewMs(): number | undefined {
    return this.origins.users.clockSkewMs() ?? this.origins.login.clockSkewMs();
  }

  profile(): Promise<ProfileReport> {
    const routes = QWILT.routes.map(({ id, likely }) => {
      const set = this.connection.routes[id];
      return set === undefined
        ? { id, route: likely, from: 'likely' as const }
        : { id, route: set, from: 'operator' as const };
    });
    return Promise.resolve({ routes, discovered: [], problem: null });
  }

  private places(): Promise<Place[]> {
    return Promise.all(this.organizations.map(placeOf));
  }

  /** Nothing is known of an organization that the operator did not sign in to, so that no key of it is gone. */
  private async place(environmentId: string, otherwise: 'not-found' | 'bad-answer'): Promise<Place> {
    const place = (await this.places()).find(({ id }) => id === environmentId);
    if (place !== undefined) return place;
    throw new AppError(otherwise, 'Keydesk is not signed in to this organization.');
  }

  private async listed(place: Place, signal?: AbortSignal): Promise<VendorKey[]> {
    const now = this.now();
    return this.marked(
      place,
      (await place.client.list(signal)).map((raw) => toKey(raw, now)),
    );
  }

  private async marked({ access }: Place, keys: VendorKey[]): Promise<VendorKey[]> {
    return access.by === 'key' ? markOwn(keys, await access.claims(), this.now()) : keys;
  }

  /** A refusal that says "no such address" of a key that is still listed is about the route. */
  private async whyNotRevoked(error: unknown, environmentId: string, keyId: string): Promise<unknown> {
    if (!(error instanceof AppError) || ![404, 405, 410].includes(error.facts.status ?? 0)) return error;
    const key = await this.key(environmentId, keyId).catch(() => null);
    if (key === null || key.revokedAt !== undefined) return error;
    const sentence = 'The console does not revoke keys at this address. Check the routes of this console.';
    return new AppError('forbidden', sentence, error.facts);
  }

  private toEnvironment(environmentId: string, name: string): VendorEnvironment {
    return {
      environmentId,
      name,
      endpoint: this.origins.dataUrl,
      variant: 'token',
      maxValidityDays: MOST_DAYS,
      canEdit: false,
      production: null,
      state: 'running',
    };
  }

  /** The console's time in epoch milliseconds, as far as it is known. */
  private now(): number {
    return this.connection.clock.now() + (this.clockSkewMs() ?? 0);
  }
}

/** What a key's own address may answer without telling anything of the key. */
function unlessItSaysNothing(error: unknown): null {
  const silent = ['not-found', 'bad-answer', 'forbidden', 'invalid-input'];
  if (error instanceof AppError && silent.includes(error.code)) return null;
  throw error;
}
