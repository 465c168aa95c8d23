import { mdiCalendarClockOutline, mdiCompareHorizontal } from '@mdi/js';
import type { ReactNode } from 'react';
import { IconAction } from '@renderer/shared/IconAction';
import { MakePlanButton } from './plan/MakePlanButton';
import { ReportMenu } from './report/ReportMenu';
import { SaveMenu } from './SaveMenu';
import type { ReadInventory } from './use-inventory-source';

export interface InventoryToolsProps {
  readonly read: ReadInventory;
  /** Shows when its keys expire. */
  readonly onCalendar: () => void;
  /** Compares it with another one, or with what is live. */
  readonly onCompare: () => void;
}

/** What can be done with an open inventory as a whole. */
export function InventoryTools({ read, onCalendar, onCompare }: InventoryToolsProps): ReactNode {
  const { inventoryId } = read.inventory;
  return (
    <>
      <IconAction label="Expiry calendar" icon={mdiCalendarClockOutline} onClick={onCalendar} />
      <IconAction label="Compare" icon={mdiCompareHorizontal} onClick={onCompare} />
      <SaveMenu inventoryId={inventoryId} />
      <ReportMenu inventoryId={inventoryId} />
      <MakePlanButton inventoryId={inventoryId} />
    </>
  );
}
