import type { Operator } from '@core/domain/console';
import { toInstant } from '@core/domain/instant';
import type { KeyChanges } from '@core/domain/key-draft';
import type { ProbeReport } from '@core/domain/probe';
import type {
  ConsoleAdapter,
  DecidedDraft,
  Deploys,
  Intent,
  IssuedKey,
  IssueTrace,
  KeyPage,
  Protections,
  VendorEnvironment,
  VendorKey,
} from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import type { Http, OpenHttp } from '@main/http/http';
import { MiaClient } from './client';
import { Configurations } from './configurations';
import { MiaDeploys } from './deploys';
import { environmentsOf } from './directory';
import { MiaKeys } from './keys';
import { probeKey } from './probe';
import { MiaProtections } from './protections';
import { MiaSession } from './session';
import { toOperator } from './transform';

/** The adapter of one Mia-Platform console: keys are part of the configurations of its projects. */
export const miaAdapter = (connection: ConsoleConnection, openHttp: OpenHttp): ConsoleAdapter =>
  new MiaAdapter(connection, openHttp);

class MiaAdapter implements ConsoleAdapter {
  readonly deploys: Deploys;
  readonly protections: Protections;
  private readonly http: Http;
  private readonly client: MiaClient;
  private readonly items: MiaKeys;

  constructor(
    private readonly connection: ConsoleConnection,
    private readonly openHttp: OpenHttp,
  ) {
    const { method, credentials, clock, saved } = connection;
    this.http = openHttp(connection);
    this.client = new MiaClient(this.http, new MiaSession(this.http, { method, fields: credentials }, clock));
    const configurations = new Configurations(this.client, saved);
    this.items = new MiaKeys(configurations);
    this.deploys = new MiaDeploys(this.client, configurations);
    this.protections = new MiaProtections(configurations);
  }

  async operator(signal?: AbortSignal): Promise<Operator> {
    return toOperator(await this.client.userInfo(signal));
  }

  environments(signal?: AbortSignal): Promise<VendorEnvironment[]> {
    return environmentsOf(this.client, this.connection.endpoints, signal);
  }

  /** What a key may do is in the rules of the endpoints, and nothing of it in the key. */
  roles(): Promise<{ name: string }[]> {
    return Promise.resolve([]);
  }

  async *keys(environmentId: string, signal?: AbortSignal): AsyncGenerator<KeyPage> {
    yield await this.items.page(environmentId, signal);
  }

  key(environmentId: string, keyId: string): Promise<VendorKey | null> {
    return this.items.key(environmentId, keyId);
  }

  findIssued(environmentId: string, trace: IssueTrace): Promise<VendorKey | null> {
    return this.items.findIssued(environmentId, trace);
  }

  issue(environmentId: string, draft: DecidedDraft, intent: Intent): Promise<IssuedKey> {
    return this.items.issue(environmentId, draft, intent);
  }

  reveal(environmentId: string, keyId: string): Promise<string> {
    return this.items.secret(environmentId, keyId);
  }

  secrets(
    environmentId: string,
    signal?: AbortSignal,
  ): Promise<readonly { keyId: string; secret: string }[]> {
    return this.items.secrets(environmentId, signal);
  }

  edit(environmentId: string, keyId: string, changes: KeyChanges, revision?: string): Promise<VendorKey> {
    return this.items.edit(environmentId, { id: keyId, revision }, changes);
  }

  stop(environmentId: string, keyId: string, revision?: string): Promise<void> {
    return this.items.stop(environmentId, { id: keyId, revision });
  }

  /** Throws where the endpoint is missing or may not be contacted: then the secret is not sent. */
  async probe({ endpoint = '' }: VendorEnvironment, secret: string): Promise<ProbeReport> {
    const gateway = this.openHttp({ ...this.connection, baseUrl: endpoint });
    const report = await probeKey(gateway, secret);
    return { ...report, at: toInstant(this.connection.clock.now()) };
  }

  clockSkewMs(): number | undefined {
    return this.http.clockSkewMs();
  }
}
