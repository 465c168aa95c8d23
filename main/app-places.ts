import type { AppPorts } from '@main/app';
import { createLastKnown } from '@main/app-last-known';
import type { AppStores } from '@main/app-stores';
import { nodeCrypto } from '@main/node-crypto';
import { ConsoleAdapters } from '@main/services/console-adapters';
import { ConsoleCredentials } from '@main/services/console-credentials';
import { ConsoleService } from '@main/services/console-service';
import { DeploymentRecords } from '@main/services/deployment-records';
import { EnvironmentService } from '@main/services/environment-service';
import { ProfileService } from '@main/services/profile-service';
import { RecordedKeys } from '@main/services/recorded-keys';

/** Consoles, how they are signed in to, and their environments. */
export function createPlaces(outside: AppPorts, stores: AppStores) {
  const { clock, practice } = outside;
  const credentials = new ConsoleCredentials(outside.keychain, outside.log.redact);
  const lastKnown = createLastKnown(outside, stores, credentials);
  const recorded = new RecordedKeys(stores.recorded, outside.keychain, outside.log.redact);
  const records = new DeploymentRecords(stores.deployments, clock);
  const adapters = new ConsoleAdapters({
    credentials,
    practice,
    clock,
    create: outside.createAdapter,
    peer: outside.peer,
    proxyUrl: async () => (await stores.settings.read()).proxyUrl,
    book: (consoleId) => recorded.book(consoleId),
    saved: (environment, previous, save) =>
      void records.saved(environment, previous, save).catch(() => undefined),
  });
  const store = stores.consoles;
  const consoles = new ConsoleService({
    store,
    credentials,
    adapters,
    practice,
    recorded,
    lastKnown,
    clock,
    crypto: nodeCrypto,
  });
  const environments = new EnvironmentService(consoles, adapters, store, lastKnown);
  const profiles = new ProfileService(consoles, adapters, store);
  return { credentials, adapters, consoles, environments, profiles, records, lastKnown };
}

/** What `createPlaces` makes. */
export type Places = ReturnType<typeof createPlaces>;
