import { AppError } from '@core/domain/app-error';
import type { ConnectionReport, ConsoleRecord } from '@core/domain/console';
import type { EnvironmentRef } from '@core/domain/environment';
import type { ConsoleAdapter } from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import type { ConsoleCredentials, Credentials } from '@main/services/console-credentials';
import { signsInWithNothing } from '@main/services/console-draft';
import type { Clock, PracticeAccess, PracticeHost, RecordBook } from '@main/ports';

/** What the pool is built from. */
export interface ConsoleAdaptersParts {
  readonly credentials: ConsoleCredentials;
  readonly practice: PracticeHost;
  readonly clock: Clock;
  readonly create: (vendor: ConsoleRecord['vendor'], connection: ConsoleConnection) => ConsoleAdapter;
  /** The certificate a console shows, or null over plain http. */
  readonly peer: (connection: ConsoleConnection) => Promise<ConnectionReport['tls']>;
  readonly proxyUrl: () => Promise<string>;
  readonly book: (consoleId: string) => RecordBook;
  /** Told of every save of a configuration; see `ConsoleConnection.saved`. */
  readonly saved: (environment: EnvironmentRef, previous: string, save: string) => void;
}

interface Pooled {
  readonly adapter: Promise<ConsoleAdapter>;
  /** The practice console is another one after every start of it. */
  readonly access: PracticeAccess | null;
}

/** One adapter per console while it is in use; each holds a signed-in session. */
export class ConsoleAdapters {
  private readonly adapters = new Map<string, Pooled>();
  /** Who signs in to a console, where the credentials name a person. */
  private readonly userNames = new Map<string, string>();

  constructor(private readonly parts: ConsoleAdaptersParts) {}

  /** The adapter of a console; built on first use. Errors are those of reading its credentials. */
  async of(record: ConsoleRecord): Promise<ConsoleAdapter> {
    const access = record.practice ? await this.parts.practice.start() : null;
    const existing = this.adapters.get(record.id);
    if (existing?.access?.token === access?.token && existing !== undefined) return existing.adapter;
    const pooled = { access, adapter: this.build(record, access) };
    this.adapters.set(record.id, pooled);
    pooled.adapter.catch(() => {
      if (this.adapters.get(record.id) === pooled) this.adapters.delete(record.id);
    });
    return pooled.adapter;
  }

  /** The user name a console was signed in to with; undefined where the credentials name nobody, or nobody asked yet. */
  operatorOf(consoleId: string): string | undefined {
    return this.userNames.get(consoleId);
  }

  /** Forgets the session of a console. */
  drop(consoleId: string): void {
    this.adapters.delete(consoleId);
  }

  /** Forgets all sessions and the credentials they hold. */
  dropAll(): void {
    this.adapters.clear();
  }

  /** Throws `invalid-input` where the address or the certificate of a console is refused; contacts nobody. */
  async check(record: ConsoleRecord): Promise<void> {
    this.parts.create(record.vendor, await this.connection(record, { method: record.method, fields: {} }));
  }

  /** An adapter for a record that is not kept, with the kept credentials; nobody else uses it. */
  async trial(record: ConsoleRecord): Promise<ConsoleAdapter> {
    return this.build(record, record.practice ? await this.parts.practice.start() : null);
  }

  /** Signs in with the given credentials, once, and says what it found. */
  async test(record: ConsoleRecord, credentials: Credentials): Promise<ConnectionReport> {
    const connection = await this.connection(record, credentials);
    const adapter = this.parts.create(record.vendor, connection);
    const tls = await this.parts.peer(connection);
    const started = this.parts.clock.monotonic();
    const operator = await adapter.operator();
    const roundTripMs = this.parts.clock.monotonic() - started;
    const environments = await adapter.environments();
    const skewMs = adapter.clockSkewMs();
    return {
      operator,
      environments: environments.length,
      tls,
      roundTripMs,
      ...(skewMs === undefined ? {} : { skewMs }),
    };
  }

  private async build(record: ConsoleRecord, access: PracticeAccess | null): Promise<ConsoleAdapter> {
    if (access === null) {
      const credentials = signsInWithNothing(record)
        ? { method: record.method, fields: {} }
        : await this.parts.credentials.read(record.id);
      this.noteOperator(record.id, credentials);
      return this.parts.create(record.vendor, await this.connection(record, credentials));
    }
    const console = access.consoles[record.vendor];
    if (console === undefined)
      throw new AppError('not-found', 'The practice console does not speak for this vendor.');
    const { baseUrl, origins, endpoints, own } = console;
    this.noteOperator(record.id, own);
    const connection = await this.connection({ ...record, baseUrl, origins }, own);
    return this.parts.create(record.vendor, {
      ...connection,
      endpoints: { ...endpoints, ...connection.endpoints },
    });
  }

  private noteOperator(consoleId: string, { fields: { userName } }: Credentials): void {
    if (userName === undefined || userName === '') this.userNames.delete(consoleId);
    else this.userNames.set(consoleId, userName);
  }

  private async connection(record: ConsoleRecord, credentials: Credentials): Promise<ConsoleConnection> {
    const proxyUrl = await this.parts.proxyUrl();
    return {
      baseUrl: record.baseUrl,
      method: credentials.method,
      credentials: credentials.fields,
      allowLoopback: record.allowLoopback,
      allowPrivate: record.allowPrivate,
      ...(record.caPem === undefined ? {} : { caPem: record.caPem }),
      ...(proxyUrl === '' ? {} : { proxyUrl }),
      clock: this.parts.clock,
      origins: record.origins ?? {},
      routes: record.routes ?? {},
      endpoints: endpointsOf(record),
      book: this.parts.book(record.id),
      saved: (environmentId, previous, save) =>
        this.parts.saved({ consoleId: record.id, environmentId }, previous, save),
    };
  }
}

const endpointsOf = ({ environments }: ConsoleRecord): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environments).flatMap(([id, { endpoint }]) =>
      endpoint === undefined ? [] : [[id, endpoint]],
    ),
  );
