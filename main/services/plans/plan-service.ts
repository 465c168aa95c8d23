import { AppError } from '@core/domain/app-error';
import type { BulkReport } from '@core/domain/bulk';
import { toInstant } from '@core/domain/instant';
import {
  approvesTogether,
  type PlanOutcome,
  type PlanPreview,
  type PlanQuestion,
  type PlanView,
} from '@core/domain/plan';
import type { SigningService } from '@main/services/signing/signing-service';
import { OpenPlans, type OpenPlan, type OpenPlansParts } from './open-plans';
import { without, type PlanBook } from './plan-book';
import { checkPlan, type PlanCheckParts } from './plan-check';
import { PlanMaker, stem, type PlanMakerParts, type PlanSaved } from './plan-maker';
import { outcomeOf } from './plan-outcome';
import { PlanRows, type PlanRowsParts } from './plan-rows';
import { PlanRuns, type PlanOrder, type PlanRunsParts } from './plan-runs';

/** What plans stand on. */
export interface PlanServiceParts
  extends
    Omit<PlanMakerParts, 'clock' | 'signing'>,
    Omit<OpenPlansParts, 'clock'>,
    PlanCheckParts,
    PlanRunsParts,
    PlanRowsParts {
  readonly bulk: PlanRunsParts['bulk'] & PlanRowsParts['bulk'];
  readonly journal: PlanCheckParts['journal'] & PlanRowsParts['journal'];
  readonly signing: Pick<SigningService, 'sign' | 'judge'>;
  readonly clock: PlanMakerParts['clock'] & OpenPlansParts['clock'];
  readonly crypto: OpenPlansParts['crypto'] & PlanRunsParts['crypto'];
  readonly progress: (planId: string, done: number, of: number) => void;
}

/** So many rows are a page. */
const PAGE_ROWS = 2_000;

/** Which rows are approved, or not any more. */
export interface Approval {
  readonly rows: readonly number[];
  readonly approved: boolean;
  readonly evenIfChanged?: boolean | undefined;
}

/** Plans: made of a review, opened by an administrator, compared with what is there, executed, and given back. */
export class PlanService {
  private readonly plans: OpenPlans;
  private readonly maker: PlanMaker;
  private readonly runs: PlanRuns;
  private readonly table: PlanRows;
  private readonly book: PlanBook;

  constructor(private readonly parts: PlanServiceParts) {
    this.plans = new OpenPlans(parts);
    this.maker = new PlanMaker(parts);
    this.runs = new PlanRuns(parts);
    this.table = new PlanRows(parts);
    this.book = parts.book;
  }

  /** What a plan of an open inventory would hold. */
  preview(inventoryId: string): Promise<PlanPreview> {
    return this.maker.preview(inventoryId);
  }

  /** Writes a plan. Null when the operator cancels. */
  make(inventoryId: string, madeBy: string): Promise<PlanSaved> {
    return this.maker.make(inventoryId, madeBy);
  }

  /** Reads an offered file; nothing is sent to anybody. */
  async open(fileId: string): Promise<PlanView> {
    return this.view(await this.plans.open(fileId));
  }

  /** What is known of an open plan now. */
  read(planId: string): Promise<PlanView> {
    return this.view(this.plans.find(planId));
  }

  /** One page of its rows as JSON text. */
  async page(planId: string, page: number): Promise<string> {
    const open = this.plans.find(planId);
    return JSON.stringify(await this.table.read(open, page * PAGE_ROWS, PAGE_ROWS));
  }

  /** Compares it with the consoles that are here. Changes nothing. */
  async check(planId: string): Promise<PlanView> {
    const open = this.executable(planId);
    open.checked = await checkPlan(open.plan, this.parts, (done, of) =>
      this.parts.progress(planId, done, of),
    );
    return this.view(open);
  }

  /** Approves rows as they were found by the last check, or takes approvals back. */
  async approve(planId: string, { rows, approved, evenIfChanged = false }: Approval): Promise<PlanView> {
    const open = this.executable(planId);
    if (approved) await this.mayApprove(open, rows);
    const facts = approved ? rows.map((row) => [row, approvable(open, row, evenIfChanged)] as const) : [];
    await this.book.change(planId, (record) => ({
      approved: { ...without(record.approved, rows), ...Object.fromEntries(facts) },
    }));
    return this.view(open);
  }

  /** Notes that a row was done by hand; null takes it back. */
  async tick(planId: string, row: number, note: string | null): Promise<PlanView> {
    const open = this.executable(planId);
    const known = open.plan.rows[row];
    if (known === undefined) throw noRow();
    if (note !== null && known.decision === 'revoke' && open.checked?.rows[row]?.live)
      throw new AppError('invalid-input', 'Keydesk can do this itself. Approve it instead.');
    const at = toInstant(this.parts.clock.now());
    await this.book.change(planId, ({ hands }) => ({
      hands: { ...without(hands, [row]), ...(note !== null && { [row]: { note, at } }) },
    }));
    return this.view(open);
  }

  /** Reads the consoles once more and says what has to be asked before what is approved is executed. */
  async question(planId: string): Promise<PlanQuestion> {
    await this.check(planId);
    return this.runs.question(this.executable(planId));
  }

  /** Begins a run over approved rows. Null when the operator declines. */
  async execute(planId: string, order: PlanOrder): Promise<BulkReport | null> {
    const begun = await this.runs.execute(this.executable(planId), order);
    if (begun !== null)
      void this.table.keepEnds(this.plans.find(planId), begun.bulkId).catch(() => undefined);
    return begun;
  }

  /** Writes what became of each row. Null when the operator cancels. */
  async save(planId: string): Promise<PlanSaved> {
    const open = this.executable(planId);
    const { plan, fileName } = open;
    const { state: signature } = await this.parts.signing.judge(open.signature);
    const rows = (await this.table.read(open, 0, plan.rows.length)).map((row) => ({
      row: row.row,
      ...outcomeOf(row),
    }));
    const outcome = {
      executedAt: toInstant(this.parts.clock.now()),
      executedBy: this.parts.person,
      plan: { sha256: planId, signature },
      rows,
    };
    return this.maker.save({ ...plan, outcome }, `${stem(fileName)}-outcome.keydesk-plan`);
  }

  /** Forgets what was read; what was approved and done stays known. */
  close(planId: string): void {
    this.plans.close(planId);
  }

  /** SECURITY: what somebody altered, and what is itself an outcome, is never executed. */
  private executable(planId: string): OpenPlan {
    const open = this.plans.find(planId);
    if (open.signature.state === 'altered')
      throw new AppError('forbidden', 'This file was altered after it was signed. It cannot be executed.');
    if (open.plan.outcome !== undefined)
      throw new AppError('forbidden', 'This file says what became of a plan. There is nothing to execute.');
    return open;
  }

  /** SECURITY: nobody vouches for the rows of a plan whose maker is not known, so that each is looked at. */
  private async mayApprove({ signature }: OpenPlan, rows: readonly number[]): Promise<void> {
    if (rows.length > 1 && !approvesTogether(await this.parts.signing.judge(signature)))
      throw new AppError('forbidden', 'It is not known who made this plan. Approve its rows one by one.');
  }

  private async view(open: OpenPlan): Promise<PlanView> {
    const { planId, fileName, plan, checked } = open;
    const { rows, outcome } = plan;
    const { keydesk, madeAt, madeBy, inventory, left, places } = plan;
    return {
      ...{ planId, fileName, keydesk, madeAt, madeBy, inventory, left, places: [...places] },
      signature: await this.parts.signing.judge(open.signature),
      rows: rows.length,
      pages: Math.ceil(rows.length / PAGE_ROWS),
      checkedAt: checked?.at ?? null,
      runs: [...(await this.table.runs(planId))].flatMap(([id, { open }]) => (open ? [id] : [])),
      outcome: outcome === undefined ? null : headOf(outcome),
    };
  }
}

const headOf = ({ rows: _rows, ...head }: PlanOutcome): NonNullable<PlanView['outcome']> => head;

/** The hash a row is approved by; throws where it cannot be. */
function approvable({ checked, plan }: OpenPlan, row: number, evenIfChanged: boolean): string {
  if (plan.rows[row] === undefined) throw noRow();
  const { live, verdict } = checked?.rows[row] ?? { live: null, verdict: null };
  if (live === null || verdict === null)
    throw new AppError('invalid-input', verdict?.says ?? 'Check the plan first.');
  if (verdict.state === 'changed' && !evenIfChanged)
    throw new AppError('invalid-input', 'This key is not as the reviewer saw it. Look at what changed.', {
      field: 'evenIfChanged',
    });
  return live.facts;
}

const noRow = (): AppError => new AppError('not-found', 'The plan has no such row.');
