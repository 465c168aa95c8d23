import * as z from 'zod';
import { call } from '@core/contract/shape';

/** Reports on open inventories, for people who read and sign and file. */
export const reportCalls = {
  /**
   * Writes what an inventory holds, what was found in it and what was decided about it. Asks where to; null when the
   * operator cancels.
   */
  save: call(
    z.strictObject({ inventoryId: z.string().max(64), format: z.enum(['html', 'pdf']) }),
    z.object({ path: z.string() }).nullable(),
  ),
} as const;
