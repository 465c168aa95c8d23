import { join } from 'node:path';
import type { AppPorts } from '@main/app';
import type { AppStores } from '@main/app-stores';
import { nodeCrypto } from '@main/node-crypto';
import { nodeSealing } from '@main/node-sealing';
import type { ConsoleCredentials } from '@main/services/console-credentials';
import { LastKnownKey } from '@main/services/last-known/last-known-key';
import { LastKnownService } from '@main/services/last-known/last-known-service';
import { DiskFolder } from '@main/storage/file-folder';

/** What consoles listed last, kept encrypted in the profile. */
export function createLastKnown(
  { folder, keychain, clock, log }: AppPorts,
  stores: AppStores,
  credentials: ConsoleCredentials,
): LastKnownService {
  const crypto = nodeCrypto;
  return new LastKnownService({
    folder: new DiskFolder(join(folder, 'last-known')),
    key: new LastKnownKey({ keychain, crypto, clock, log }),
    sealing: nodeSealing,
    crypto,
    clock,
    log,
    // What is signed in to for one session only leaves nothing behind.
    mayKeep: (consoleId) => credentials.state(consoleId) !== 'session',
    consoleIds: async () => (await stores.consoles.read()).map(({ id }) => id),
  });
}
