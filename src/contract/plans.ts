import * as z from 'zod';
import { call } from '@core/contract/shape';
import { BulkReport, MOST_AT_ONCE } from '@core/domain/bulk';
import { PLAN_LIMITS, PlanPreview, PlanQuestion, PlanView } from '@core/domain/plan';

const Done = z.object({ done: z.literal(true) });
const ByInventory = z.strictObject({ inventoryId: z.string().max(64) });
const ByPlan = z.strictObject({ planId: z.string().regex(/^[0-9a-f]{64}$/) });
const Row = z.number().int().nonnegative().max(PLAN_LIMITS.rows);
const Rows = z.array(Row).min(1).max(PLAN_LIMITS.rows);
const Saved = z.object({ path: z.string(), rows: z.number().int(), signed: z.boolean() }).nullable();

/** What a reviewer decided, as a file, and its execution by an administrator. Opening one never sends anything. */
export const planCalls = {
  /** What a plan of an open inventory would hold. */
  preview: call(ByInventory, PlanPreview),
  /** Writes the decisions about an open inventory. Asks where to; null when the operator cancels. */
  make: call(ByInventory.extend({ madeBy: z.string().trim().min(1).max(200) }), Saved),
  /** Reads an offered file as a plan. */
  open: call(z.strictObject({ fileId: z.string().max(64) }), PlanView),
  read: call(ByPlan, PlanView),
  /** One page as the JSON text of `PlanRowView[]`, in the order of the file. */
  page: call(ByPlan.extend({ page: z.number().int().nonnegative() }), z.object({ json: z.string() })),
  /** Compares it with the consoles that are here; goes on as `planProgress`. Changes nothing anywhere. */
  check: call(ByPlan, PlanView),
  /** Rows to execute, or not after all. Of a plan whose maker is not known one at a time. */
  approve: call(
    ByPlan.extend({
      rows: Rows,
      approved: z.boolean(),
      /** The operator saw that these keys are not as the reviewer saw them. */
      evenIfChanged: z.boolean().optional(),
    }),
    PlanView,
  ),
  /** A row that was done by hand, with a note; null takes it back. */
  tick: call(ByPlan.extend({ row: Row, note: z.string().max(400).nullable() }), PlanView),
  /** Reads the consoles once more and asks about what is approved. */
  question: call(ByPlan, PlanQuestion),
  /** Begins a run over these rows; it goes on as `bulkProgress`. Null when declined in main's own dialog. */
  execute: call(
    ByPlan.extend({
      rows: Rows.max(MOST_AT_ONCE),
      typed: z.string().max(100),
      evenOwn: z.boolean().optional(),
    }),
    BulkReport.nullable(),
  ),
  /** Writes what became of each row, for the reviewer. Null when the operator cancels. */
  save: call(ByPlan, Saved),
  close: call(ByPlan, Done),
} as const;

export const planEvents = {
  /** How many environments of a running check were read. */
  planProgress: z.object({ planId: z.string(), done: z.number(), of: z.number() }),
} as const;
