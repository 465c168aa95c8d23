import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { TabLabel } from '@renderer/environments/TabLabel';
import { tabDescription } from '@renderer/environments/tab-text';
import type { TabEntry } from '@renderer/environments/tab-entry';

export interface EnvironmentTabsProps {
  entries: readonly TabEntry[];
  selected: string;
  onSelect: (id: string) => void;
  /** More than one console is here, so that a tab says whose it is. */
  several: boolean;
  /** The id of what the tabs show. */
  panelId: string;
}

/** The id of a tab, for the panel that it names. */
export const tabId = (panelId: string, id: string): string => `${panelId}-${id}`;

/** One tab per environment, everything first; arrow keys move, hundreds scroll. */
export function EnvironmentTabs(props: EnvironmentTabsProps): ReactNode {
  const { entries, selected, onSelect, several, panelId } = props;
  return (
    <>
      <Tabs
        value={selected}
        onChange={(_event, id: string) => onSelect(id)}
        variant="scrollable"
        scrollButtons="auto"
        aria-label="Environments"
        selectionFollowsFocus={false}
        sx={{ minHeight: 52, flex: 1, minWidth: 0 }}
      >
        {entries.map((entry) => (
          <Tab
            key={entry.id}
            value={entry.id}
            id={tabId(panelId, entry.id)}
            aria-controls={panelId}
            title={titleOf(entry)}
            aria-describedby={`${tabId(panelId, entry.id)}-more`}
            label={<TabLabel entry={entry} several={several} />}
          />
        ))}
      </Tabs>
      <Box hidden>
        {entries.map((entry) => (
          <span key={entry.id} id={`${tabId(panelId, entry.id)}-more`}>
            {tabDescription(entry)}
          </span>
        ))}
      </Box>
    </>
  );
}

/** In full what a label cuts off; not the description again, which is read out already. */
const titleOf = (entry: TabEntry): string | undefined =>
  entry.kind === 'environment' ? `${entry.environment.name}, ${tabDescription(entry)}` : undefined;
