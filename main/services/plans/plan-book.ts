import * as z from 'zod';
import { KeyRef } from '@core/domain/api-key';
import { Instant, toInstant } from '@core/domain/instant';
import { OperationId } from '@core/domain/operation';
import { PlanEnd } from '@core/domain/plan';
import type { Clock, DocumentStore } from '@main/ports';

/** A row that was sent, under which operation of which run. */
export const SentRow = z.object({
  operationId: OperationId,
  bulkId: z.string().max(64),
  key: KeyRef,
  /** What may still let it work once it is stopped. */
  alive: z.string().max(1_000).optional(),
});
export type SentRow = z.infer<typeof SentRow>;

/** What an administrator did with a plan so far, by the position of its rows. */
export const PlanRecord = z.object({
  touchedAt: Instant,
  /** The hash of what the key was like when it was approved. */
  approved: z.record(z.string(), z.string().max(64)),
  hands: z.record(z.string(), z.object({ note: z.string().max(400), at: Instant })),
  sent: z.record(z.string(), SentRow),
  /** How sent rows ended, since the journal of operations forgets. */
  ends: z.record(z.string(), PlanEnd),
});
export type PlanRecord = z.infer<typeof PlanRecord>;

/** By the SHA-256 of the plan's file. */
export const PlanBookFile = z.record(z.string().max(64), PlanRecord);
export type PlanBookFile = z.infer<typeof PlanBookFile>;

/** So many plans are remembered, the latest ones. */
const MOST_PLANS = 40;

const NEW: Omit<PlanRecord, 'touchedAt'> = { approved: {}, hands: {}, sent: {}, ends: {} };

/** What was approved, sent and ticked of which plan; survives a restart. */
export class PlanBook {
  constructor(
    private readonly store: DocumentStore<PlanBookFile>,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** Of a plan nobody touched yet, nothing. */
  async read(planId: string): Promise<PlanRecord> {
    return this.recordIn(await this.store.read(), planId);
  }

  /** Resolves once it is on disk. */
  async change(planId: string, change: (record: PlanRecord) => Partial<PlanRecord>): Promise<PlanRecord> {
    const file = await this.store.update((all) => {
      const before = this.recordIn(all, planId);
      const next = { ...before, ...change(before), touchedAt: toInstant(this.clock.now()) };
      return latest({ ...all, [planId]: next });
    });
    return this.recordIn(file, planId);
  }

  private recordIn(file: PlanBookFile, planId: string): PlanRecord {
    return file[planId] ?? { ...NEW, touchedAt: toInstant(this.clock.now()) };
  }
}

function latest(file: PlanBookFile): PlanBookFile {
  const plans = Object.entries(file).sort(([, a], [, b]) => b.touchedAt.localeCompare(a.touchedAt));
  return Object.fromEntries(plans.slice(0, MOST_PLANS));
}

/** A record without some of its members. */
export const without = <T>(
  members: Readonly<Record<string, T>>,
  names: Iterable<number>,
): Record<string, T> => {
  const gone = new Set([...names].map(String));
  return Object.fromEntries(Object.entries(members).filter(([name]) => !gone.has(name)));
};
