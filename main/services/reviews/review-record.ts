import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import type { Review, ReviewEntry } from '@core/domain/review';
import { isBlank } from '@core/domain/review-entry';

/** The file a review is about. */
export interface ReviewedFile {
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: number;
}

/** A review in memory, with everything that was decided up to now. */
export class ReviewRecord {
  private readonly entries = new Map<number, ReviewEntry>();
  private startedAt: string;
  private updatedAt: string;
  private finished: Review['finished'];

  /** @param now epoch milliseconds */
  constructor(
    readonly file: ReviewedFile,
    kept: Review | null,
    now: number,
  ) {
    this.startedAt = kept?.startedAt ?? toInstant(now);
    this.updatedAt = kept?.updatedAt ?? this.startedAt;
    this.finished = kept?.finished;
    for (const entry of kept?.entries ?? []) this.entries.set(entry.row, entry);
  }

  /** Takes entries over; a review that changes is not done any more. `invalid-input` for a row that is not there. */
  put(entries: readonly ReviewEntry[], now: number): void {
    if (entries.some(({ row }) => row >= this.file.rows))
      throw new AppError('invalid-input', 'The inventory has no such row.');
    for (const entry of entries) {
      if (isBlank(entry)) this.entries.delete(entry.row);
      else this.entries.set(entry.row, entry);
    }
    this.finished = undefined;
    this.updatedAt = toInstant(now);
  }

  /** Notes who called the review done, and when. */
  finish(by: string, now: number): NonNullable<Review['finished']> {
    this.updatedAt = toInstant(now);
    this.finished = { by, at: this.updatedAt };
    return this.finished;
  }

  /** The review as its file has it. */
  review(): Review {
    const { sha256, fileName } = this.file;
    return {
      format: 'keydesk-review',
      version: 1,
      inventory: { sha256, fileName },
      startedAt: this.startedAt,
      updatedAt: this.updatedAt,
      ...(this.finished !== undefined && { finished: this.finished }),
      entries: [...this.entries.values()].sort((a, b) => a.row - b.row),
    };
  }
}
