import type { InventoryKey, InventoryPlace, OpenInventory } from '@core/domain/inventory';
import type { PlanRowView } from '@core/domain/plan';
import type { ReviewEntry } from '@core/domain/review';
import { plansOver } from '@main/app-plans';
import { nodeSigning } from '@main/node-signing';
import type { PlanBookFile } from '@main/services/plans/plan-book';
import type { ReviewedInventory } from '@main/services/plans/plan-maker';
import type { PlanService } from '@main/services/plans/plan-service';
import { RevokeOnlyMode } from '@main/services/revoke-only';
import { SigningService } from '@main/services/signing/signing-service';
import { TrustBook, type TrustFile } from '@main/services/signing/trust-book';
import { daysFromNow } from '@test/support/builders';
import type { KeyDesk } from '@test/support/key-desk';
import { MemoryDocument } from '@test/support/memory-stores';
import { MemorySecretStore } from '@test/support/memory-secret-store';
import { aVendorKey } from '@test/support/vendor-records';
import { bulkDesk } from '../bulk/bulk-desk';

/** The staging environment of Acme as an inventory has it. */
export const aPlanPlace = (over: Partial<InventoryPlace['console']> = {}): InventoryPlace => ({
  console: {
    id: 'somewhere-else',
    label: 'Acme',
    vendor: 'qodly',
    origin: 'https://console.acme.example',
    ...over,
  },
  environment: {
    id: 'env-staging',
    name: 'staging',
    variant: 'generation-3',
    production: false,
    maxValidityDays: 365,
  },
  asOf: daysFromNow(0),
  notKept: [],
});

/** The nth key of the console as an inventory has it. */
export function anInventoryKey(index: number, over: Partial<InventoryKey> = {}): InventoryKey {
  const { id: _id, revision: _revision, ...facts } = aVendorKey();
  return { place: 0, ...facts, id: `key-${index}`, name: `Key ${String(index).padStart(3, '0')}`, ...over };
}

/** A decision about the nth key, from 1. */
export const decided = (
  index: number,
  decision: ReviewEntry['decision'],
  over: Partial<ReviewEntry> = {},
) => ({
  row: index - 1,
  decision,
  at: daysFromNow(0),
  by: 'Rita',
  ...over,
});

const INVENTORY: OpenInventory = {
  inventoryId: 'inventory-1',
  fileName: 'acme.keydesk',
  source: 'keydesk',
  bytes: 1,
  sha256: 'a'.repeat(64),
  signature: { state: 'unsigned' },
  exportedAt: daysFromNow(0),
  exportedBy: 'ada',
  fingerprints: false,
  places: [aPlanPlace()],
  rows: 0,
  pages: 0,
};

type Bulk = Awaited<ReturnType<typeof bulkDesk>>;

/** Somebody who reviews and somebody who executes, at the console of Acme. */
export class PlanDesk {
  /** What the administrator keeps in the profile. */
  readonly book = new MemoryDocument<PlanBookFile>({});
  readonly keychain = new MemorySecretStore();
  readonly trust: TrustBook;
  readonly desk: KeyDesk;
  /** The file that is opened next. */
  text = '';
  private reviewed: ReviewedInventory = { inventory: INVENTORY, keys: [], entries: [] };

  private constructor(readonly bulk: Bulk) {
    this.desk = bulk.at.desk;
    this.trust = new TrustBook(new MemoryDocument<TrustFile>([]), nodeSigning, this.desk.clock);
  }

  static async create(): Promise<PlanDesk> {
    return new PlanDesk(await bulkDesk());
  }

  /** Plans as Keydesk has them that runs now. */
  service(keychain = this.keychain): PlanService {
    const { desk, book, bulk, trust } = this;
    return plansOver(
      { ...desk, person: 'ada', version: '0.1.0', book, progress: () => undefined },
      {
        ...bulk.at,
        mode: new RevokeOnlyMode(false, desk.stores.settings),
        signing: new SigningService({ keychain, signing: nodeSigning, trust }),
        offered: async () => ({ fileName: 'acme.keydesk-plan', text: this.text }),
        reviewed: async () => this.reviewed,
      },
    );
  }

  /** Reviews keys of an inventory and hands the plan over. */
  async make(
    keys: readonly InventoryKey[],
    entries: readonly ReviewEntry[],
    { keychain, place = aPlanPlace() }: { keychain?: MemorySecretStore; place?: InventoryPlace } = {},
  ): Promise<void> {
    this.reviewed = { inventory: { ...INVENTORY, places: [place] }, keys, entries };
    await this.service(keychain).make('inventory-1', 'Rita');
    this.text = this.saved;
  }

  /** What was written last. */
  get saved(): string {
    return [...this.desk.files.saved.values()].at(-1)?.text ?? '';
  }
}

/** The rows of a plan as the window reads them. */
export const rowsOf = async (plans: PlanService, planId: string): Promise<PlanRowView[]> =>
  JSON.parse(await plans.page(planId, 0)) as PlanRowView[];
