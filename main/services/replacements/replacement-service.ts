import type * as z from 'zod';
import type { IssueOutcome } from '@core/contract/messages';
import type { replacementCalls } from '@core/contract/replacements';
import { AppError } from '@core/domain/app-error';
import type { EnvironmentRef } from '@core/domain/environment';
import { toInstant } from '@core/domain/instant';
import {
  replacementState,
  waitProblem,
  type Replacement,
  type ReplacementWait,
} from '@core/domain/replacement';
import type { Clock } from '@main/ports';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import { refOf, refuseReadOnly } from '@main/services/key-checks';
import type { KeyService } from '@main/services/key-service';
import type { OperationJournal } from '@main/services/operation-journal';
import { lookAt, replacedKey } from '@main/services/replacements/old-and-new';
import type { ReplacementBook } from '@main/services/replacements/replacement-book';

/** What the service stands on. */
export interface ReplacementParts {
  readonly book: ReplacementBook;
  readonly environments: Pick<EnvironmentService, 'place'>;
  readonly keys: Pick<KeyService, 'issue'>;
  readonly journal: Pick<OperationJournal, 'open' | 'find'>;
  readonly clock: Clock;
}

type IssueRequest = z.output<(typeof replacementCalls)['issue']['input']>;

/** How long one that is over is still told of. */
const KEEP_MS = 30 * 86_400_000;

/** Keeps in mind which key takes over from which, over restarts. SECURITY: it stops no key, ever. */
export class ReplacementService {
  /** Those whose new key is being issued now. */
  private readonly issuing = new Set<string>();

  constructor(private readonly parts: ReplacementParts) {}

  /** Those under way, oldest first, and those that ended and were not forgotten. */
  async list(): Promise<Replacement[]> {
    const oldest = toInstant(this.parts.clock.now() - KEEP_MS);
    return (await this.parts.book.all()).filter(({ end }) => end === undefined || end.at > oldest);
  }

  /** Issues the new key. What it is for is on disk before anything is sent. */
  async issue({ operationId: id, old, draft, wait }: IssueRequest): Promise<IssueOutcome> {
    const known = (await this.parts.book.all()).some((each) => each.id === id);
    if (!known && !this.issuing.has(id)) await this.begin(id, old, wait);
    this.issuing.add(id);
    try {
      return await this.parts.keys.issue({ operationId: id, environment: refOf(old), draft });
    } finally {
      this.issuing.delete(id);
      await quietly(this.adopt(id));
    }
  }

  /** Changes what is waited for. */
  async wait(id: string, wait: ReplacementWait): Promise<Replacement> {
    const replacement = await this.parts.book.find(id);
    this.checkWait(wait, await this.parts.environments.place(replacement), replacement.old.expiresAt);
    return this.parts.book.note(id, { wait });
  }

  /** Looks at both keys on their console; throws why that was not possible. */
  async look(id: string): Promise<Replacement> {
    await this.adopt(id);
    const replacement = await this.parts.book.find(id);
    if (replacement.end !== undefined) return replacement;
    const place = await this.parts.environments.place(replacement);
    return this.parts.book.note(id, await lookAt(replacement, place, this.parts.clock.now()));
  }

  /** Looks at all that are under way in an environment; one that cannot be looked at stays as it is. */
  async follow(environment: EnvironmentRef): Promise<void> {
    for (const { id } of await this.parts.book.open(environment)) await quietly(this.look(id));
  }

  /** Looks wherever time has passed and only the console can tell what it means. */
  async catchUp(): Promise<void> {
    const now = this.parts.clock.now();
    const wanted = (await this.parts.book.all()).filter((each) =>
      ['look', 'issuing'].includes(replacementState(each, now)),
    );
    for (const { id } of wanted) await quietly(this.look(id));
  }

  /** Keeps both keys. */
  callOff(id: string): Promise<void> {
    return this.parts.book.drop(id);
  }

  /** Takes one that is over off the list. */
  async forget(id: string): Promise<void> {
    const { end } = await this.parts.book.find(id);
    if (end !== undefined) await this.parts.book.drop(id);
  }

  private async begin(id: string, old: IssueRequest['old'], wait: ReplacementWait): Promise<void> {
    const place = await this.parts.environments.place(old);
    refuseReadOnly(place);
    const key = await place.adapter.key(old.environmentId, old.keyId);
    if (key === null) throw new AppError('not-found', 'The console no longer has the key to be replaced.');
    const { expiresAt, revokedAt } = key;
    if (revokedAt !== undefined) throw new AppError('invalid-input', 'This key was revoked already.');
    this.checkWait(wait, place, expiresAt);
    const others = await this.parts.book.open(old);
    if (others.some((each) => each.old.keyId === old.keyId))
      throw new AppError('invalid-input', 'This key is being replaced already. Call that off first.');
    await this.parts.book.add({
      id,
      ...refOf(old),
      old: { ...replacedKey(key), ...(expiresAt !== undefined && { expiresAt }) },
      wait,
      startedAt: toInstant(this.parts.clock.now()),
    });
  }

  private checkWait(wait: ReplacementWait, { traits }: Place, expiresAt: string | undefined): void {
    const problem = waitProblem(wait, { traits, expiresAt, now: this.parts.clock.now() });
    if (problem !== null) throw new AppError('invalid-input', problem, { field: 'wait' });
  }

  /** Takes over what the journal knows of the new key; where none was created, nothing takes over. */
  private async adopt(id: string): Promise<void> {
    const { book, journal } = this.parts;
    const replacement = (await book.all()).find((each) => each.id === id);
    if (replacement === undefined || replacement.new !== undefined || this.issuing.has(id)) return;
    await journal.open();
    const operation = journal.find(id);
    if (operation === undefined || operation.state === 'failed') return book.drop(id);
    const { state, keyId, label: name, changedAt: handedOverAt } = operation;
    if (state === 'confirmed' && keyId !== undefined)
      await book.note(id, { new: { keyId, name }, handedOverAt });
  }
}

/** What is not possible now is tried again at the next look. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
