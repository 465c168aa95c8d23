import { isOpen, type Operation } from '@core/domain/operation';

/** Which operations the operator hears of: those whose end is not known, and those that a look settled for nobody. */
export class OperationNews {
  /** What a look found that nobody was waiting for. */
  private readonly settled = new Set<string>();
  private readonly dismissed = new Set<string>();
  /** What is followed to its end, and shown where that is. */
  private readonly underWay = new Set<string>();

  /** Whether it is told of in a session that began at this instant. */
  tells(operation: Operation, sinceInstant: string): boolean {
    const { id, state, changedAt } = operation;
    if (isOpen(operation)) return !this.underWay.has(id);
    if (this.dismissed.has(id)) return false;
    return this.settled.has(id) || (state === 'absent' && changedAt >= sinceInstant);
  }

  /** It began, and somebody follows it. */
  begin(id: string): void {
    this.underWay.add(id);
  }

  /** A look found how it ended; what a later look finds of it is news again. */
  settle(id: string): void {
    if (this.underWay.delete(id)) return;
    this.settled.add(id);
    this.dismissed.delete(id);
  }

  /** The operator has read it. */
  dismiss(id: string): void {
    this.dismissed.add(id);
  }
}
