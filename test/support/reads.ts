import type { ApiKey } from '@core/domain/api-key';
import type { BulkSummary } from '@core/domain/bulk';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment } from '@core/domain/environment';
import type { Replacement } from '@core/domain/replacement';
import type { Settings } from '@core/domain/settings';
import { PAGE_ROWS } from '@core/contract/messages';
import { DEFAULT_POLICY_VIEW } from '@core/contract/policy';
import type { AppStatus, OperationView, WaitingSecret } from '@renderer/api/types';
import { aConsole, anEnvironment, aStatus, daysFromNow, someSettings } from '@test/support/builders';
import type { Stubs } from '@test/support/fake-client';

/** The world a test's window looks at. */
export interface World {
  readonly status?: AppStatus;
  readonly settings?: Settings;
  readonly consoles?: readonly ConsoleView[];
  readonly environments?: readonly Environment[];
  readonly keys?: readonly ApiKey[];
  readonly operations?: readonly OperationView[];
  readonly waiting?: readonly WaitingSecret[];
  readonly runs?: readonly BulkSummary[];
  readonly replacements?: readonly Replacement[];
}

/** Stand-ins for every read, answering from a world; one console with one environment unless told otherwise. */
export function reads(world: World = {}): Stubs {
  const environments = world.environments ?? [anEnvironment()];
  const rowsOf = (listing: string) => (world.keys ?? []).filter((key) => environmentKey(key) === listing);
  return {
    app: {
      status: async () => world.status ?? aStatus(),
      painted: async () => ({ done: true }),
      active: async () => ({ done: true }),
    },
    settings: { read: async () => world.settings ?? someSettings() },
    policy: { read: async () => DEFAULT_POLICY_VIEW },
    consoles: { list: async () => [...(world.consoles ?? [aConsole()])] },
    environments: {
      list: async ({ consoleId }) =>
        environments.filter((environment) => environment.consoleId === consoleId),
      roles: async () => [{ name: 'Admin' }, { name: 'Reader', description: 'May only read.' }],
    },
    keys: {
      load: async ({ environment }) => {
        const listing = environmentKey(environment);
        const rows = rowsOf(listing).length;
        return { listing, rows, pages: Math.ceil(rows / PAGE_ROWS), asOf: daysFromNow(0), stale: null };
      },
      page: async ({ listing, page }) => ({
        json: JSON.stringify(rowsOf(listing).slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)),
      }),
    },
    lastKnown: {
      environments: async () => null,
      keys: async () => null,
      status: async () => ({ folder: '/home/ada/.config/Keydesk/last-known', environments: 0 }),
    },
    inventories: { offered: async () => [], list: async () => [] },
    signing: { own: async () => ({ state: 'unavailable' }), trusted: async () => [] },
    secrets: { waiting: async () => [...(world.waiting ?? [])] },
    replacements: { list: async () => [...(world.replacements ?? [])] },
    operations: { list: async () => [...(world.operations ?? [])] },
    bulk: { list: async () => [...(world.runs ?? [])] },
  };
}
