import { basename } from 'node:path';
import { AppError } from '@core/domain/app-error';
import type { EnvironmentRef } from '@core/domain/environment';
import { isOpen } from '@core/domain/operation';
import type { AppPorts } from '@main/app';
import type { AppStores } from '@main/app-stores';
import type { AppServices } from '@main/services/app-services';
import type { ClipboardService } from '@main/services/clipboard-service';
import type { ConsoleAdapters } from '@main/services/console-adapters';
import type { ExpiryReminder } from '@main/services/expiry/expiry-reminder';
import type { ListingSummary } from '@main/services/listing-service';
import type { OperationJournal } from '@main/services/operation-journal';

type Used = Pick<
  AppServices,
  'environments' | 'listings' | 'mode' | 'operations' | 'replacements' | 'status' | 'session'
>;

/** What the actions stand on. */
export interface ActionParts extends Used {
  readonly outside: AppPorts;
  readonly stores: AppStores;
  readonly adapters: ConsoleAdapters;
  readonly journal: OperationJournal;
  readonly clipboard: ClipboardService;
  readonly reminder: Pick<ExpiryReminder, 'listedAnew'>;
}

type Actions = Pick<
  AppServices,
  'painted' | 'openLink' | 'changeSettings' | 'chooseCertificate' | 'copyEndpoint' | 'loadKeys'
>;

const LINKS: Readonly<Record<string, string>> = {
  'qodly-api-keys': 'https://developer.4d.com/qodly/QodlyinCloud/console/apiKeys',
  'qodly-rest': 'https://developer.4d.com/qodly/Integrations/api/overview',
};

/** The calls of the window that touch several services. */
export function createActions(parts: ActionParts): Actions {
  const { outside, stores, adapters, environments, clipboard } = parts;
  const begin = startUp(parts);
  return {
    painted: (state) => {
      outside.painted(state);
      begin();
    },
    openLink: async (link) => {
      const url = LINKS[link];
      if (url !== undefined) await outside.opener.open(url);
    },
    changeSettings: async (change) => {
      const settings = await stores.settings.update((current) => ({
        ...current,
        ...withoutUndefined(change),
      }));
      // A proxy is part of a connection, so the next call has to build it anew.
      if (change.proxyUrl !== undefined) adapters.dropAll();
      if (change.revokeOnly !== undefined) await noteMode(parts);
      await parts.session.active();
      return settings;
    },
    chooseCertificate: async () => {
      const path = await outside.dialogs.openFile('certificate');
      if (path === null) return null;
      const pem = await outside.readText(path);
      if (pem.includes('-----BEGIN CERTIFICATE-----')) return { fileName: basename(path), pem };
      throw new AppError('invalid-input', 'This file holds no certificate in PEM form.', { field: 'caPem' });
    },
    copyEndpoint: async (ref) => {
      const { environment } = await environments.place(ref);
      if (environment.endpoint !== undefined) return clipboard.copyText(environment.endpoint);
      throw new AppError('not-found', 'The console names no endpoint for this environment.');
    },
    loadKeys: (ref) => loadKeys(parts, ref),
  };
}

async function loadKeys(
  { outside, listings, operations, replacements, reminder }: ActionParts,
  ref: EnvironmentRef,
): Promise<ListingSummary> {
  const listing = await listings.load(ref);
  const settle = async (): Promise<void> => {
    await operations.settleConsole(ref.consoleId);
    await replacements.follow(ref);
  };
  // Whatever was unclear on this console can be settled now that it answers.
  if (listing.stale === null) background(outside, settle());
  reminder.listedAnew();
  return listing;
}

/** What the window offers depends on it. */
async function noteMode({ outside, mode, status }: ActionParts): Promise<void> {
  await mode.state();
  outside.emit('statusChanged', status.read());
}

/** What waits until the window has painted, once: nothing here may delay it. */
function startUp({
  outside,
  clipboard,
  status,
  session,
  journal,
  operations,
  replacements,
}: ActionParts): () => void {
  let begun = false;
  const run = async (): Promise<void> => {
    await session.start();
    const tidied = clipboard.clearLeftover().then(() => journal.open());
    // A disk that fails must not keep the window from hearing of the keychain.
    await Promise.all([status.probeKeychain(), tidied]);
    const unclear = new Set(
      journal
        .all()
        .filter(isOpen)
        .map(({ consoleId }) => consoleId),
    );
    for (const consoleId of unclear) await operations.settleConsole(consoleId);
    await replacements.catchUp();
  };
  return () => {
    if (begun) return;
    begun = true;
    background(outside, run());
  };
}

function background({ log }: AppPorts, work: Promise<void>): void {
  work.catch((error: unknown) => {
    log.warn('background.failed', { code: error instanceof AppError ? error.code : 'unexpected' });
  });
}

/** An input that leaves a field out must not erase the setting. */
const withoutUndefined = <T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
