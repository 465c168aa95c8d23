import * as z from 'zod';
import { call } from '@core/contract/shape';
import { ActivityCheck } from '@core/domain/activity-check';
import { AppErrorShape } from '@core/domain/app-error';
import { Instant } from '@core/domain/instant';

const Nothing = z.strictObject({});

/** A read log whose lines wait in main. */
export const ActivityListing = z.object({
  /** Names it in `activity.page`. */
  listing: z.string().max(64),
  rows: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  asOf: Instant,
  /** Lines of the file that are no entry; `verify` says which. */
  unreadable: z.number().int().nonnegative(),
  /** What happened and is not in the log yet because it cannot be written, and why. */
  behind: z.object({ lines: z.number().int().nonnegative(), problem: AppErrorShape.nullable() }),
});
export type ActivityListing = z.infer<typeof ActivityListing>;

/** The log of everything done here. */
export const activityCalls = {
  /** Reads the whole log. */
  load: call(Nothing, ActivityListing),
  /** One page of it as the JSON text of `ActivityEntry[]`, oldest first. Each is given once. */
  page: call(
    z.strictObject({ listing: z.string().max(64), page: z.number().int().nonnegative() }),
    z.object({ json: z.string() }),
  ),
  /** Finds changed, missing and reordered lines, and a cut tail. */
  verify: call(Nothing, ActivityCheck),
  /** Asks where to save; null when the operator cancels. `lines` are the numbers of those to save, null saves all. */
  export: call(
    z.strictObject({
      format: z.enum(['csv', 'json']),
      lines: z.array(z.number().int().positive()).max(1_000_000).nullable(),
    }),
    z.object({ path: z.string(), lines: z.number().int().nonnegative() }).nullable(),
  ),
} as const;
