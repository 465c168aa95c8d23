import type { AppError } from '@core/domain/app-error';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment } from '@core/domain/environment';
import type { ConsoleEnvironments } from '@renderer/api/use-environments';

/** Names the tab of all environments together. */
export const ALL = 'all';

/** Names the tab of a console whose environments could not be read. */
export const consoleTab = (consoleId: string): string => `console:${consoleId}`;

/** One tab: everything, an environment, or a console of which nothing is known because it failed. */
export type TabEntry =
  | { readonly kind: 'all'; readonly id: typeof ALL }
  | {
      readonly kind: 'environment';
      readonly id: string;
      readonly environment: Environment;
      readonly console: ConsoleView;
      /** The console did not answer the last time; what is known is from before. */
      readonly stale: boolean;
    }
  | {
      readonly kind: 'console';
      readonly id: string;
      readonly console: ConsoleView;
      readonly error: AppError;
    };

/** An environment with its console, as the switcher and the screens need it. */
export type EnvironmentEntry = Extract<TabEntry, { kind: 'environment' }>;

/** Every environment that is known, in the order of consoles and vendors. */
export function environmentEntries(known: readonly ConsoleEnvironments[]): EnvironmentEntry[] {
  return known.flatMap(({ console, environments: { data = [], error } }) =>
    data.map((environment) => ({
      kind: 'environment' as const,
      id: environmentKey(environment),
      environment,
      console,
      stale: error !== null,
    })),
  );
}

/** The tabs: those the operator chose, what is being looked at in any case, and every console in trouble. */
export function tabEntries(known: readonly ConsoleEnvironments[], selected: string | null): TabEntry[] {
  const tabs = known.flatMap((each): TabEntry[] => {
    const { console, environments } = each;
    if (environments.data === undefined && environments.error !== null) {
      return [{ kind: 'console', id: consoleTab(console.id), console, error: environments.error }];
    }
    return environmentEntries([each]).filter(({ environment, id }) => environment.tab || id === selected);
  });
  return [{ kind: 'all', id: ALL }, ...tabs];
}

/** The tab to look at: the chosen one while it exists, else the first environment, else everything. */
export function effectiveTab(entries: readonly TabEntry[], selected: string | null): TabEntry {
  const chosen = entries.find(({ id }) => id === selected);
  return chosen ?? entries.find(({ kind }) => kind !== 'all') ?? { kind: 'all', id: ALL };
}
