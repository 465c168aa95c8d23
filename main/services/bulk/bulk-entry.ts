import type { AppError } from '@core/domain/app-error';
import type { BulkAct, BulkRow, FrozenTarget } from '@core/domain/bulk';
import { takesAway } from '@core/domain/bulk-fate';
import type { Operation } from '@core/domain/operation';

const CHANGED = 'It was changed by somebody else; look at it again.';

/** Refusals that say nothing of the key itself. */
const MAY_PASS = ['rate-limited', 'offline', 'timeout', 'server', 'cancelled'];

/** A key of a run with what became of it so far. */
export class BulkEntry {
  /** Failed in a way that may pass. */
  private mayPass = false;
  /** Something was sent of which nobody knows what it did: no later refusal takes that back. */
  private unclear: boolean;

  /** @param operation what the journal of an earlier session says of it */
  constructor(
    readonly target: FrozenTarget,
    private readonly act: BulkAct,
    operation?: Operation,
  ) {
    this.row = this.rowFrom(operation);
    this.unclear = this.row.state === 'checking';
  }

  row: BulkRow;

  /** Whether there is anything left to do when the operator wants it done. */
  get open(): boolean {
    return this.row.state !== 'done';
  }

  /** Whether it is worth another round by itself. */
  get left(): boolean {
    const { state } = this.row;
    return state === 'waiting' || state === 'checking' || (state === 'failed' && this.mayPass);
  }

  /** Takes in that it is being dealt with, that it is done, or that it is left alone. */
  become(state: 'running' | 'done' | 'cancelled'): void {
    this.row = this.as(state);
  }

  /** Takes in that nobody knows what became of it. */
  cloud(): void {
    this.unclear = true;
    this.row = this.as('checking', unclearText(this.act));
  }

  /** Takes in a refusal. */
  refuse(error: Pick<AppError, 'code' | 'message'>): void {
    this.mayPass = MAY_PASS.includes(error.code);
    if (this.unclear) this.row = this.as('checking', unclearText(this.act));
    // What is refused for the pace alone was never looked at.
    else if (error.code === 'rate-limited') this.row = this.as('waiting');
    else this.row = this.as('failed', error.code === 'conflict' ? CHANGED : error.message);
  }

  private rowFrom(operation: Operation | undefined): BulkRow {
    switch (operation?.state) {
      case undefined:
      case 'intended':
        return this.as('waiting');
      case 'confirmed':
        return this.as('done');
      case 'failed':
        if (operation.error === 'rate-limited' || operation.error === 'cancelled') return this.as('waiting');
        return this.as('failed', operation.error === 'conflict' ? CHANGED : 'It was refused.');
      case 'sent':
      case 'ambiguous':
      case 'absent':
        return this.as('checking', unclearText(this.act));
    }
  }

  private as(state: BulkRow['state'], message?: string): BulkRow {
    const { key, label, place } = this.target;
    return { key, label, place, state, ...(message !== undefined && { message }) };
  }
}

const unclearText = (act: BulkAct): string =>
  takesAway(act) ? 'Sent, not confirmed. Treat it as live.' : 'Sent, not confirmed.';
