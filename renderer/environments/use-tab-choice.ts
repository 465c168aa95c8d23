import { useState } from 'react';
import { useChooseTabs, type TabChoice } from '@renderer/api/environment-mutations';
import type { Action } from '@renderer/api/use-action';
import type { EnvironmentEntry } from '@renderer/environments/tab-entry';

/** What is ticked in the dialog, and the way to keep it. */
export interface TabChoiceState {
  readonly hasTab: (entry: EnvironmentEntry) => boolean;
  readonly choose: (entries: readonly EnvironmentEntry[], tab: boolean) => void;
  /** Sends what differs from before; true when all of it was kept. */
  readonly save: () => Promise<boolean>;
  readonly action: Action<readonly TabChoice[], void>;
}

/** Ticks for environments, starting from the tabs there are. */
export function useTabChoice(entries: readonly EnvironmentEntry[]): TabChoiceState {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const action = useChooseTabs();
  const hasTab = ({ id, environment }: EnvironmentEntry): boolean => changed.get(id) ?? environment.tab;
  return {
    hasTab,
    choose: (chosen, tab) =>
      setChanged((before) => new Map([...before, ...chosen.map(({ id }) => [id, tab] as const)])),
    save: async () => {
      const differing = entries.filter((entry) => hasTab(entry) !== entry.environment.tab);
      const choices = differing.map((entry) => ({ environment: entry.environment, tab: hasTab(entry) }));
      return (await action.run(choices)).ok;
    },
    action,
  };
}
