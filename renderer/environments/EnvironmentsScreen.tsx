import Box from '@mui/material/Box';
import { Suspense, useId, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import type { Environment } from '@core/domain/environment';
import type { ConsoleEnvironments } from '@renderer/api/use-environments';
import type { ChooseTabsDialogProps } from '@renderer/environments/ChooseTabsDialog';
import { EnvironmentPanel } from '@renderer/environments/EnvironmentPanel';
import { EnvironmentTabs, tabId } from '@renderer/environments/EnvironmentTabs';
import { TabTools } from '@renderer/environments/TabTools';
import { effectiveTab, tabEntries, type EnvironmentEntry } from '@renderer/environments/tab-entry';
import { chunk } from '@renderer/shared/chunk';
import { useAsked } from '@renderer/shared/use-asked';

const ChooseTabsDialog = chunk<ChooseTabsDialogProps>(
  async () => (await import('@renderer/environments/ChooseTabsDialog')).ChooseTabsDialog,
);

/** The keys of some environments, as the keys' own screen shows them. */
export type RenderKeys = (environments: readonly Environment[]) => ReactNode;

/** What other parts of the window add to the header of an environment, or below it. */
export type RenderExtra = (entry: EnvironmentEntry) => ReactNode;

export interface EnvironmentsScreenProps {
  consoles: readonly ConsoleView[];
  known: readonly ConsoleEnvironments[];
  /** The id of the chosen tab; null before a choice. */
  selected: string | null;
  onSelect: (id: string) => void;
  onSwitch: () => void;
  renderKeys: RenderKeys;
  renderTools?: RenderExtra;
  /** What is offered for all environments together. */
  allTools?: ReactNode;
  renderNotice?: RenderExtra;
}

/** Tabs of environments over the keys of the chosen one. */
export function EnvironmentsScreen(props: EnvironmentsScreenProps): ReactNode {
  const { consoles, known, selected, onSelect, onSwitch, renderKeys } = props;
  const choosing = useAsked<true>();
  const panelId = useId();
  const entries = tabEntries(known, selected);
  const current = effectiveTab(entries, selected);
  return (
    <>
      <Box
        sx={{ display: 'flex', alignItems: 'center', pr: 1.5, borderBottom: 1, borderColor: 'house.line' }}
      >
        <EnvironmentTabs
          entries={entries}
          selected={current.id}
          onSelect={onSelect}
          several={consoles.length > 1}
          panelId={panelId}
        />
        <TabTools onSwitch={onSwitch} onChooseTabs={() => choosing.ask(true)} />
      </Box>
      <Box
        role="tabpanel"
        id={panelId}
        aria-labelledby={tabId(panelId, current.id)}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        <EnvironmentPanel
          entry={current}
          known={known}
          renderKeys={renderKeys}
          renderTools={props.renderTools}
          allTools={props.allTools}
          renderNotice={props.renderNotice}
        />
      </Box>
      <Suspense fallback={null}>
        {choosing.request !== null && (
          <ChooseTabsDialog key={choosing.turn} open={choosing.open} known={known} onClose={choosing.close} />
        )}
      </Suspense>
    </>
  );
}
