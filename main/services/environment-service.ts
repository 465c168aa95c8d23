import { AppError } from '@core/domain/app-error';
import type { ConsoleRecord } from '@core/domain/console';
import {
  environmentKey,
  looksLikeProduction,
  type Environment,
  type EnvironmentRef,
} from '@core/domain/environment';
import type { Instant } from '@core/domain/instant';
import { traitsOf, vendorInfo, type KeyTraits, type VendorInfo } from '@core/domain/vendor';
import type { ConsoleAdapter, VendorEnvironment } from '@main/adapters/adapter';
import type { DocumentStore } from '@main/ports';
import type { ConsoleAdapters } from '@main/services/console-adapters';
import type { ConsoleService } from '@main/services/console-service';
import type { LastKnownService } from '@main/services/last-known/last-known-service';

/** How many environments get a tab by themselves; the switcher reaches the rest. */
const TABS_BY_DEFAULT = 12;

/** Everything a call about one environment needs. */
export interface Place {
  readonly adapter: ConsoleAdapter;
  readonly record: ConsoleRecord;
  readonly vendor: VendorInfo;
  readonly traits: KeyTraits;
  readonly environment: Environment;
  readonly raw: VendorEnvironment;
}

/** The environments of consoles, with the operator's own decisions laid over what the vendor says. */
export class EnvironmentService {
  /** By session: whoever signs in anew, perhaps elsewhere, asks anew. */
  private readonly known = new WeakMap<ConsoleAdapter, VendorEnvironment[]>();

  /** What was asked for ahead of the window; each answer serves one `list`. */
  private readonly early = new WeakMap<ConsoleAdapter, Promise<VendorEnvironment[]>>();

  /** What is being asked now; whoever needs one environment waits for it too. */
  private readonly asking = new WeakMap<ConsoleAdapter, Promise<VendorEnvironment[]>>();

  /** The names that were told last, for those who must not ask. */
  private readonly names = new Map<string, string>();

  constructor(
    private readonly consoles: ConsoleService,
    private readonly adapters: ConsoleAdapters,
    private readonly store: DocumentStore<ConsoleRecord[]>,
    private readonly kept: Pick<LastKnownService, 'environments' | 'keepEnvironments'>,
  ) {}

  /** Asks every console while the window is still loading its page. What fails is told when the window asks. */
  async askAhead(): Promise<void> {
    const ask = async (record: ConsoleRecord): Promise<void> => {
      const adapter = await this.adapters.of(record);
      const asking = this.fetch(record.id, adapter);
      this.early.set(adapter, asking);
      await asking;
    };
    await Promise.allSettled((await this.store.read()).map(ask));
  }

  /** Asks a console for its environments. */
  async list(consoleId: string): Promise<Environment[]> {
    const record = await this.consoles.find(consoleId);
    const adapter = await this.adapters.of(record);
    const early = this.early.get(adapter);
    this.early.delete(adapter);
    const raw = await (early ?? this.fetch(record.id, adapter));
    return raw.map((environment, index) => layOver(record, environment, index));
  }

  /** The environments of a console as it told them last, perhaps in an earlier session; asks nobody. */
  async lastKnown(consoleId: string): Promise<{ asOf: Instant; environments: Environment[] } | null> {
    const record = await this.consoles.find(consoleId);
    const found = await this.kept.environments(consoleId);
    if (found === null) return null;
    return {
      asOf: found.asOf,
      environments: found.raw.map((environment, index) => layOver(record, environment, index)),
    };
  }

  /** The environment of a reference with its adapter; asks the console only when it is not known yet. */
  async place({ consoleId, environmentId }: EnvironmentRef): Promise<Place> {
    const record = await this.consoles.find(consoleId);
    const adapter = await this.adapters.of(record);
    const known =
      this.known.get(adapter) ?? (await (this.asking.get(adapter) ?? this.fetch(consoleId, adapter)));
    const index = known.findIndex((each) => each.environmentId === environmentId);
    const raw = known[index];
    if (raw === undefined) throw new AppError('not-found', 'The console no longer lists this environment.');
    const vendor = vendorInfo(record.vendor);
    const traits = traitsOf(vendor, raw.variant);
    return { adapter, record, vendor, traits, raw, environment: layOver(record, raw, index) };
  }

  /** The name of an environment as far as it is known; asks nobody. */
  nameOf(ref: EnvironmentRef): string | undefined {
    return this.names.get(environmentKey(ref));
  }

  /** Keeps what the operator decided for one environment; null takes a decision back. */
  async adjust(
    ref: EnvironmentRef,
    change: {
      production?: boolean | null | undefined;
      tab?: boolean | undefined;
      endpoint?: string | null | undefined;
    },
  ): Promise<void> {
    if (typeof change.endpoint === 'string')
      checkEndpoint(await this.consoles.find(ref.consoleId), change.endpoint);
    await this.store.update((records) =>
      records.map((record) => {
        if (record.id !== ref.consoleId) return record;
        const own = { ...record.environments[ref.environmentId] };
        if (change.tab !== undefined) own.tab = change.tab;
        if (change.production === null) delete own.production;
        else if (change.production !== undefined) own.production = change.production;
        if (change.endpoint === null) delete own.endpoint;
        else if (change.endpoint !== undefined) own.endpoint = change.endpoint.replace(/\/+$/, '');
        return { ...record, environments: { ...record.environments, [ref.environmentId]: own } };
      }),
    );
    // It is part of the connection.
    if (change.endpoint !== undefined) this.adapters.drop(ref.consoleId);
  }

  /** The roles a key of this environment may have, in the vendor's order. */
  async roles(ref: EnvironmentRef): Promise<{ name: string; description?: string }[]> {
    const { adapter } = await this.place(ref);
    return adapter.roles(ref.environmentId);
  }

  private fetch(consoleId: string, adapter: ConsoleAdapter): Promise<VendorEnvironment[]> {
    const asking = this.ask(consoleId, adapter).finally(() => {
      if (this.asking.get(adapter) === asking) this.asking.delete(adapter);
    });
    this.asking.set(adapter, asking);
    return asking;
  }

  private async ask(consoleId: string, adapter: ConsoleAdapter): Promise<VendorEnvironment[]> {
    const raw = await adapter.environments();
    this.known.set(adapter, raw);
    this.kept.keepEnvironments(consoleId, raw);
    for (const { environmentId, name } of raw)
      this.names.set(environmentKey({ consoleId, environmentId }), name);
    return raw;
  }
}

function layOver(record: ConsoleRecord, raw: VendorEnvironment, index: number): Environment {
  const own = record.environments[raw.environmentId];
  const guess = looksLikeProduction(raw.name);
  return {
    ...raw,
    ...(own?.endpoint !== undefined && { endpoint: own.endpoint }),
    consoleId: record.id,
    production: own?.production ?? raw.production ?? guess,
    productionBasis: own?.production !== undefined ? 'operator' : raw.production !== null ? 'vendor' : 'name',
    tab: own?.tab ?? index < TABS_BY_DEFAULT,
  };
}

/** SECURITY: secrets are tried at this address; where the console names it, nothing in the window may name another. */
function checkEndpoint({ vendor }: ConsoleRecord, endpoint: string): void {
  if (!vendorInfo(vendor).endpointByOperator)
    throw new AppError('invalid-input', 'The console itself says where keys are used.', {
      field: 'endpoint',
    });
  if (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)) return;
  throw new AppError('invalid-input', 'An address begins with https://.', { field: 'endpoint' });
}
