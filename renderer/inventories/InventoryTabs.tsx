import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { mdiClose, mdiFolderOpenOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import type { OpenInventory } from '@core/domain/inventory';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';

/** The tab on which nothing is open: ways to begin. */
export const START_TAB = 'start';

export interface InventoryTabsProps {
  readonly inventories: readonly OpenInventory[];
  readonly selected: string;
  readonly onSelect: (inventoryId: string) => void;
  readonly onClose: (inventoryId: string) => void;
  /** The id of what the tabs show. */
  readonly panelId: string;
}

/** One tab per open inventory, and one to open more. */
export function InventoryTabs(props: InventoryTabsProps): ReactNode {
  const { inventories, selected, onSelect, onClose, panelId } = props;
  const chosen = inventories.find(({ inventoryId }) => inventoryId === selected);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'house.line', pr: 1 }}>
      <Tabs
        value={selected}
        onChange={(_event, id: string) => onSelect(id)}
        variant="scrollable"
        scrollButtons="auto"
        aria-label="Open inventories"
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
        {inventories.map(({ inventoryId, fileName }) => (
          <Tab
            key={inventoryId}
            value={inventoryId}
            id={`${panelId}-${inventoryId}`}
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
          onClick={() => onClose(chosen.inventoryId)}
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
