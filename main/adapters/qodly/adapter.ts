import { AppError } from '@core/domain/app-error';
import type { Operator } from '@core/domain/console';
import { toInstant } from '@core/domain/instant';
import type { KeyChanges } from '@core/domain/key-draft';
import type { ProbeReport } from '@core/domain/probe';
import type {
  ConsoleAdapter,
  DecidedDraft,
  Intent,
  IssuedKey,
  IssueTrace,
  KeyPage,
  VendorEnvironment,
  VendorKey,
} from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import type { Http, OpenHttp } from '@main/http/http';
import { AssistedQodly } from './assisted';
import { QodlyClient } from './client';
import { probeKey } from './probe';
import { QodlySession } from './session';
import { toEnvironment, toKey, toOperator, toRoles, toWire } from './transform';

/** The adapter of one Qodly console: over the open management contract, or without one for a single environment. */
export const qodlyAdapter = (connection: ConsoleConnection, openHttp: OpenHttp): ConsoleAdapter =>
  connection.method === 'assisted'
    ? new AssistedQodly(connection, openHttp)
    : new QodlyAdapter(connection, openHttp);

class QodlyAdapter implements ConsoleAdapter {
  private readonly http: Http;
  private readonly client: QodlyClient;

  constructor(
    private readonly connection: ConsoleConnection,
    private readonly openHttp: OpenHttp,
  ) {
    const { baseUrl, method, credentials } = connection;
    this.http = openHttp({ ...connection, baseUrl: `${baseUrl.replace(/\/+$/, '')}/api/v1` });
    this.client = new QodlyClient(this.http, new QodlySession(this.http, { method, fields: credentials }));
  }

  async operator(signal?: AbortSignal): Promise<Operator> {
    return toOperator(await this.client.operator(signal));
  }

  async environments(signal?: AbortSignal): Promise<VendorEnvironment[]> {
    const environments: VendorEnvironment[] = [];
    for await (const { items } of this.client.environments(signal))
      environments.push(...items.map(toEnvironment));
    return environments;
  }

  async roles(environmentId: string): Promise<{ name: string; description?: string }[]> {
    return toRoles(await this.client.roles(environmentId));
  }

  async *keys(environmentId: string, signal?: AbortSignal): AsyncGenerator<KeyPage> {
    for await (const { items, total } of this.client.keys(environmentId, {}, signal))
      yield { keys: items.map(toKey), total: total ?? null };
  }

  async key(environmentId: string, keyId: string): Promise<VendorKey | null> {
    try {
      return toKey(await this.client.key(environmentId, keyId));
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    }
  }

  async findIssued(environmentId: string, { clientRef }: IssueTrace): Promise<VendorKey | null> {
    // Compared here as well: a console that does not know the filter lists everything.
    for await (const { items } of this.client.keys(environmentId, { clientRef })) {
      const found = items.find((item) => item.clientRef === clientRef);
      if (found !== undefined) return toKey(found);
    }
    return null;
  }

  async issue(environmentId: string, draft: DecidedDraft, intent: Intent): Promise<IssuedKey> {
    const body = { allowedHosts: [], ...toWire(draft), clientRef: intent.clientRef };
    const { secret, ...issued } = await this.client.create(environmentId, body, intent);
    return { key: toKey(issued), secret };
  }

  reveal(environmentId: string, keyId: string): Promise<string> {
    return this.client.secret(environmentId, keyId);
  }

  async edit(
    environmentId: string,
    keyId: string,
    changes: KeyChanges,
    revision?: string,
  ): Promise<VendorKey> {
    const current = revision ?? (await this.client.key(environmentId, keyId)).revision;
    const path = { environment: environmentId, key: keyId };
    return toKey(await this.client.change(path, toWire(changes), current));
  }

  stop(environmentId: string, keyId: string, revision?: string): Promise<void> {
    return this.client.remove(environmentId, keyId, revision);
  }

  /** Throws where the console names an endpoint that may not be contacted: then the secret is not sent. */
  async probe({ endpoint = '' }: VendorEnvironment, secret: string): Promise<ProbeReport> {
    const data = this.openHttp({ ...this.connection, baseUrl: endpoint });
    const report = await probeKey(data, secret);
    return { ...report, at: toInstant(this.connection.clock.now()) };
  }

  clockSkewMs(): number | undefined {
    return this.http.clockSkewMs();
  }
}
