import type { AppError } from '@core/domain/app-error';
import type { BulkAct, BulkFile, BulkRow } from '@core/domain/bulk';
import type { ConsoleRecord } from '@core/domain/console';
import type { DeploymentView } from '@core/domain/deployment';
import { Operation } from '@core/domain/operation';
import { DEFAULT_SETTINGS, type Settings } from '@core/domain/settings';
import { vendorInfo, type VendorId } from '@core/domain/vendor';
import { nodeCrypto } from '@main/node-crypto';
import type { ConsoleAdapter } from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { ClipboardService, type ClipboardMark } from '@main/services/clipboard-service';
import { ConsoleAdapters } from '@main/services/console-adapters';
import { ConsoleCredentials } from '@main/services/console-credentials';
import { ConsoleService } from '@main/services/console-service';
import { DeploymentRecords, type DeploymentFile } from '@main/services/deployment-records';
import { DeploymentService } from '@main/services/deployment-service';
import { EnvironmentService } from '@main/services/environment-service';
import { settleWith } from '@main/services/findings';
import { Fingerprint, FingerprintService } from '@main/services/fingerprint-service';
import { KeyService } from '@main/services/key-service';
import { ListingService, type ListingProgress } from '@main/services/listing-service';
import { OperationJournal } from '@main/services/operation-journal';
import type { Settle } from '@main/services/attempt';
import { OperationService } from '@main/services/operation-service';
import { ProfileService } from '@main/services/profile-service';
import { ProtectionService } from '@main/services/protection-service';
import { RecordedKeys, type RecordedFile } from '@main/services/recorded-keys';
import { SecretService } from '@main/services/secret-service';
import { SecretVault } from '@main/services/secret-vault';
import { bulkOf } from '@test/support/bulk-of';
import { FakeConsole } from '@test/support/fake-adapter';
import { FakeClock } from '@test/support/fake-clock';
import { FakeClipboard, FakeDialogs, FakeFiles, FakeLog, FakePractice } from '@test/support/fake-ports';
import { nothingKept } from '@test/support/memory-folder';
import { MemoryDocument, MemoryLog, mortal } from '@test/support/memory-stores';
import { MemorySecretStore } from '@test/support/memory-secret-store';

/** The console that is on the desk already, with kept credentials. */
export const ACME: ConsoleRecord = {
  id: 'acme',
  vendor: 'qodly',
  label: 'Acme Qodly',
  baseUrl: 'https://console.acme.example',
  method: 'password',
  allowLoopback: false,
  allowPrivate: false,
  practice: false,
  addedAt: '2026-01-01T00:00:00.000Z',
  environments: {},
};

/** The environment that the fake console has. */
export const STAGING = { consoleId: 'acme', environmentId: 'env-staging' } as const;

/** A reference to one of its keys. */
export const keyAt = (keyId: string) => ({ ...STAGING, keyId });

/** Everything Keydesk stands on, in memory: what outlives a crash, and what is on the other side. */
export class KeyDesk {
  readonly console = new FakeConsole();
  readonly clock = new FakeClock();
  readonly keychain = new MemorySecretStore();
  readonly clipboard = new FakeClipboard();
  readonly dialogs = new FakeDialogs();
  readonly files = new FakeFiles();
  readonly log = new FakeLog();
  readonly practice = new FakePractice();
  readonly stores = {
    consoles: new MemoryDocument<ConsoleRecord[]>([ACME]),
    settings: new MemoryDocument<Settings>(DEFAULT_SETTINGS),
    clipboard: new MemoryDocument<ClipboardMark>(null),
    deployments: new MemoryDocument<DeploymentFile>({}),
    recorded: new MemoryDocument<RecordedFile>({}),
    bulk: new MemoryDocument<BulkFile>([]),
    operations: new MemoryLog(Operation),
    fingerprints: new MemoryLog(Fingerprint),
  };
  /** The connections that were made, in order. */
  readonly connections: ConsoleConnection[] = [];
  /** Why no connection can be made, as for an address that is refused. */
  refuses: AppError | null = null;
  /** Talks to a console that is really there instead. */
  over: ((connection: ConsoleConnection) => ConsoleAdapter) | null = null;
  private starts = 0;
  /** What was told of runs over many keys. */
  readonly bulkRows: BulkRow[] = [];
  /** Why an act is not allowed now. */
  forbids: (act: BulkAct) => AppError | null = () => null;
  /** What was told of deployments. */
  readonly deployed: DeploymentView[] = [];
  readonly progress: { loaded: number; total: number | null }[] = [];

  /** Makes Acme's console one of another vendor, with one environment of its usual kind. */
  sells(vendor: VendorId): void {
    const { variants, mustDeploy, findsBack } = vendorInfo(vendor);
    const variant = Object.keys(variants)[0] ?? '';
    this.stores.consoles.value = [{ ...ACME, vendor }];
    this.console.places = this.console.places.map((place) => ({ ...place, variant }));
    this.console.configuration.on = mustDeploy;
    this.console.findsBack = findsBack;
  }

  /** Puts credentials for Acme into the keychain. */
  async signIn(): Promise<void> {
    const item = { version: 1, method: 'password', fields: { userName: 'ada', password: 'correct horse' } };
    await this.keychain.write('console/acme', JSON.stringify(item));
  }

  /** Starts Keydesk: services that know nothing but what is in the stores. Whatever ran before has crashed. */
  start() {
    const { clock, stores, keychain, practice, log, dialogs } = this;
    const crypto = nodeCrypto;
    const start = (this.starts += 1);
    const alive = (): boolean => this.starts === start;
    const credentials = new ConsoleCredentials(keychain, log.redact);
    const recorded = new RecordedKeys(stores.recorded, keychain, log.redact);
    const records = new DeploymentRecords(stores.deployments, clock);
    const adapters = new ConsoleAdapters({
      credentials,
      practice,
      clock,
      create: (_vendor, connection) => {
        if (this.refuses !== null) throw this.refuses;
        this.connections.push(connection);
        return this.over?.(connection) ?? this.console.adapter(alive, connection.saved);
      },
      peer: async () => null,
      proxyUrl: async () => stores.settings.value.proxyUrl,
      book: (consoleId) => recorded.book(consoleId),
      saved: (environment, previous, save) =>
        void records.saved(environment, previous, save).catch(() => undefined),
    });
    const consoles = new ConsoleService({
      store: stores.consoles,
      credentials,
      adapters,
      practice,
      recorded,
      lastKnown: nothingKept,
      clock,
      crypto,
    });
    const environments = new EnvironmentService(consoles, adapters, stores.consoles, nothingKept);
    const listed: ListingProgress = (_ref, loaded, total) => void this.progress.push({ loaded, total });
    const listings = new ListingService({
      environments,
      deployments: records,
      clock,
      crypto,
      progress: listed,
      lastKnown: nothingKept,
    });
    const fingerprints = new FingerprintService({
      keychain,
      entries: stores.fingerprints,
      crypto,
      clock,
      log,
    });
    const vault = new SecretVault(crypto, clock, log.redact, (key) => void operations.handovers.taken(key));
    const journal = new OperationJournal(mortal(stores.operations, alive), clock, crypto, () => undefined);
    const find: Settle = (operation) => deployments.find(operation);
    const operations = new OperationService(journal, clock, settleWith(environments, journal, find));
    const deployments = new DeploymentService({
      environments,
      records,
      operations,
      clock,
      crypto,
      log,
      changed: (_ref, view) => void this.deployed.push(view),
    });
    const shared = { environments, operations, journal, vault, fingerprints, deployments };
    const keys = new KeyService({ ...shared, clock, crypto });
    const protections = new ProtectionService(shared);
    const profiles = new ProfileService(consoles, adapters, stores.consoles);
    const clipboard = new ClipboardService(this.clipboard, stores.clipboard, clock, crypto);
    const secrets = new SecretService({
      ...shared,
      clipboard,
      settings: stores.settings,
      dialogs,
      files: this.files,
      sensitive: log.redact,
    });
    const bulk = bulkOf(this, { ...shared, listings });
    return {
      credentials,
      adapters,
      consoles,
      environments,
      listings,
      fingerprints,
      vault,
      journal,
      operations,
      keys,
      records,
      recorded,
      deployments,
      protections,
      profiles,
      clipboard,
      secrets,
      ...bulk,
    };
  }
}

/** Keydesk with its services running. */
export type Services = ReturnType<KeyDesk['start']>;

/** A desk with a console that can be signed in to, and Keydesk started at it; Acme's console is of that vendor. */
export async function startedDesk(vendor: VendorId = 'qodly'): Promise<{ desk: KeyDesk } & Services> {
  const desk = new KeyDesk();
  desk.sells(vendor);
  await desk.signIn();
  return { desk, ...desk.start() };
}
