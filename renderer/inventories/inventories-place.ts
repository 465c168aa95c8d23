import type { FileOffer } from '@renderer/api/offer-file';

/** The tab on which nothing is open: ways to begin. */
export const START_TAB = 'start';
/** The tab of the expiry calendar of everything that is live. */
export const CALENDAR_TAB = 'calendar';

/** What is shown of inventories; kept while another screen is looked at. */
export interface InventoriesPlace {
  /** A tab of its own, an open inventory, or the file of a plan. What is not there any more stands for the start. */
  readonly shown: string;
  /** Plans that are open. */
  readonly plans: readonly FileOffer[];
}

export const INVENTORIES_START: InventoriesPlace = { shown: START_TAB, plans: [] };

/** Changes what is shown. */
export type GoTo = (change: (place: InventoriesPlace) => InventoriesPlace) => void;

/** Shows a tab. */
export const showing =
  (shown: string) =>
  (place: InventoriesPlace): InventoriesPlace => ({ ...place, shown });

/** Opens a plan in a tab of its own. */
export const withPlan =
  (plan: FileOffer) =>
  ({ plans }: InventoriesPlace): InventoriesPlace => ({ shown: plan.fileId, plans: [...plans, plan] });

/** Closes the tab of an inventory or a plan; the start comes next. */
export const without =
  (id: string) =>
  ({ plans }: InventoriesPlace): InventoriesPlace => ({
    shown: START_TAB,
    plans: plans.filter(({ fileId }) => fileId !== id),
  });
