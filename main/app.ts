import type { AppContract } from '@core/contract/contract';
import type { Emit, Handlers } from '@core/contract/shape';
import type { ConnectionReport } from '@core/domain/console';
import { toInstant } from '@core/domain/instant';
import type { VendorId } from '@core/domain/vendor';
import type { ConsoleAdapter } from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { createActions } from '@main/app-actions';
import { createBulk } from '@main/app-bulk';
import { createIncidents } from '@main/app-incidents';
import { createInventories } from '@main/app-inventories';
import { createOperations, type Operations } from '@main/app-operations';
import { createPlaces, type Places } from '@main/app-places';
import { createPlans } from '@main/app-plans';
import { createReports } from '@main/app-reports';
import { createPolicy } from '@main/app-policy';
import { createStores, type AppStores } from '@main/app-stores';
import { createHandlers } from '@main/ipc/handlers';
import { recorded } from '@main/ipc/recorded';
import { guarded } from '@main/ipc/revoke-only';
import { nodeCrypto } from '@main/node-crypto';
import type * as ports from '@main/ports';
import type { AppServices } from '@main/services/app-services';
import { ClipboardService } from '@main/services/clipboard-service';
import { KeyService } from '@main/services/key-service';
import { ProtectionService } from '@main/services/protection-service';
import { ReplacementBook } from '@main/services/replacements/replacement-book';
import { ReplacementService } from '@main/services/replacements/replacement-service';
import { RevokeOnlyMode } from '@main/services/revoke-only';
import { SecretService } from '@main/services/secret-service';
import { SessionService } from '@main/services/session-service';
import { StatusService } from '@main/services/status-service';

/** The outside world, as `index.ts` or a test provides it. */
export interface AppPorts {
  readonly clock: ports.Clock;
  readonly clipboard: ports.Clipboard;
  readonly dialogs: ports.Dialogs;
  readonly opener: ports.Opener;
  readonly notifier: ports.Notifier;
  readonly keychain: ports.Keychain;
  readonly practice: ports.PracticeHost;
  readonly reader: ports.FileReader;
  readonly files: ports.SecretFiles;
  readonly printer: ports.PdfPrinter;
  readonly log: ports.Log;
  readonly emit: Emit<AppContract>;
  readonly createAdapter: (vendor: VendorId, connection: ConsoleConnection) => ConsoleAdapter;
  readonly peer: (connection: ConsoleConnection) => Promise<ConnectionReport['tls']>;
  /** Reads a text file the operator chose; at most 5,000,000 bytes unless it may have others. */
  readonly readText: (path: string, most?: number) => Promise<string>;
  /** The profile folder. */
  readonly folder: string;
  /** The name of the system's user. */
  readonly person: string;
  /** Started with the switch after which keys are only found and stopped. */
  readonly revokeOnly?: boolean;
  readonly facts: { readonly version: string; readonly electron: string; readonly platform: string };
  /** The window painted; a picture may be taken when it is `ready`. */
  readonly painted: (state: 'loading' | 'ready') => void;
  /** Drops everything the window holds, by loading it anew. */
  readonly reloadWindow: () => void;
}

/** The application without its window. */
export interface KeydeskApp {
  readonly handlers: Handlers<AppContract>;
  /** Locks on suspend and tells whether it is locked. */
  readonly session: SessionService;
  /** Begins to ask the consoles; for the moment the window shows, so that its page need not wait for them. */
  askAhead(): Promise<void>;
  /** Hands over a file that was named from outside; one that Keydesk does not open is passed over. */
  offer(path: string): void;
  /** Takes our secret off the clipboard and closes the journals; part of every way to end. */
  quit(): Promise<void>;
}

/** Puts the application together: the only place that makes services. */
export function createApp(outside: AppPorts): KeydeskApp {
  const stores = createStores(outside.folder, outside.log);
  const places = createPlaces(outside, stores);
  const work = createWork(outside, stores, places);
  const { services, session } = createSession(outside, stores, { ...places, ...work });
  const quit = async (): Promise<void> => {
    await work.incidents.letGo().catch(() => undefined);
    await work.bulk.finish().catch(() => undefined);
    await Promise.allSettled([
      work.clipboard.clear(),
      work.fingerprints.finish(),
      work.activity.finish(),
      places.lastKnown.letGo(),
      work.reviews.finishAll(),
    ]);
    await stores.close();
  };
  const askAhead = async (): Promise<void> => {
    await Promise.all([places.lastKnown.askAhead(), places.environments.askAhead()]);
  };
  const handlers = recorded(guarded(createHandlers(services), work.mode), services);
  return { handlers, session, askAhead, offer: (path) => work.inventories.offer(path), quit };
}

/** Everything that is done with keys and secrets. */
function createWork(outside: AppPorts, stores: AppStores, places: Places) {
  const { clock, log, emit } = outside;
  const core = createOperations(outside, stores, places, (environment, view) => {
    void incidents.deployed(environment, view).catch(() => log.warn('incident.deployment-not-kept'));
  });
  const keys = new KeyService({ ...core, clock, crypto: nodeCrypto });
  const protections = new ProtectionService(core);
  const book = new ReplacementBook(stores.replacements, () => emit('replacementsChanged', {}));
  const replacements = new ReplacementService({ ...core, book, keys, clock });
  const mode = new RevokeOnlyMode(outside.revokeOnly === true, stores.settings);
  const bulk = createBulk(outside, stores, { ...core, permit: mode.permit });
  const files = createInventories(outside, stores, { ...places, ...core });
  const made = { ...core, ...bulk, ...files, keys, mode };
  const actors = { ...made, consoles: places.consoles };
  const { leak, incidents } = createIncidents(outside, stores, actors);
  const plans = createPlans(outside, stores, actors);
  const judging = createPolicy(outside, stores, core);
  const telling = createReports(outside, { ...places, ...made, ...judging });
  const secrets = createSecrets(outside, stores, core);
  return { ...made, ...secrets, ...judging, ...telling, plans, protections, leak, incidents, replacements };
}

/** What secrets of keys are shown, copied and saved with. */
function createSecrets(outside: AppPorts, stores: AppStores, core: Operations) {
  const { clock, dialogs, files, log } = outside;
  const clipboard = new ClipboardService(outside.clipboard, stores.clipboard, clock, nodeCrypto);
  const { settings } = stores;
  const secrets = new SecretService({ ...core, clipboard, settings, dialogs, files, sensitive: log.redact });
  return { clipboard, secrets };
}

/** The lock, the status, and the calls that touch several services. */
function createSession(outside: AppPorts, stores: AppStores, made: Places & Work) {
  const statusChanged = (): void => outside.emit('statusChanged', status.read());
  const changed = (): void => {
    if (!session.locked) made.vault.open();
    statusChanged();
  };
  const session = new SessionService(stores.settings, outside.clock, changed, [
    () => made.vault.close(),
    () => made.activity.record({ action: 'lock', result: 'done' }),
    () => made.clipboard.clear(),
    () => made.exports.cancel(),
    () => made.leak.forget(),
    () => made.incidents.letGo(),
    () => made.adapters.dropAll(),
    () => made.listings.clear(),
    () => made.comparisons.clear(),
    () => made.lastKnown.letGo(),
    () => outside.reloadWindow(),
  ]);
  const status = new StatusService({
    facts: { ...outside.facts, trainingFolder: outside.practice.folder },
    keychain: outside.keychain,
    credentials: made.credentials,
    locked: () => session.locked,
    revokeOnly: () => made.mode.last,
    changed: statusChanged,
  });
  const shared = { ...made, session, status };
  const services: AppServices = {
    ...shared,
    startedAt: toInstant(outside.clock.now()),
    settings: stores.settings,
    ...createActions({ ...shared, outside, stores }),
  };
  return { services, session };
}

type Work = ReturnType<typeof createWork>;
