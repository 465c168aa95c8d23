import * as z from 'zod';
import { call } from '@core/contract/shape';
import { ConsoleId, Environment, EnvironmentRef } from '@core/domain/environment';
import { Instant } from '@core/domain/instant';

const Nothing = z.strictObject({});
const Done = z.object({ done: z.literal(true) });

/** Keys as they were listed last, perhaps in an earlier session; their rows wait in main. */
export const LastListing = z.object({
  /** Names it in `lastKnown.page`. */
  listing: z.string().max(64),
  rows: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  asOf: Instant,
});
export type LastListing = z.infer<typeof LastListing>;

/** What is kept for the next start. */
export const LastKnownStatus = z.object({
  /** Where it is kept. */
  folder: z.string(),
  /** Of how many environments the keys are kept. */
  environments: z.number().int().nonnegative(),
});
export type LastKnownStatus = z.infer<typeof LastKnownStatus>;

/** What was listed last, kept encrypted over restarts. None of these asks a console. */
export const lastKnownCalls = {
  /** Null where nothing is kept of this console, or it cannot be read now. */
  environments: call(
    z.strictObject({ consoleId: ConsoleId }),
    z.object({ asOf: Instant, environments: z.array(Environment) }).nullable(),
  ),
  /** The same of the keys of one environment. */
  keys: call(z.strictObject({ environment: EnvironmentRef }), LastListing.nullable()),
  /** One page of them as the JSON text of `ApiKey[]`. */
  page: call(
    z.strictObject({ listing: z.string().max(64), page: z.number().int().nonnegative() }),
    z.object({ json: z.string() }),
  ),
  status: call(Nothing, LastKnownStatus),
  /** Removes all of it and the key it was encrypted with; what is listed from then on is kept again. */
  forget: call(Nothing, Done),
} as const;
