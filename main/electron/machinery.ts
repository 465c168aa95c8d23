import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@core/domain/app-error';
import type { Settings } from '@core/domain/settings';
import { KnownSecrets } from '@core/text/redact';
import { adapterRegistry } from '@main/adapters/registry';
import type { AppPorts } from '@main/app';
import { createStores } from '@main/app-stores';
import { systemClock } from '@main/electron/clock';
import { WindowBounds } from '@main/electron/window-bounds';
import { openHttp } from '@main/http/console-http';
import { tlsPeer } from '@main/http/tls-peer';
import { FileSink } from '@main/log/file-sink';
import { Logger } from '@main/log/logger';
import { nodeCrypto } from '@main/node-crypto';
import type { DocumentStore, Log } from '@main/ports';
import { PracticeProcess } from '@main/practice-host';
import { JsonStore } from '@main/storage/json-store';
import { DEVELOPMENT_KEYCHAIN_SERVICE, Keychain, KEYCHAIN_SERVICE } from '@main/storage/keychain';
import { KeychainIndex } from '@main/storage/keychain-index';
import { ReaderProcesses } from '@main/reader-host';
import type { ProcessHost } from '@main/storage/process-host';
import { writeNewFile } from '@main/storage/safe-file';

/** Longer files are neither certificates nor records. */
const LONGEST_TEXT = 5_000_000;

/** Where this installation keeps things and what runs beside it. */
export interface Place {
  /** The profile. */
  readonly folder: string;
  /** The practice console's data, outside the profile. */
  readonly trainingFolder: string;
  readonly packaged: boolean;
  readonly processes: ProcessHost;
}

/** Everything the application needs that no window is needed for. */
export interface Machinery {
  readonly ports: Pick<
    AppPorts,
    | 'clock'
    | 'keychain'
    | 'practice'
    | 'reader'
    | 'files'
    | 'log'
    | 'createAdapter'
    | 'peer'
    | 'readText'
    | 'folder'
  >;
  readonly bounds: DocumentStore<WindowBounds>;
  /** The operator's choice of theme, before the application is put together. */
  theme(): Promise<Settings['theme']>;
  /** Forgets secrets: those the log takes out of its lines, and the keychain process with all it remembers. */
  rest(): void;
  /** Ends what runs and finishes what is being written. */
  close(): Promise<void>;
}

/** Builds the machinery; nothing of it starts or opens before it is used. */
export function createMachinery(place: Place): Machinery {
  const { folder, processes } = place;
  const clock = systemClock;
  const sink = new FileSink({ folder: join(folder, 'logs') });
  const secrets = new KnownSecrets();
  const log = new Logger({
    sinks: [sink],
    secrets,
    level: 'info',
    now: () => clock.now(),
  });
  const keychain = createKeychain(place, log);
  const bounds = new JsonStore({
    path: join(folder, 'window.json'),
    schema: WindowBounds,
    initial: () => null,
  });
  const adapters = adapterRegistry(openHttp);
  return {
    ports: {
      clock,
      keychain,
      practice: new PracticeProcess(place.trainingFolder, processes, nodeCrypto),
      reader: new ReaderProcesses(processes, clock),
      files: { save: (path, text, overwrite) => writeNewFile(path, text, { replace: overwrite }) },
      log,
      createAdapter: (vendor, connection) => adapters[vendor](connection),
      peer: tlsPeer,
      readText,
      folder,
    },
    bounds,
    theme: async () => (await createStores(folder, log).settings.read()).theme,
    rest: () => {
      keychain.rest();
      secrets.clear();
    },
    close: async () => {
      keychain.close();
      await bounds.read();
      await sink.close();
    },
  };
}

function createKeychain({ folder, packaged, processes: host }: Place, log: Log): Keychain {
  const index = new KeychainIndex(join(folder, 'keychain.json'), ({ reason, recovered }) =>
    log.warn('file.set-aside', { file: 'keychain.json', reason, recovered }),
  );
  const service = packaged ? KEYCHAIN_SERVICE : DEVELOPMENT_KEYCHAIN_SERVICE;
  return new Keychain({ host, clock: systemClock, service, index });
}

async function readText(path: string, most = LONGEST_TEXT): Promise<string> {
  const facts = await stat(path);
  // SECURITY: a pipe under this name would never end.
  if (!facts.isFile() || facts.size > most)
    throw new AppError('invalid-input', 'This file is too large to be what was asked for.');
  return readFile(path, 'utf8');
}
