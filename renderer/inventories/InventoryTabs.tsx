import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { mdiClose, mdiFolderOpenOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import { START_TAB } from './inventories-place';

/** An inventory or a plan that is open. */
export interface OpenTab {
  readonly id: string;
  readonly fileName: string;
}

export interface InventoryTabsProps {
  readonly tabs: readonly OpenTab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly onClose: (id: string) => void;
  /** The id of what the tabs show. */
  readonly panelId: string;
}

/** One tab per open file, and one to open more. */
export function InventoryTabs(props: InventoryTabsProps): ReactNode {
  const { tabs, selected, onSelect, onClose, panelId } = props;
  const chosen = tabs.find(({ id }) => id === selected);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'house.line', pr: 1 }}>
      <Tabs
        value={selected}
        onChange={(_event, id: string) => onSelect(id)}
        variant="scrollable"
        scrollButtons="auto"
        aria-label="Open files"
        selectionFollowsFocus={false}
        sx={{ minHeight: 44, flex: 1, minWidth: 0 }}
      >
        <Tab
          value={START_TAB}
          id={`${panelId}-${START_TAB}`}
          aria-controls={panelId}
          aria-label="Open another"
          icon={<Icon path={mdiFolderOpenOutline} />}
          sx={{ minHeight: 44, minWidth: 52 }}
        />
        {tabs.map(({ id, fileName }) => (
          <Tab
            key={id}
            value={id}
            id={`${panelId}-${id}`}
            aria-controls={panelId}
            title={fileName}
            label={<TabName name={fileName} />}
            sx={{ minHeight: 44, textTransform: 'none' }}
          />
        ))}
      </Tabs>
      {chosen !== undefined && (
        <IconAction
          label={`Close ${chosen.fileName}`}
          icon={mdiClose}
          size="small"
          onClick={() => onClose(chosen.id)}
        />
      )}
    </Box>
  );
}

function TabName({ name }: { name: string }): ReactNode {
  return (
    <Box
      component="bdi"
      sx={{ maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
    >
      {name}
    </Box>
  );
}
