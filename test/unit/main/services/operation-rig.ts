import { AppError } from '@core/domain/app-error';
import { Operation } from '@core/domain/operation';
import { nodeCrypto } from '@main/node-crypto';
import { OperationJournal, type OperationIntent } from '@main/services/operation-journal';
import type { Attempt, Finding } from '@main/services/attempt';
import { OperationService } from '@main/services/operation-service';
import { FakeClock } from '@test/support/fake-clock';
import { MemoryLog } from '@test/support/memory-stores';

/** The id of the one change that a rig is about. */
export const OPERATION_ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';
/** What is asked for. */
export const intent: OperationIntent = {
  id: OPERATION_ID,
  kind: 'issue',
  consoleId: 'acme',
  environmentId: 'env-staging',
  label: 'Accounting',
  payload: { name: 'Accounting' },
};
/** An answer that never came. */
export const timeout = new AppError('timeout', 'No answer.');
/** A disk that takes nothing more. */
export const full = new AppError('storage', 'The disk is full.');
/** A look that finds nothing. */
export const ABSENT: Finding<string> = { done: false };
/** A look that finds the change. */
export const FOUND: Finding<string> = { done: true, value: 'found', keyId: 'key-found' };

/** One change with the answers it gets, and everything that happened in order. */
export class Rig {
  readonly log = new MemoryLog(Operation);
  readonly clock = new FakeClock();
  journal = this.open();
  readonly happened: string[] = [];
  readonly sentWith: Operation[] = [];
  answer: () => string | Promise<string> = () => 'sent';
  looks: (Finding<string> | AppError)[] = [];
  settles: (Finding<string> | AppError)[] = [];
  service = this.start();

  /** Ids of the operations that were settled from the journal alone. */
  readonly settled: string[] = [];
  /** Holds those looks up until it resolves. */
  settleGate: Promise<void> | null = null;

  constructor() {
    this.log.refuse = (entry) => {
      this.happened.push(entry.state);
      return null;
    };
  }

  /** Keydesk ends and starts again: only what is on the disk is left. */
  async restart(): Promise<OperationService> {
    this.journal = this.open();
    this.service = this.start();
    await this.journal.open();
    return this.service;
  }

  attempt(over: Partial<Attempt<string>> = {}): Attempt<string> {
    return {
      readBack: false,
      repeatable: true,
      send: async (operation) => {
        this.happened.push('send');
        this.sentWith.push(operation);
        return this.answer();
      },
      look: async () => {
        this.happened.push('look');
        return this.next(this.looks);
      },
      facts: (value) => ({ keyId: `key-${value}` }),
      ...over,
    };
  }

  run(over: Partial<Attempt<string>> = {}, asked = intent) {
    return this.clock.until(this.service.run(asked, this.attempt(over)));
  }

  private open(): OperationJournal {
    return new OperationJournal(this.log, this.clock, nodeCrypto, () => undefined);
  }

  private start(): OperationService {
    return new OperationService(this.journal, this.clock, async ({ id }) => {
      this.happened.push('settle');
      this.settled.push(id);
      await this.settleGate;
      return this.next(this.settles);
    });
  }

  /** Every further answer is the last one. */
  private next(answers: (Finding<string> | AppError)[]): Finding<string> {
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? ABSENT;
    if (answer instanceof AppError) throw answer;
    return answer;
  }
}
