import { AppError } from '@core/domain/app-error';
import type { AskedTarget, BulkAct, BulkPlan, BulkReport, BulkSummary } from '@core/domain/bulk';
import { actWords } from '@core/domain/bulk-words';
import { NATIVE_CONFIRMATION_FROM } from '@core/domain/confirmation';
import { toInstant } from '@core/domain/instant';
import type { Crypto, Dialogs } from '@main/ports';
import type { OperationJournal } from '@main/services/operation-journal';
import type { BulkRecords } from './bulk-records';
import { BulkRun, type BulkRunParts } from './bulk-run';
import { freeze, type FrozenSelection, type SelectionParts } from './bulk-selection';

/** Dialogs are read by tired people: more names than this do not help. */
const NAMES_SHOWN = 12;

/** What the service stands on. */
export interface BulkServiceParts extends SelectionParts, BulkRunParts {
  readonly journal: OperationJournal;
  readonly records: BulkRecords;
  readonly dialogs: Dialogs;
  readonly crypto: Pick<Crypto, 'token'>;
  /** Throws where the mode Keydesk is in does not allow an act. */
  readonly permit: (act: BulkAct) => Promise<void>;
}

interface Frozen {
  readonly plan: BulkPlan;
  readonly word: string | null;
}

/** What is asked for before a run. */
export interface BulkRequest {
  readonly act: BulkAct;
  readonly targets: readonly AskedTarget[];
  readonly evenOwn?: boolean | undefined;
}

/** Does one thing with many keys: a frozen selection, one journaled operation per key, an outcome for each, never one tick for all. */
export class BulkService {
  private readonly frozen = new Map<string, Frozen>();
  private readonly runs = new Map<string, BulkRun>();
  /** What is being put away of runs that are over. */
  private readonly tidying = new Set<Promise<void>>();

  constructor(private readonly parts: BulkServiceParts) {}

  /**
   * Freezes a selection and gives the token that `start` needs, or null when the operator declines.
   * SECURITY: above a bound the question is asked in a dialog of main, which no script in the window can answer.
   */
  async confirm({ act, targets, evenOwn = false }: BulkRequest): Promise<{ token: string } | null> {
    await this.parts.permit(act);
    const selection = await freeze({ act, targets, evenOwn }, this.parts);
    if (targets.length >= NATIVE_CONFIRMATION_FROM && !(await this.ask(act, selection))) return null;
    const token = this.parts.crypto.token();
    const confirmedAt = toInstant(this.parts.clock.now());
    const plan = { id: token, act, confirmedAt, targets: [...selection.targets] };
    this.frozen.set(token, { plan, word: selection.word });
    return { token };
  }

  /** Begins with the frozen selection, once it is on disk; the token works once. Goes on after it resolved. */
  async start(token: string, typed: string): Promise<BulkReport> {
    const frozen = this.frozen.get(token);
    if (frozen === undefined)
      throw new AppError('invalid-input', 'This selection was not confirmed. Select again.');
    const { plan, word } = frozen;
    if (word !== null && typed.trim() !== word)
      throw new AppError('invalid-input', `Type ${word} to go on.`, { field: 'typed' });
    this.frozen.delete(token);
    await this.parts.journal.open();
    return this.begin(new BulkRun(plan, this.parts, (id) => this.parts.journal.find(id)));
  }

  /** Sends nothing more until it is resumed; what is on its way still gets its outcome. */
  pause(bulkId: string): void {
    this.runs.get(bulkId)?.stop('paused');
  }

  /** Goes on with everything that is not done, also after Keydesk was ended in the middle. */
  async resume(bulkId: string): Promise<BulkReport> {
    const run = await this.find(bulkId);
    await this.parts.permit(run.plan.act);
    if (run.state === 'running') return run.report();
    if (run.state === 'cancelled')
      throw new AppError('invalid-input', 'This run was cancelled. Select the keys again.');
    return this.begin(run);
  }

  /** Leaves alone what was not begun, for good. */
  async cancel(bulkId: string): Promise<void> {
    const run = await this.find(bulkId).catch(() => null);
    run?.stop('cancelled');
    await this.parts.records.drop([bulkId]);
  }

  /** How far a run is. */
  async report(bulkId: string): Promise<BulkReport> {
    return (await this.find(bulkId)).report();
  }

  /** Resolves when a run is not under way any more. */
  async ended(bulkId: string): Promise<BulkReport> {
    const run = await this.find(bulkId);
    await run.ended();
    return run.report();
  }

  /** The runs that are under way, and those that did not come to their end. */
  async list(): Promise<BulkSummary[]> {
    await this.recall();
    const open = [...this.runs.values()].filter(({ state }) => state !== 'finished' && state !== 'cancelled');
    return open.map((run) => {
      const { rows: _rows, ...summary } = run.report();
      return summary;
    });
  }

  /** Part of every way to end: nothing more is sent, and the next start offers to go on. */
  async finish(): Promise<void> {
    for (const run of this.runs.values()) run.stop('paused');
    await Promise.all(this.tidying);
  }

  private async begin(run: BulkRun): Promise<BulkReport> {
    await this.parts.records.keep(run.plan);
    this.runs.set(run.plan.id, run);
    run.begin();
    void run.ended().then(() => {
      const tidying = this.tidy(run).finally(() => this.tidying.delete(tidying));
      this.tidying.add(tidying);
    });
    return run.report();
  }

  /** What is over is not offered again. A disk that fails now only means that it is looked at once more. */
  private async tidy(run: BulkRun): Promise<void> {
    if (run.state === 'finished' || run.state === 'cancelled')
      await this.parts.records.drop([run.plan.id]).catch(() => undefined);
  }

  private async find(bulkId: string): Promise<BulkRun> {
    if (!this.runs.has(bulkId)) await this.recall();
    const run = this.runs.get(bulkId);
    if (run === undefined) throw new AppError('not-found', 'Keydesk knows no such run.');
    return run;
  }

  /** Takes up what an earlier session left, as far as there is anything left to do. */
  private async recall(): Promise<void> {
    await this.parts.journal.open();
    const plans = (await this.parts.records.all()).filter(({ id }) => !this.runs.has(id));
    const runs = plans.map((plan) => new BulkRun(plan, this.parts, (id) => this.parts.journal.find(id)));
    await this.parts.records.drop(runs.filter((run) => !run.unfinished).map(({ plan }) => plan.id));
    for (const run of runs)
      if (run.unfinished && !this.runs.has(run.plan.id)) this.runs.set(run.plan.id, run);
  }

  private ask(act: BulkAct, { targets, production, places, undo }: FrozenSelection): Promise<boolean> {
    const { verb } = actWords(
      act,
      places.map(({ traits }) => traits),
    );
    const names = targets.slice(0, NAMES_SHOWN).map(({ label }) => `• ${label}`);
    const more = targets.length - names.length;
    return this.parts.dialogs.confirm({
      title: 'Keydesk',
      message: `${verb} ${targets.length} keys${production ? ' (production among them)' : ''}?`,
      detail: [...names, ...(more > 0 ? [`and ${more} more`] : []), '', ...undo].join('\n'),
      action: `${verb} ${targets.length} keys`,
    });
  }
}
