import type { AppError } from '@core/domain/app-error';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment } from '@core/domain/environment';
import type { ConsoleEnvironments } from '@renderer/api/use-environments';

/** Names the tab of all environments together. */
export const ALL = 'all';

/** Names the tab of a console whose environments could not be read. */
export const consoleTab = (consoleId: string): string => `console:${consoleId}`;

/** One tab: everything, an environment, or a console of which nothing is known (yet). */
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
      /** Why nothing is known; null while it is being asked. */
      readonly error: AppError | null;
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

/** The tabs: those the operator chose, what is being looked at in any case, and consoles that have not told theirs. */
export function tabEntries(known: readonly ConsoleEnvironments[], selected: string | null): TabEntry[] {
  const tabs = known.flatMap((each): TabEntry[] => {
    const { console, environments } = each;
    if (environments.data === undefined) {
      return [{ kind: 'console', id: consoleTab(console.id), console, error: environments.error }];
    }
    return environmentEntries([each]).filter(({ environment, id }) => environment.tab || id === selected);
  });
  return [{ kind: 'all', id: ALL }, ...tabs];
}

/**
 * The tab to look at: the chosen one while it exists, then the first environment of the chosen console, then the
 * first that is not in trouble.
 */
export function effectiveTab(entries: readonly TabEntry[], selected: string | null): TabEntry {
  const found =
    entries.find(({ id }) => id === selected) ??
    entries.find((entry) => entry.kind === 'environment' && consoleTab(entry.console.id) === selected) ??
    entries.find(
      (entry) => entry.kind === 'environment' || (entry.kind === 'console' && entry.error === null),
    ) ??
    entries.find(({ kind }) => kind === 'console');
  return found ?? { kind: 'all', id: ALL };
}
