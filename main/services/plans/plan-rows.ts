import type { PlanEnd, PlanRowView } from '@core/domain/plan';
import type { BulkService } from '@main/services/bulk/bulk-service';
import type { OperationJournal } from '@main/services/operation-journal';
import type { OpenPlan } from './open-plans';
import type { PlanBook } from './plan-book';
import { endOf, isFinal, runOf, type PlanRun } from './plan-ends';
import { isApproved } from './plan-runs';

/** What is known of rows comes from here. */
export interface PlanRowsParts {
  readonly book: PlanBook;
  readonly bulk: Pick<BulkService, 'report' | 'ended'>;
  readonly journal: Pick<OperationJournal, 'open' | 'find'>;
}

/** The rows of plans with everything that is known of them: the last check, approvals, and what became of them. */
export class PlanRows {
  constructor(private readonly parts: PlanRowsParts) {}

  /** So many rows from one on, in the order of the file. */
  async read({ planId, plan, checked }: OpenPlan, from: number, most: number): Promise<PlanRowView[]> {
    const { book, journal } = this.parts;
    await journal.open();
    const record = await book.read(planId);
    const sources = { operation: (id: string) => journal.find(id), runs: await this.runs(planId) };
    const ends = new Map((plan.outcome?.rows ?? []).map(({ row, ...end }): [number, PlanEnd] => [row, end]));
    return plan.rows.slice(from, from + most).map((planned, index) => {
      const row = from + index;
      const found = checked?.rows[row];
      return {
        ...planned,
        row,
        key: found?.ref ?? null,
        verdict: found?.verdict ?? null,
        approved: isApproved(found, row, record),
        end: ends.get(row) ?? endOf(row, record, sources),
      };
    });
  }

  /** The runs of a plan that are known in this session or can be resumed. */
  async runs(planId: string): Promise<Map<string, PlanRun>> {
    const { sent } = await this.parts.book.read(planId);
    const ids = [...new Set(Object.values(sent).map(({ bulkId }) => bulkId))];
    const reports = await Promise.all(ids.map((id) => this.parts.bulk.report(id).catch(() => null)));
    return new Map(
      reports.flatMap((report) => (report === null ? [] : [[report.bulkId, runOf(report)] as const])),
    );
  }

  /** Waits for the end of a run: what the journal of operations forgets one day stays known. */
  async keepEnds(open: OpenPlan, bulkId: string): Promise<void> {
    const { book, bulk } = this.parts;
    await bulk.ended(bulkId);
    const { sent } = await book.read(open.planId);
    const rows = await this.read(open, 0, open.plan.rows.length);
    const ends = rows.flatMap(({ row, end }) => (row in sent && isFinal(end) ? [[row, end] as const] : []));
    await book.change(open.planId, (record) => ({ ends: { ...record.ends, ...Object.fromEntries(ends) } }));
  }
}
