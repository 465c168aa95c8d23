import type { AppPorts } from '@main/app';
import type { AppStores } from '@main/app-stores';
import { nodeCrypto } from '@main/node-crypto';
import { nodeSigning } from '@main/node-signing';
import type { DocumentStore } from '@main/ports';
import type { InventoryDesk } from '@main/services/inventories/inventory-desk';
import { PlanBook, type PlanBookFile } from '@main/services/plans/plan-book';
import { PlanService, type PlanServiceParts } from '@main/services/plans/plan-service';
import type { ReviewService } from '@main/services/reviews/review-service';

/** What plans need of the other services: those of consoles, and the files and reviews of inventories. */
export type PlanActors = Pick<
  PlanServiceParts,
  'consoles' | 'environments' | 'listings' | 'bulk' | 'journal' | 'mode' | 'signing' | 'offered' | 'reviewed'
>;

/** What plans need besides. */
export interface PlanPorts extends Pick<
  PlanServiceParts,
  'clock' | 'dialogs' | 'files' | 'person' | 'version' | 'progress'
> {
  readonly book: DocumentStore<PlanBookFile>;
}

/** Where files and reviews come from. */
export interface PlanSources {
  readonly inventories: Pick<InventoryDesk, 'text' | 'view' | 'keys'>;
  readonly reviews: Pick<ReviewService, 'current'>;
}

/** Plans over the real outside world. */
export const createPlans = (
  outside: AppPorts,
  stores: Pick<AppStores, 'plans'>,
  { inventories, reviews, ...actors }: Omit<PlanActors, 'offered' | 'reviewed'> & PlanSources,
): PlanService =>
  plansOver(
    {
      ...outside,
      version: outside.facts.version,
      book: stores.plans,
      progress: (planId, done, of) => outside.emit('planProgress', { planId, done, of }),
    },
    {
      ...actors,
      offered: (fileId) => inventories.text(fileId),
      reviewed: async (id) => ({
        inventory: await inventories.view(id),
        keys: await inventories.keys(id),
        entries: (await reviews.current(id)).entries,
      }),
    },
  );

/** The same over whatever stands for the outside world. */
export const plansOver = ({ book, ...ports }: PlanPorts, actors: PlanActors): PlanService =>
  new PlanService({
    ...ports,
    ...actors,
    book: new PlanBook(book, ports.clock),
    crypto: nodeCrypto,
    verifying: nodeSigning,
  });
