import * as z from 'zod';
import { IncidentEntry, IncidentId, type IncidentEvent } from '@core/domain/incident';
import { toInstant } from '@core/domain/instant';
import { AppError } from '@core/domain/app-error';
import { lineText, NO_HASH, type RecordLine } from '@core/domain/leak/chain';
import type { AppendLog, Clock, Crypto } from '@main/ports';

/** A line of a record as it is read: whatever else is wrong with it shows in the chain. */
export const StoredLine = z.looseObject({ incidentId: IncidentId });
export type StoredLine = z.infer<typeof StoredLine>;

/** What the book stands on. */
export interface IncidentBookParts {
  readonly entries: AppendLog<StoredLine>;
  readonly clock: Pick<Clock, 'now'>;
  readonly crypto: Pick<Crypto, 'sha256'>;
}

const HASH = /^[0-9a-f]{64}$/;

/** The records of all incidents, which only grow. Each line carries the hash of the one before it. */
export class IncidentBook {
  private records = new Map<string, StoredLine[]>();
  private opening: Promise<void> | null = null;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: IncidentBookParts) {}

  /** All records by the id of their incident, oldest first. */
  async all(): Promise<ReadonlyMap<string, readonly StoredLine[]>> {
    await this.open();
    return this.records;
  }

  /** The lines of one record; `not-found` where there is none. */
  async lines(incidentId: string): Promise<readonly StoredLine[]> {
    await this.open();
    const lines = this.records.get(incidentId);
    if (lines !== undefined) return lines;
    throw new AppError('not-found', 'Keydesk has no record of this incident.');
  }

  /** Adds events to a record, in their order, and resolves once they are on the disk. */
  add(incidentId: string, by: string, events: readonly IncidentEvent[]): Promise<void> {
    return this.inTurn(async () => {
      for (const event of events) await this.write(this.next(incidentId, by, event));
    });
  }

  /** Takes in lines that somebody else wrote, as they are. */
  adopt(lines: readonly StoredLine[]): Promise<void> {
    return this.inTurn(async () => {
      for (const line of lines) await this.write(line);
    });
  }

  private next(incidentId: string, by: string, event: IncidentEvent): StoredLine {
    const before = this.records.get(incidentId) ?? [];
    const at = toInstant(this.parts.clock.now());
    const line = { incidentId, seq: before.length, at, by, event, previous: this.hashOf(before.at(-1)) };
    return IncidentEntry.parse({ ...line, hash: this.parts.crypto.sha256(lineText(line)) });
  }

  /** A record with a damaged end goes on all the same, and stays damaged where it is. */
  private hashOf(line: RecordLine | undefined): string {
    if (line === undefined) return NO_HASH;
    const { hash } = line;
    return typeof hash === 'string' && HASH.test(hash) ? hash : this.parts.crypto.sha256(lineText(line));
  }

  private async write(line: StoredLine): Promise<void> {
    await this.parts.entries.append(line);
    this.take(line);
  }

  private take(line: StoredLine): void {
    this.records.set(line.incidentId, [...(this.records.get(line.incidentId) ?? []), line]);
  }

  /** One after the other: each line needs the hash of the one before. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.writing.then(() => this.open()).then(work);
    this.writing = done.catch(() => undefined);
    return done;
  }

  private open(): Promise<void> {
    this.opening ??= this.load().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  private async load(): Promise<void> {
    this.records = new Map();
    for (const line of (await this.parts.entries.read()).entries) this.take(line);
  }
}
