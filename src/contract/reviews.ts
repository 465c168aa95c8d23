import * as z from 'zod';
import { call } from '@core/contract/shape';
import { AppErrorShape } from '@core/domain/app-error';
import { Instant } from '@core/domain/instant';
import { Review, MOST_ENTRIES_AT_ONCE, ReviewEntry } from '@core/domain/review';

const ByInventory = z.strictObject({ inventoryId: z.string().max(64) });
const Done = z.object({ done: z.literal(true) });
const Finished = Review.shape.finished.unwrap();

/** Where the progress of a review is saved, and how that went last. */
export const ReviewSaved = z.object({
  inventoryId: z.string(),
  /** beside: in the folder of the inventory · profile: with Keydesk's own files, because nothing can be written there. */
  where: z.enum(['beside', 'profile']),
  /** Null before the first time. */
  savedAt: Instant.nullable(),
  /** Why it could not be saved; what was decided waits in memory, and is tried again. */
  problem: AppErrorShape.nullable(),
  /** Somebody else saves a review of the same file in its folder; theirs is left alone, and this one goes elsewhere. */
  displaced: z.boolean(),
});
export type ReviewSaved = z.infer<typeof ReviewSaved>;

/** A review as it stands when it is opened. */
export const OpenReview = z.object({
  startedAt: Instant,
  finished: Finished.nullable(),
  /** What was decided so far, as the JSON text of `ReviewEntry[]`. */
  json: z.string(),
  /** The system's name of whoever sits here. */
  person: z.string(),
  saved: ReviewSaved,
  /**
   * Why the file that was there is not this review: of another version of the inventory, or not readable as a review.
   * It is kept under another name.
   */
  other: z.enum(['version', 'damaged']).nullable(),
});
export type OpenReview = z.infer<typeof OpenReview>;

/** Reviews of open inventories; an inventory itself is never changed. */
export const reviewCalls = {
  /** Goes on with the review that is saved for this file, or begins one. Writes nothing. */
  open: call(ByInventory, OpenReview),
  /** Takes over entries, each in place of the one for its key; saved within about a second, see `reviewSaved`. */
  put: call(ByInventory.extend({ entries: z.array(ReviewEntry).min(1).max(MOST_ENTRIES_AT_ONCE) }), Done),
  /** Calls the review done, until an entry changes. */
  finish: call(ByInventory.extend({ by: ReviewEntry.shape.by }), Finished),
} as const;

export const reviewEvents = {
  reviewSaved: ReviewSaved,
} as const;
