import type { BulkFile, BulkPlan } from '@core/domain/bulk';
import { DAY_MS, toInstant } from '@core/domain/instant';
import type { Clock, DocumentStore } from '@main/ports';

/** The journal forgets what was settled a month ago, so an older plan could not tell what was done. */
const KEEP_MS = 14 * DAY_MS;

/** The plans of runs that did not come to their end, on disk before anything is sent for them. */
export class BulkRecords {
  constructor(
    private readonly store: DocumentStore<BulkFile>,
    private readonly clock: Clock,
  ) {}

  /** Resolves once the plan survives a power cut. */
  async keep(plan: BulkPlan): Promise<void> {
    await this.store.update((plans) => [...plans.filter(({ id }) => id !== plan.id), plan]);
  }

  /** Forgets runs that are over. */
  async drop(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.store.update((plans) => plans.filter(({ id }) => !ids.includes(id)));
  }

  /** All that are kept, oldest first. */
  async all(): Promise<BulkPlan[]> {
    const oldest = toInstant(this.clock.now() - KEEP_MS);
    return (await this.store.read()).filter(({ confirmedAt }) => confirmedAt >= oldest);
  }
}
