import Box from '@mui/material/Box';
import { Suspense, useId, type ReactNode } from 'react';
import type { KeyRef } from '@core/domain/api-key';
import type { OpenInventory } from '@core/domain/inventory';
import { useCloseInventory, useOpenInventories } from '@renderer/api/inventories';
import { chunk } from '@renderer/shared/chunk';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { useReportUsable } from '@renderer/shared/usable';
import {
  CALENDAR_TAB,
  showing,
  START_TAB,
  withPlan,
  without,
  type GoTo,
  type InventoriesPlace,
} from './inventories-place';
import { InventoryTabs, type OpenTab } from './InventoryTabs';
import { InventoryView } from './InventoryView';
import { OpeningNotes } from './OpeningNotes';
import type { PlanScreenProps } from './plan/PlanScreen';
import { useLeaveReview } from './review/use-review';
import { Start } from './Start';
import { useOpening } from './use-opening';

const PlanScreen = chunk<PlanScreenProps>(async () => (await import('./plan/PlanScreen')).PlanScreen);
const LiveExpiry = chunk<{ onClose: () => void }>(
  async () => (await import('./expiry/LiveExpiry')).LiveExpiry,
);

export interface InventoriesScreenProps {
  readonly place: InventoriesPlace;
  readonly goTo: GoTo;
  /** Leads to a live key. */
  readonly onGoToKey: (key: KeyRef) => void;
}

/** *Inventories*: files that are open for review, plans, and the ways to begin. */
export function InventoriesScreen({ place, goTo, onGoToKey }: InventoriesScreenProps): ReactNode {
  const { data: inventories = NONE, error, loading, refresh } = useOpenInventories();
  const id = useId();
  const opening = useOpening(
    (inventoryId) => goTo(showing(inventoryId)),
    (plan) => goTo(withPlan(plan)),
  );
  const close = useClose(place, goTo);
  const tabs = tabsOf(inventories, place);
  const selected = tabs.find((tab) => tab.id === place.shown)?.id ?? START_TAB;
  useReportUsable(!loading);
  return (
    <Box sx={COLUMN}>
      {tabs.length > 0 && (
        <InventoryTabs
          tabs={tabs}
          selected={selected}
          onSelect={(tab) => goTo(showing(tab))}
          onClose={close}
          panelId={id}
        />
      )}
      <Box
        id={id}
        {...(tabs.length > 0 && { role: 'tabpanel', 'aria-labelledby': `${id}-${selected}` })}
        sx={COLUMN}
      >
        <Suspense fallback={null}>
          <Shown place={place} inventories={inventories} goTo={goTo} close={close} onGoToKey={onGoToKey}>
            {error !== null && (
              <ErrorNotice title="What is open could not be read" error={error} onRetry={refresh} />
            )}
            <OpeningNotes opening={opening} />
          </Shown>
        </Suspense>
      </Box>
    </Box>
  );
}

interface ShownProps extends InventoriesScreenProps {
  readonly inventories: readonly OpenInventory[];
  readonly close: (id: string) => void;
  /** What concerns files that are not open. */
  readonly children: ReactNode;
}

/** What the chosen tab is about. */
function Shown(props: ShownProps): ReactNode {
  const { place, inventories, goTo, close, onGoToKey, children } = props;
  const inventory = inventories.find(({ inventoryId }) => inventoryId === place.shown);
  const plan = place.plans.find(({ fileId }) => fileId === place.shown);
  if (inventory === undefined && plan === undefined && place.shown !== CALENDAR_TAB)
    return <Start onCalendar={() => goTo(showing(CALENDAR_TAB))}>{children}</Start>;
  return (
    <>
      <Box sx={{ '&:not(:empty)': { px: 2, pt: 2 } }}>{children}</Box>
      {inventory !== undefined && <InventoryView key={inventory.inventoryId} inventory={inventory} />}
      {plan !== undefined && (
        <PlanScreen
          key={plan.fileId}
          fileId={plan.fileId}
          onClose={() => close(plan.fileId)}
          onGoToKey={onGoToKey}
        />
      )}
      {place.shown === CALENDAR_TAB && <LiveExpiry onClose={() => goTo(showing(START_TAB))} />}
    </>
  );
}

const NONE: readonly OpenInventory[] = [];
const COLUMN = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } as const;

const tabsOf = (inventories: readonly OpenInventory[], { plans }: InventoriesPlace): OpenTab[] => [
  ...inventories.map(({ inventoryId, fileName }) => ({ id: inventoryId, fileName })),
  ...plans.map(({ fileId, fileName }) => ({ id: fileId, fileName })),
];

/** Closes an inventory or a plan, once everything that was decided is handed over. */
function useClose({ plans }: InventoriesPlace, goTo: GoTo): (id: string) => void {
  const { run } = useCloseInventory();
  const leave = useLeaveReview();
  return (id) => {
    goTo(without(id));
    if (!plans.some(({ fileId }) => fileId === id)) void leave(id, () => run(id));
  };
}
