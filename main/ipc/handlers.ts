import type { AppContract } from '@core/contract/contract';
import type { OperationView } from '@core/contract/messages';
import type { Handlers } from '@core/contract/shape';
import type { Operation } from '@core/domain/operation';
import type { AppServices } from '@main/services/app-services';

const DONE = { done: true } as const;

/** One line per call of the contract: which service does it. */
export function createHandlers(services: AppServices): Handlers<AppContract> {
  const { consoles, environments, keys, secrets, listings, bulk, operations, session, status, settings } = services;
  return {
    app: {
      status: () => status.read(),
      painted: ({ state }) => done(services.painted(state)),
      active: () => done(session.active()),
      lock: () => done(session.lock()),
      unlock: () => done(session.unlock()),
      retryKeychain: () => status.retryKeychain(),
      openLink: ({ link }) => done(services.openLink(link)),
    },
    settings: {
      read: () => settings.read(),
      change: (change) => services.changeSettings(change),
    },
    consoles: {
      list: () => consoles.list(),
      test: ({ draft, consoleId }) => consoles.test(draft, consoleId),
      add: ({ draft, insist }) => consoles.add(draft, insist),
      change: ({ consoleId, draft, insist }) => consoles.change(consoleId, draft, insist),
      remove: ({ consoleId }) => done(consoles.remove(consoleId)),
      openPractice: () => consoles.openPractice(),
      chooseCertificate: () => services.chooseCertificate(),
    },
    environments: {
      list: ({ consoleId }) => environments.list(consoleId),
      adjust: ({ environment, production, tab }) => done(environments.adjust(environment, { production, tab })),
      copyEndpoint: ({ environment }) => services.copyEndpoint(environment),
      roles: ({ environment }) => environments.roles(environment),
    },
    keys: {
      load: ({ environment }) => services.loadKeys(environment),
      cancelLoad: ({ environment }) => done(listings.cancel(environment)),
      page: ({ listing, page }) => ({ json: listings.page(listing, page) }),
      issue: (request) => keys.issue(request),
      edit: (request) => keys.edit(request),
      stop: (request) => keys.stop(request),
      show: ({ key }) => secrets.show(key),
      copy: ({ key }) => secrets.copy(key),
      verify: ({ key }) => secrets.verify(key),
    },
    secrets: {
      show: ({ handle }) => secrets.showHeld(handle),
      copy: ({ handle }) => secrets.copyHeld(handle),
      download: ({ handle, format }) => secrets.download(handle, format),
      verify: ({ handle }) => secrets.verifyHeld(handle),
      release: ({ handle }) => done(services.vault.release(handle)),
    },
    bulk: {
      confirm: ({ targets }) => bulk.confirm(targets),
      start: ({ token, typed }) => bulk.start(token, typed),
      cancel: ({ bulkId }) => done(bulk.cancel(bulkId)),
      report: ({ bulkId }) => bulk.report(bulkId),
    },
    operations: {
      list: () => operations.list(services.startedAt).map(viewOf),
      recheck: async ({ operationId }) => viewOf(await operations.recheck(operationId)),
      dismiss: ({ operationId }) => done(operations.dismiss(operationId)),
    },
  };
}

async function done(work: Promise<void> | void): Promise<typeof DONE> {
  await work;
  return DONE;
}

const viewOf = ({ idempotencyKey: _key, payloadHash: _hash, clientRef: _ref, ...view }: Operation): OperationView => view;
