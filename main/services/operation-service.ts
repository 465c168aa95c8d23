import { AppError, type AppErrorCode } from '@core/domain/app-error';
import { isDefiniteRefusal } from '@core/domain/definite-refusal';
import { needsLook, type Operation, type OperationState } from '@core/domain/operation';
import type { Clock } from '@main/ports';
import type { Attempt, Finding, RunOutcome, Settle } from '@main/services/attempt';
import { OperationNews } from '@main/services/operation-news';
import { SecretHandovers } from '@main/services/secret-handovers';
import { otherForm, type OperationIntent, type OperationJournal } from '@main/services/operation-journal';

interface Run {
  readonly form: string;
  readonly outcome: Promise<RunOutcome<unknown>>;
}

/** Waits before each look after an unclear answer, in milliseconds. */
const LOOKS_AFTER_MS = [0, 400, 1_200];

/** Failures of a look that say nothing of the console as a whole. */
const CONCERNS_ONE: readonly AppErrorCode[] = ['not-found', 'forbidden'];

/** The only way a mutating call is made: journaled before it is sent, looked into when its answer is unclear. */
export class OperationService {
  private readonly running = new Map<string, Run>();
  private readonly news = new OperationNews();
  readonly handovers: SecretHandovers;

  constructor(
    private readonly journal: OperationJournal,
    private readonly clock: Clock,
    private readonly settle: Settle,
  ) {
    this.handovers = new SecretHandovers(journal);
  }

  /**
   * Runs one operation. A second call with the same id while it runs joins it; after an unclear end it looks again
   * first and sends again, under the same idempotency key, only when the console does not have the change.
   * Throws the `AppError` of a definite refusal.
   */
  run<T>(intent: OperationIntent, attempt: Attempt<T>): Promise<RunOutcome<T>> {
    const form = this.journal.form(intent);
    const joined = this.running.get(intent.id);
    if (joined === undefined) {
      const outcome = this.start(intent, attempt).finally(() => this.running.delete(intent.id));
      this.running.set(intent.id, { form, outcome });
      return outcome;
    }
    // SECURITY: whoever shares an outcome asked for the very same; another key must never look stopped by it.
    return joined.form === form ? (joined.outcome as Promise<RunOutcome<T>>) : Promise.reject(otherForm());
  }

  /**
   * Open operations, settled ones of this session that were not dismissed, and new keys whose secret was lost with an
   * earlier session.
   */
  list(sinceInstant: string): Operation[] {
    const lost = new Set(this.handovers.lost(sinceInstant));
    return this.journal
      .all()
      .filter((operation) => !this.running.has(operation.id))
      .filter((operation) => lost.has(operation) || this.news.tells(operation, sinceInstant));
  }

  /** Takes a settled operation off the list; what a later look finds of it is news again. */
  dismiss(id: string): Promise<void> {
    this.news.dismiss(id);
    return this.handovers.dismiss(id);
  }

  /** Looks again at one operation; returns it in its new state. */
  async recheck(id: string): Promise<Operation> {
    const operation = this.journal.find(id);
    if (operation === undefined) throw new AppError('not-found', 'Keydesk knows no such change.');
    return needsLook(operation, this.clock.now()) && !this.running.has(id)
      ? this.settleOne(operation)
      : operation;
  }

  /** Looks at everything that is still unclear on a console; what cannot be reached stays as it is. */
  async settleConsole(consoleId: string): Promise<void> {
    const unclear = this.journal
      .all()
      .filter((operation) => operation.consoleId === consoleId && needsLook(operation, this.clock.now()));
    for (const { id } of unclear) {
      try {
        await this.recheck(id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        // One that cannot be looked at any more must not keep the others from being settled.
        if (!CONCERNS_ONE.includes(error.code)) return;
      }
    }
  }

  private async start<T>(intent: OperationIntent, attempt: Attempt<T>): Promise<RunOutcome<T>> {
    const operation = await this.journal.intend(intent);
    if (operation.state !== 'intended') {
      const found = await this.tryLook(operation, attempt);
      if (found !== null && found.done) return this.confirm(operation, found.value, attempt, true);
      if (found === null) return { state: 'checking', operation };
      if (operation.state === 'confirmed')
        throw new AppError('not-found', 'This was done, and has been undone since.');
      // What was not found may still arrive: sent again, it would then be there twice.
      if (!attempt.repeatable) return { state: 'checking', operation };
    }
    const again = operation.state !== 'intended';
    return this.send(await this.journal.record(operation, 'sent'), attempt, again);
  }

  private async send<T>(operation: Operation, attempt: Attempt<T>, again: boolean): Promise<RunOutcome<T>> {
    try {
      const value = await attempt.send(operation);
      if (attempt.endsLater === true) {
        this.news.begin(operation.id);
        return { state: 'checking', operation };
      }
      return attempt.readBack
        ? await this.reconcile(operation, attempt, null)
        : await this.confirm(operation, value, attempt, false);
    } catch (error) {
      if (!(error instanceof AppError)) throw await this.cloud(operation, error);
      if (!isDefiniteRefusal(error, operation.kind)) return this.reconcile(operation, attempt, error);
      // A refusal of the second sending says nothing of the first, which may still arrive.
      await this.journal.note(operation, again ? 'absent' : 'failed', { error: error.code });
      throw error;
    }
  }

  /** A bug of ours must not hide that something was sent. */
  private async cloud(operation: Operation, error: unknown): Promise<unknown> {
    await this.journal.note(operation, 'ambiguous', { error: 'unexpected' });
    return error;
  }

  private async reconcile<T>(
    operation: Operation,
    attempt: Attempt<T>,
    doubt: AppError | null,
  ): Promise<RunOutcome<T>> {
    let current = operation;
    if (doubt !== null) current = await this.journal.note(operation, 'ambiguous', { error: doubt.code });
    let reached = false;
    for (const wait of LOOKS_AFTER_MS) {
      await new Promise<void>((resolve) => this.clock.after(wait, resolve));
      const found = await this.tryLook(current, attempt);
      if (found?.done === true) return this.confirm(current, found.value, attempt, doubt !== null);
      reached ||= found !== null;
    }
    return {
      state: 'checking',
      operation: await this.journal.note(current, reached ? 'absent' : 'ambiguous'),
    };
  }

  private async tryLook<T>(operation: Operation, attempt: Attempt<T>): Promise<Finding<T> | null> {
    try {
      return await attempt.look(operation);
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  private async confirm<T>(
    operation: Operation,
    value: T,
    attempt: Attempt<T>,
    reconciled: boolean,
  ): Promise<RunOutcome<T>> {
    await this.journal.note(operation, 'confirmed', attempt.facts?.(value));
    return { state: 'confirmed', value, reconciled };
  }

  private async settleOne(operation: Operation): Promise<Operation> {
    // Only 'sent' is written before the call leaves, so an intent alone never reached the console.
    if (operation.state === 'intended') return this.settleAs(operation, 'failed', { error: 'cancelled' });
    const found = await this.settle(operation);
    const current = this.journal.find(operation.id);
    // Sent again or settled while we looked: what we saw is older than what is known.
    if (current !== operation) return current ?? operation;
    if (found.done)
      return this.settleAs(operation, 'confirmed', found.keyId === undefined ? {} : { keyId: found.keyId });
    if (found.as === 'under-way') this.news.begin(operation.id);
    if (found.as === 'under-way' || operation.state === 'absent') return operation;
    return this.settleAs(operation, found.as ?? 'absent');
  }

  private settleAs(
    operation: Operation,
    state: OperationState,
    facts: Partial<Pick<Operation, 'keyId' | 'error'>> = {},
  ): Promise<Operation> {
    this.news.settle(operation.id);
    return this.journal.note(operation, state, facts);
  }
}
