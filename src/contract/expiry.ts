import * as z from 'zod';
import { call } from '@core/contract/shape';
import { ExpiringKey } from '@core/domain/expiry';

/** The ends of keys, for other calendars. */
export const expiryCalls = {
  /** Writes these days as an iCalendar file; null when the operator cancels. */
  saveIcs: call(
    z.strictObject({
      keys: z.array(ExpiringKey).min(1).max(20_000),
      /** How many days ahead the calendar is to remind; 0 never does. */
      leadDays: z.number().int().min(0).max(365),
    }),
    z.object({ path: z.string() }).nullable(),
  ),
} as const;
