import type { AppError } from '@core/domain/app-error';
import { isSettled, type BulkPlan, type BulkReport, type BulkRow, type BulkState } from '@core/domain/bulk';
import type { Operation } from '@core/domain/operation';
import { BulkEntry } from './bulk-entry';
import { BulkRound, type BulkRoundParts } from './bulk-round';

/** Told of every change of a row or of the state. */
export type BulkProgress = (bulkId: string, state: BulkState, rows: BulkRow[]) => void;

/** What a run stands on. */
export interface BulkRunParts extends BulkRoundParts {
  readonly progress: BulkProgress;
}

/** So often what was not found done is sent again before the run ends with it unclear. */
const MOST_ROUNDS = 6;

/** One run over a frozen selection: rounds over whatever is not done, until all is or it is halted. */
export class BulkRun {
  state: BulkState = 'interrupted';
  private notes: string[] = [];
  private readonly entries: readonly BulkEntry[];
  private halt = new AbortController();
  private working: Promise<void> = Promise.resolve();

  /** @param journal what is known of its operations already */
  constructor(
    readonly plan: BulkPlan,
    private readonly parts: BulkRunParts,
    journal: (operationId: string) => Operation | undefined,
  ) {
    const { act, targets } = plan;
    this.entries = targets.map((target) => new BulkEntry(target, act, journal(target.operationId)));
  }

  /** Whether it could still do something. */
  get unfinished(): boolean {
    return this.entries.some(({ left }) => left);
  }

  /** Deals with every key that is not done, also with those that failed. */
  begin(): void {
    this.state = 'running';
    this.notes = [];
    this.halt = new AbortController();
    const { signal } = this.halt;
    // What was halted may still have something on its way.
    this.working = this.working.then(() => this.work(signal));
  }

  /** Sends nothing more; what is on its way gets its outcome. */
  stop(state: 'paused' | 'cancelled'): void {
    if (this.state === 'finished' || this.state === 'cancelled') return;
    if (state === 'paused' && this.state !== 'running') return;
    this.state = state;
    this.halt.abort();
    if (state === 'cancelled') this.leaveWaiting();
    this.parts.progress(this.plan.id, this.state, []);
  }

  /** Resolves when nothing is on its way any more. */
  ended(): Promise<void> {
    return this.working;
  }

  /** How far it is, with every key. */
  report(): BulkReport {
    const { id: bulkId, act, confirmedAt } = this.plan;
    const rows = this.entries.map(({ row }) => row);
    const settled = rows.filter(isSettled).length;
    const { state, notes } = this;
    return { bulkId, act, confirmedAt, state, keys: rows.length, settled, notes, rows };
  }

  private async work(halted: AbortSignal): Promise<void> {
    let left = this.entries.filter(({ open }) => open);
    for (let round = 0; round < MOST_ROUNDS && left.length > 0 && !halted.aborted; round += 1) {
      this.notes = await new BulkRound(this.parts, this.plan.act, halted, this.told).run(left);
      // Where a console wants no more, another round would not ask it either.
      left = this.notes.length > 0 ? [] : this.entries.filter((entry) => entry.left);
    }
    if (this.state === 'cancelled') this.leaveWaiting();
    if (this.halt.signal !== halted || halted.aborted) return;
    const waiting = this.entries.some(({ row }) => row.state === 'waiting');
    this.state = waiting ? 'paused' : 'finished';
    this.parts.progress(this.plan.id, this.state, []);
  }

  private leaveWaiting(): void {
    const waiting = this.entries.filter(({ row }) => row.state === 'waiting');
    for (const entry of waiting) entry.become('cancelled');
    if (waiting.length > 0)
      this.parts.progress(
        this.plan.id,
        this.state,
        waiting.map(({ row }) => row),
      );
  }

  private readonly told = {
    running: (entry: BulkEntry) => this.tell(entry, () => entry.become('running')),
    done: (entry: BulkEntry) => this.tell(entry, () => entry.become('done')),
    unclear: (entry: BulkEntry) => this.tell(entry, () => entry.cloud()),
    refused: (entry: BulkEntry, error: AppError) => this.tell(entry, () => entry.refuse(error)),
  };

  private tell(entry: BulkEntry, change: () => void): void {
    change();
    this.parts.progress(this.plan.id, this.state, [entry.row]);
  }
}
