import { AppError, type AppErrorShape } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import type { Clock } from '@main/ports';
import type { ReviewFiles } from './review-files';

/** A file a review can be saved as. */
export interface SavePlace {
  readonly path: string;
  /** What it held when it was last looked at; null where it was not there. */
  text: string | null;
  /** What it holds is no review of this inventory and must not be written over. */
  foreign: boolean;
}

/** What a review is saved with. */
export interface ReviewSaverParts {
  readonly files: ReviewFiles;
  readonly clock: Clock;
  /** In the folder of the inventory. */
  readonly beside: SavePlace;
  /** Where it goes when it cannot be saved there. */
  readonly profile: SavePlace;
  readonly text: () => string;
  /** Told after every attempt. */
  readonly changed: () => void;
}

const PACE_MS = 1_000;
/** Writing takes at most this part of the time. */
const SHARE = 10;
const RETRY_MS = 5_000;
/** A place that will not take anything, however often it is tried. */
const CANNOT_WRITE = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR']);

/** Saves a review at most about once a second, somewhere it can; what cannot be saved is tried again. */
export class ReviewSaver {
  where: 'beside' | 'profile' = 'beside';
  savedAt: string | null = null;
  problem: AppErrorShape | null = null;
  displaced = false;
  private dirty = false;
  private cancel: (() => void) | null = null;
  private writing: Promise<void> = Promise.resolve();
  private pace = PACE_MS;

  constructor(private readonly parts: ReviewSaverParts) {}

  /** There is something new to save. */
  soon(): void {
    this.dirty = true;
    this.cancel ??= this.parts.clock.after(this.pace, () => void this.now());
  }

  /** Saves what is not saved yet; resolves when it is, or could not be. */
  now(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    this.writing = this.writing.then(() => this.save());
    return this.writing;
  }

  /** The last chance: anywhere will do. */
  async last(): Promise<void> {
    await this.now();
    this.cancel?.();
    this.cancel = null;
    if (!this.dirty) return;
    this.where = 'profile';
    await this.save();
  }

  private async save(): Promise<void> {
    if (!this.dirty) return;
    const { clock, changed } = this.parts;
    const began = clock.monotonic();
    this.dirty = false;
    try {
      await this.write();
      this.savedAt = toInstant(clock.now());
      this.problem = null;
      this.pace = Math.max(PACE_MS, SHARE * (clock.monotonic() - began));
    } catch (error) {
      this.problem = shapeOf(error);
      this.dirty = true;
      this.cancel ??= clock.after(RETRY_MS, () => void this.now());
    }
    changed();
  }

  private async write(): Promise<void> {
    const { beside, profile, text } = this.parts;
    const written = text();
    if (this.where === 'beside' && (await this.writeBeside(beside, written))) return;
    this.where = 'profile';
    await this.writeTo(profile, written);
  }

  /** False where it can never be saved beside the inventory; other failures are for the next attempt. */
  private async writeBeside(place: SavePlace, text: string): Promise<boolean> {
    try {
      const there = place.foreign ? null : await this.parts.files.read(place.path);
      this.displaced = there !== null && there !== place.text;
      if (!this.displaced) await this.writeTo(place, text);
      return !this.displaced;
    } catch (error) {
      if (CANNOT_WRITE.has(shapeOf(error).facts.system ?? '')) return false;
      throw error;
    }
  }

  private async writeTo(place: SavePlace, text: string): Promise<void> {
    if (place.foreign) await this.parts.files.setAside(place.path);
    place.foreign = false;
    await this.parts.files.write(place.path, text);
    place.text = text;
  }
}

const shapeOf = (error: unknown): AppErrorShape =>
  error instanceof AppError
    ? error.toShape()
    : { code: 'storage', message: 'The review could not be saved.', facts: {} };
