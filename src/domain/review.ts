import * as z from 'zod';
import { Instant } from '@core/domain/instant';

/** What may be decided of a key, from the mildest to the hardest; `ask` leaves it to its owner. */
export const DECISIONS = ['keep', 'restrict', 'replace', 'revoke', 'ask'] as const;
export const Decision = z.enum(DECISIONS);
export type Decision = z.infer<typeof Decision>;

const Line = z.string().max(400);

/** A finding that is accepted for a while. */
export const Waiver = z.strictObject({
  /** The rule of `policy.ts` it is about. */
  rule: z.string().max(40),
  /** The last day on which it counts, in UTC. */
  until: z.iso.date(),
  why: Line,
});
export type Waiver = z.infer<typeof Waiver>;

/** What a reviewer wrote down about one key. */
export const ReviewEntry = z.strictObject({
  /** Which key of the inventory, by its position in the file from 0. */
  row: z.number().int().nonnegative(),
  decision: Decision.nullable(),
  note: z.string().max(4_000).optional(),
  owner: Line.optional(),
  purpose: Line.optional(),
  contact: Line.optional(),
  waivers: z.array(Waiver).max(40).optional(),
  at: Instant,
  by: Line,
});
export type ReviewEntry = z.infer<typeof ReviewEntry>;

/** The progress of a review, saved beside its inventory, which is never changed. One entry per key at most. */
export const Review = z.strictObject({
  format: z.literal('keydesk-review'),
  version: z.literal(1),
  inventory: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), fileName: z.string().max(400) }),
  startedAt: Instant,
  updatedAt: Instant,
  /** Who called the whole review done, and when. */
  finished: z.strictObject({ by: Line, at: Instant }).optional(),
  entries: z.array(ReviewEntry),
});
export type Review = z.infer<typeof Review>;

/** How many entries cross at once. */
export const MOST_ENTRIES_AT_ONCE = 2_000;
