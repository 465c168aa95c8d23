import Box from '@mui/material/Box';
import { useId, type ReactNode } from 'react';
import type { OpenInventory } from '@core/domain/inventory';
import { useCloseInventory, useOpenInventories } from '@renderer/api/inventories';
import type { FileOffer } from '@renderer/api/offer-file';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { useNotify } from '@renderer/shared/Notifications';
import { useReportUsable } from '@renderer/shared/usable';
import { InventoryTabs, START_TAB } from './InventoryTabs';
import { InventoryView } from './InventoryView';
import { OpeningNotes } from './OpeningNotes';
import { useForgetReview } from './review/use-review';
import { SaveMenu } from './SaveMenu';
import { StartState } from './StartState';
import { useOpening } from './use-opening';

export interface InventoriesScreenProps {
  /** Which inventory is shown; one that is not open stands for the ways to begin. */
  readonly place: string;
  readonly goTo: (place: string) => void;
}

/** *Inventories*: files that are open for review, and the ways to begin. */
export function InventoriesScreen({ place, goTo }: InventoriesScreenProps): ReactNode {
  const { data: inventories = NONE, error, loading, refresh } = useOpenInventories();
  const notify = useNotify();
  const id = useId();
  const onPlan = ({ fileName }: FileOffer): void => notify(`${fileName} is a plan.`, 'error');
  const opening = useOpening(goTo, onPlan);
  const close = useClose(inventories, goTo);
  const shown = inventories.find(({ inventoryId }) => inventoryId === place);
  useReportUsable(!loading);
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      {inventories.length > 0 && (
        <InventoryTabs
          inventories={inventories}
          selected={shown?.inventoryId ?? START_TAB}
          onSelect={goTo}
          onClose={close}
          panelId={id}
        />
      )}
      <Box
        id={id}
        {...(inventories.length > 0 && {
          role: 'tabpanel',
          'aria-labelledby': `${id}-${shown?.inventoryId ?? START_TAB}`,
        })}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {shown !== undefined && (
          <Box sx={{ '&:not(:empty)': { px: 2, pt: 2 } }}>
            <OpeningNotes opening={opening} />
          </Box>
        )}
        {shown === undefined ? (
          <StartState ways={[]}>
            {error !== null && (
              <ErrorNotice title="What is open could not be read" error={error} onRetry={refresh} />
            )}
            <OpeningNotes opening={opening} />
          </StartState>
        ) : (
          <InventoryView
            key={shown.inventoryId}
            inventory={shown}
            tools={({ inventory }) => <SaveMenu inventoryId={inventory.inventoryId} />}
          />
        )}
      </Box>
    </Box>
  );
}

const NONE: readonly OpenInventory[] = [];

function useClose(
  inventories: readonly OpenInventory[],
  goTo: (place: string) => void,
): (inventoryId: string) => void {
  const { run } = useCloseInventory();
  const forget = useForgetReview();
  return (inventoryId) => {
    const others = inventories.filter((one) => one.inventoryId !== inventoryId);
    goTo(others.at(-1)?.inventoryId ?? START_TAB);
    void run(inventoryId).then(() => forget(inventoryId));
  };
}
