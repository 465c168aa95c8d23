import {
  ActivityEntry,
  NO_HASH,
  tidyNote,
  type ActivityFacts,
  type ActivityHead,
  type ActivityNote,
} from '@core/domain/activity';
import { hashOf } from '@core/domain/activity-check';
import { AppError, type AppErrorShape } from '@core/domain/app-error';
import { toInstant, type Instant } from '@core/domain/instant';
import { redactText } from '@core/text/redact';
import type { ChainedLog, Clock, Crypto, Log } from '@main/ports';

/** What is added to a note from what Keydesk knows: names, and the operator. */
export type NamedNote = ActivityNote & { readonly operator?: string | undefined };

/** What the writer stands on. */
export interface ActivityWriterParts {
  readonly entries: ChainedLog<ActivityEntry>;
  readonly clock: Clock;
  readonly crypto: Pick<Crypto, 'sha256'>;
  readonly log: Log;
  /** The name of the system's user. */
  readonly person: string;
  /** Never rejects. */
  readonly named: (note: ActivityNote) => Promise<NamedNote>;
  /** Told of the new end of the log. */
  readonly grown: (head: ActivityHead) => void;
}

interface Waiting {
  readonly at: Instant;
  readonly note: Promise<NamedNote>;
}

/** As many lines are written with one wait for the disk. */
const MOST_AT_ONCE = 500;
/** As many wait for a disk that fails; what comes after them is counted and lost. */
const MOST_WAITING = 5_000;
const TRY_AGAIN_MS = 30_000;

/** Puts notes into the log one after the other, each with the hash of the one before; waits for disks, never others for it. */
export class ActivityWriter {
  private waiting: Waiting[] = [];
  private lost = 0;
  private work: Promise<void> | null = null;
  /** Where the log ends; null before it was looked at, and after a failure. */
  private tail: { seq: number; hash: string } | null = null;
  private firstTail: ActivityHead | null = null;
  private trouble: AppErrorShape | null = null;
  private cancelRetry: (() => void) | null = null;

  constructor(private readonly parts: ActivityWriterParts) {}

  /** What is not in the log yet although it happened, and why. */
  get behind(): { readonly lines: number; readonly problem: AppErrorShape | null } {
    return { lines: this.trouble === null ? 0 : this.waiting.length + this.lost, problem: this.trouble };
  }

  /** Where the log ended when this session wrote to it for the first time; null when it was empty. */
  get beginning(): ActivityHead | null {
    return this.firstTail;
  }

  /** Takes a note with the moment; returns at once. */
  add(note: ActivityNote): void {
    if (this.waiting.length >= MOST_WAITING) this.lost += 1;
    else this.waiting.push({ at: this.now(), note: this.parts.named(note) });
    this.start();
  }

  /** Resolves once everything noted so far is in the log, or could not be written. */
  async settle(): Promise<void> {
    if (this.waiting.length > 0) this.start();
    await this.work;
  }

  /** The last `settle`: what is still not written now is lost. */
  async finish(): Promise<void> {
    await this.settle();
    if (this.waiting.length > 0) this.parts.log.error('activity.lost', { count: this.waiting.length });
  }

  private start(): void {
    this.work ??= this.writeAll();
  }

  private async writeAll(): Promise<void> {
    this.cancelRetry?.();
    this.cancelRetry = null;
    try {
      // Not before the caller has gone on: an operation waits for nothing here.
      await Promise.resolve();
      while (this.waiting.length > 0) await this.writeSome();
      this.trouble = null;
    } catch (error) {
      this.failed(error);
    }
    this.work = null;
  }

  private async writeSome(): Promise<void> {
    const batch = this.waiting.slice(0, MOST_AT_ONCE);
    this.tail ??= await this.readTail();
    let tail = this.tail;
    const lines: ActivityEntry[] = [];
    for (const { at, note } of batch) {
      const line = this.line(await note, at, tail);
      if (line === null) continue;
      lines.push(line);
      tail = line;
    }
    // All in one turn, so that they share one wait for the disk and are written all or none.
    await Promise.all(lines.map((line) => this.parts.entries.append(line)));
    this.tail = tail;
    this.waiting.splice(0, batch.length);
    if (tail.seq > 0) this.parts.grown({ count: tail.seq, hash: tail.hash });
    if (this.waiting.length === 0) this.noteLost();
  }

  private line(
    { operator, ...note }: NamedNote,
    at: Instant,
    tail: { seq: number; hash: string },
  ): ActivityEntry | null {
    const facts = tidyNote(note);
    if (facts === null) {
      this.parts.log.error('activity.bad-note', { kind: note.action });
      return null;
    }
    const entry = {
      ...redacted(facts),
      seq: tail.seq + 1,
      at,
      person: this.parts.person,
      ...(operator !== undefined && { operator: operator.slice(0, 200) }),
      previous: tail.hash,
    };
    return { ...entry, hash: hashOf(entry, (text) => this.parts.crypto.sha256(text)) };
  }

  private async readTail(): Promise<{ seq: number; hash: string }> {
    const last = await this.parts.entries.last();
    if (last === null) return { seq: 0, hash: NO_HASH };
    this.firstTail ??= { count: last.seq, hash: last.hash };
    return last;
  }

  private failed(error: unknown): void {
    const known =
      error instanceof AppError ? error : new AppError('unexpected', 'Keydesk could not write it.');
    this.parts.log.warn('activity.not-written', { code: known.code, count: this.waiting.length });
    this.trouble = known.toShape();
    // What is on the disk now is for the disk to say.
    this.tail = null;
    this.cancelRetry = this.parts.clock.after(TRY_AGAIN_MS, () => this.start());
  }

  /** A gap in the log says of itself that it is one. */
  private noteLost(): void {
    if (this.lost === 0) return;
    const detail = `${this.lost} more things were done before this line than could be written down: the disk failed.`;
    this.lost = 0;
    this.waiting.push({
      at: this.now(),
      note: Promise.resolve({ action: 'log-gap', result: 'done', detail }),
    });
  }

  private now(): Instant {
    return toInstant(this.parts.clock.now());
  }
}

/** SECURITY: what was put in words elsewhere is the one place where something that was typed could stand. */
const redacted = (facts: ActivityFacts): ActivityFacts =>
  facts.detail === undefined ? facts : { ...facts, detail: redactText(facts.detail) };
