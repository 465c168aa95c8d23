import { readPlan } from '@core/text/plan-file';
import type { Plan, PlanQuestion, PlanRowView, PlanView } from '@core/domain/plan';
import type { PlanService } from '@main/services/plans/plan-service';
import type { MemorySecretStore } from '@test/support/memory-secret-store';
import { aVendorKey } from '@test/support/vendor-records';
import { anInventoryKey, decided, PlanDesk, rowsOf } from './plan-desk';

/** A plan to revoke keys in front of an administrator. */
export class OpenedPlan {
  plans!: PlanService;
  planId!: string;

  private constructor(readonly world: PlanDesk) {}

  /** Keys that are there, all of them to be revoked, in a plan signed by us or from another keychain. */
  static async create(count: number, keychain?: MemorySecretStore): Promise<OpenedPlan> {
    const opened = new OpenedPlan(await PlanDesk.create());
    await opened.world.bulk.list(count);
    const indexes = Array.from({ length: count }, (_none, index) => index + 1);
    const keys = indexes.map((index) => anInventoryKey(index));
    const entries = indexes.map((index) => decided(index, 'revoke'));
    await opened.world.make(keys, entries, { ...(keychain && { keychain }) });
    await opened.open();
    return opened;
  }

  /** Opens the file with Keydesk as it runs now, and compares it. */
  async open(): Promise<void> {
    this.plans = this.world.service();
    ({ planId: this.planId } = await this.plans.open('file-1'));
    await this.until(this.plans.check(this.planId));
  }

  until<T>(work: Promise<T>): Promise<T> {
    return this.world.desk.clock.until(work, 600_000);
  }

  rows(): Promise<PlanRowView[]> {
    return rowsOf(this.plans, this.planId);
  }

  async ends(): Promise<(string | undefined)[]> {
    return (await this.rows()).map(({ end }) => end?.state);
  }

  /** Approves the nth keys, from 1. */
  approve(...indexes: number[]): Promise<PlanView> {
    return this.plans.approve(this.planId, { rows: indexes.map((index) => index - 1), approved: true });
  }

  question(): Promise<PlanQuestion> {
    return this.until(this.plans.question(this.planId));
  }

  /** Executes these rows and waits for the end of the run. */
  async run(rows: readonly number[], typed: string): Promise<void> {
    const begun = await this.plans.execute(this.planId, { rows, typed });
    await this.until(this.world.bulk.at.bulk.ended(begun?.bulkId ?? ''));
  }

  /** The same of everything that is approved. */
  async execute(typed: string): Promise<void> {
    await this.run((await this.question()).rows, typed);
  }

  /** Somebody makes the nth key an Administration key. */
  change(index: number): void {
    const console = this.world.desk.console;
    console.add(aVendorKey({ id: `key-${index}`, name: `Key 00${index}`, type: 'administration' }));
  }

  /** The outcome as it is saved now. */
  async save(): Promise<NonNullable<Plan['outcome']>> {
    await this.plans.save(this.planId);
    const reading = readPlan(this.world.saved);
    reading.check(0, reading.rows);
    const { outcome } = reading.plan();
    if (outcome === undefined) throw new Error('There is no outcome.');
    return outcome;
  }
}
