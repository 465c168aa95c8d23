import { join } from 'node:path';
import type { OpenReview, ReviewSaved } from '@core/contract/reviews';
import type { Review, ReviewEntry } from '@core/domain/review';
import type { Clock } from '@main/ports';
import { REVIEW_ENDING, type ReviewFiles } from './review-files';
import { ReviewRecord, type ReviewedFile } from './review-record';
import { ReviewSaver, type SavePlace } from './review-saver';
import { parseReview, reviewText } from './review-text';

/** What reviews stand on. */
export interface ReviewServiceParts {
  /** The file of an open inventory; `not-found` when it is not open. */
  readonly file: (inventoryId: string) => ReviewedFile;
  readonly files: ReviewFiles;
  readonly clock: Clock;
  /** The system's name of whoever sits here. */
  readonly person: string;
  /** Where the reviews of files go whose own folder cannot be written. */
  readonly folder: string;
  readonly changed: (saved: ReviewSaved) => void;
}

interface Kept {
  readonly record: ReviewRecord;
  readonly saver: ReviewSaver;
  readonly other: OpenReview['other'];
  /** By which id the window knows it now. */
  inventoryId: string;
}

/** What is decided about the keys of open inventories, saved beside them. The same file has one review. */
export class ReviewService {
  private readonly open = new Map<string, Promise<Kept>>();

  constructor(private readonly parts: ReviewServiceParts) {}

  /** Goes on with the review of a file, or begins one; writes nothing. */
  async read(inventoryId: string): Promise<OpenReview> {
    const kept = await this.find(inventoryId);
    kept.inventoryId = inventoryId;
    const { startedAt, finished = null, entries } = kept.record.review();
    const { person } = this.parts;
    const json = JSON.stringify(entries);
    return { startedAt, finished, json, person, saved: savedOf(kept), other: kept.other };
  }

  /** Takes entries over and saves them soon. */
  async put(inventoryId: string, entries: readonly ReviewEntry[]): Promise<void> {
    const { record, saver } = await this.find(inventoryId);
    record.put(entries, this.parts.clock.now());
    saver.soon();
  }

  /** Calls the review done and saves it. */
  async finish(inventoryId: string, by: string): Promise<NonNullable<Review['finished']>> {
    const { record, saver } = await this.find(inventoryId);
    const finished = record.finish(by, this.parts.clock.now());
    saver.soon();
    await saver.now();
    return finished;
  }

  /** The review as it stands now. */
  async current(inventoryId: string): Promise<Review> {
    return (await this.find(inventoryId)).record.review();
  }

  /** Saves everything that is not saved yet; part of every way to end. */
  async finishAll(): Promise<void> {
    const last = async (opening: Promise<Kept>): Promise<void> => (await opening).saver.last();
    await Promise.allSettled([...this.open.values()].map(last));
  }

  private find(inventoryId: string): Promise<Kept> {
    const file = this.parts.file(inventoryId);
    const name = JSON.stringify([file.path, file.sha256]);
    const known = this.open.get(name);
    if (known !== undefined) return known;
    const opening = this.load(file, inventoryId);
    this.open.set(name, opening);
    opening.catch(() => this.open.delete(name));
    return opening;
  }

  private async load(file: ReviewedFile, inventoryId: string): Promise<Kept> {
    const { files, clock, folder } = this.parts;
    const beside = await this.look(`${file.path}${REVIEW_ENDING}`, file);
    const profile = await this.look(join(folder, `${file.sha256}${REVIEW_ENDING}`), file);
    const record = new ReviewRecord(file, latest(beside, profile), clock.now());
    const saver: ReviewSaver = new ReviewSaver({
      files,
      clock,
      beside,
      profile,
      text: () => reviewText(record.review()),
      changed: () => this.parts.changed(savedOf(kept)),
    });
    const kept: Kept = { record, saver, other: beside.other, inventoryId };
    return kept;
  }

  /** A file that cannot be read is left alone and counts as none of ours; writing tells what is wrong with its place. */
  private async look(path: string, file: ReviewedFile): Promise<Looked> {
    const text = await this.parts.files.read(path).catch(() => '');
    if (text === null) return { path, text, foreign: false, review: null, other: null };
    const found = parseReview(text, file);
    return found.state === 'ok'
      ? { path, text, foreign: false, review: found.review, other: null }
      : { path, text: null, foreign: true, review: null, other: found.state };
  }
}

/** What was found where a review could be. */
interface Looked extends SavePlace {
  readonly review: Review | null;
  readonly other: OpenReview['other'];
}

/** Once a folder can be written again, or cannot any more, there are two files. */
function latest(...found: readonly Looked[]): Review | null {
  const reviews = found.flatMap(({ review }) => (review === null ? [] : [review]));
  const [newest] = reviews.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return newest ?? null;
}

const savedOf = ({ inventoryId, saver }: Kept): ReviewSaved => {
  const { where, savedAt, problem, displaced } = saver;
  return { inventoryId, where, savedAt, problem, displaced };
};
