import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import { isOpen, type Operation, type OperationState } from '@core/domain/operation';
import type { AppendLog, Clock, Crypto } from '@main/ports';

/** What an operation is about, before anything is sent. */
export type OperationIntent = Pick<
  Operation,
  'id' | 'kind' | 'consoleId' | 'environmentId' | 'keyId' | 'label' | 'fields' | 'known'
> & { readonly payload: unknown };

/** What may become known of an operation as it moves on. */
export type OperationFacts = Partial<Pick<Operation, 'keyId' | 'error' | 'secret'>>;

/** What a second submission of a form has to agree in. */
type Form = Pick<Operation, 'kind' | 'consoleId' | 'environmentId' | 'keyId' | 'payloadHash'>;

/** How long settled operations stay in the journal. */
const KEEP_MS = 30 * 86_400_000;

/** The intent journal: the latest state of every operation, each change on disk before it counts. */
export class OperationJournal {
  private readonly latest = new Map<string, Operation>();
  private opening: Promise<void> | null = null;

  constructor(
    private readonly log: AppendLog<Operation>,
    private readonly clock: Clock,
    private readonly crypto: Crypto,
    /** Told of every change; of an operation that moved on, with the state it was in before. */
    private readonly changed: (operation?: Operation, before?: Operation) => void,
  ) {}

  /** Reads the journal of earlier sessions, once, and drops what is long settled. */
  open(): Promise<void> {
    this.opening ??= this.readLog().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  private async readLog(): Promise<void> {
    const { entries } = await this.log.read();
    for (const entry of entries) this.latest.set(entry.id, entry);
    const oldest = toInstant(this.clock.now() - KEEP_MS);
    for (const [id, operation] of this.latest)
      if (!isOpen(operation) && operation.changedAt < oldest) this.latest.delete(id);
    if (entries.length > 2 * this.latest.size + 100) await this.log.compact((entry) => this.isLatest(entry));
    this.changed();
  }

  /** The operation under this id, if there is one. */
  find(id: string): Operation | undefined {
    return this.latest.get(id);
  }

  /** All operations of the last weeks, oldest first. */
  all(): Operation[] {
    return [...this.latest.values()];
  }

  /**
   * Writes an intent down. The same form submitted again (same id, same key, same payload) gets its earlier operation
   * back; with anything else it is refused unless the earlier one surely had no effect.
   */
  async intend(intent: OperationIntent): Promise<Operation> {
    await this.open();
    const earlier = this.latest.get(intent.id);
    if (earlier !== undefined && earlier.state !== 'failed') {
      if (formText(earlier) === this.form(intent)) return earlier;
      throw otherForm();
    }
    const { payload, ...asked } = intent;
    const now = toInstant(this.clock.now());
    const operation: Operation = {
      ...asked,
      label: [...intent.label].slice(0, 200).join(''),
      payloadHash: this.hash(payload),
      clientRef: this.crypto.token(),
      idempotencyKey: this.crypto.uuid(),
      state: 'intended',
      startedAt: now,
      changedAt: now,
    };
    await this.write(operation);
    return operation;
  }

  /** Moves an operation on and resolves once that is on disk. */
  async record(operation: Operation, state: OperationState, facts: OperationFacts = {}): Promise<Operation> {
    const next = this.next(operation, state, facts);
    await this.write(next);
    return next;
  }

  /**
   * Like `record`, for what happened after something was sent: a full disk must not turn a known outcome into an
   * error. The disk then still says `sent`, and the next start looks again.
   */
  async note(operation: Operation, state: OperationState, facts: OperationFacts = {}): Promise<Operation> {
    const next = this.next(operation, state, facts);
    try {
      await this.write(next);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const before = this.latest.get(next.id);
      this.latest.set(next.id, next);
      this.changed(next, before);
    }
    return next;
  }

  /** A text that is the same for two submissions of one form only. */
  form(intent: OperationIntent): string {
    return formText({ ...intent, payloadHash: this.hash(intent.payload) });
  }

  /** The hash that tells two payloads apart, whatever the order of their members. */
  hash(payload: unknown): string {
    return this.crypto.sha256(canonicalJson(payload));
  }

  private isLatest({ id, state, changedAt, secret }: Operation): boolean {
    const latest = this.latest.get(id);
    return latest?.state === state && latest.changedAt === changedAt && latest.secret === secret;
  }

  private next(operation: Operation, state: OperationState, facts: OperationFacts): Operation {
    const next = {
      ...(this.latest.get(operation.id) ?? operation),
      state,
      changedAt: toInstant(this.clock.now()),
    };
    delete next.error;
    return { ...next, ...facts };
  }

  private async write(operation: Operation): Promise<void> {
    await this.log.append(operation);
    const before = this.latest.get(operation.id);
    this.latest.set(operation.id, operation);
    this.changed(operation, before);
  }
}

/** A form that was sent before, with other values or about another key. */
export const otherForm = (): AppError =>
  new AppError('invalid-input', 'This form was already sent with other values. Close it and start again.');

/** Which key an issue is about is known only afterwards. */
const formText = ({ kind, consoleId, environmentId, keyId, payloadHash }: Form): string =>
  JSON.stringify([kind, consoleId, environmentId, kind === 'issue' ? '' : keyId, payloadHash]);

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    isRecord(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
