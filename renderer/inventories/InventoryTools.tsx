import { mdiCalendarClockOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { IconAction } from '@renderer/shared/IconAction';
import { MakePlanButton } from './plan/MakePlanButton';
import { SaveMenu } from './SaveMenu';
import type { ReadInventory } from './use-inventory-source';

export interface InventoryToolsProps {
  readonly read: ReadInventory;
  /** Shows when its keys expire. */
  readonly onCalendar: () => void;
}

/** What can be done with an open inventory as a whole. */
export function InventoryTools({ read, onCalendar }: InventoryToolsProps): ReactNode {
  const { inventoryId } = read.inventory;
  return (
    <>
      <IconAction label="Expiry calendar" icon={mdiCalendarClockOutline} onClick={onCalendar} />
      <SaveMenu inventoryId={inventoryId} />
      <MakePlanButton inventoryId={inventoryId} />
    </>
  );
}
