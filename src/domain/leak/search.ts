import * as z from 'zod';
import { ApiKey } from '@core/domain/api-key';
import { EnvironmentRef } from '@core/domain/environment';
import { Instant } from '@core/domain/instant';
import { CandidateView } from '@core/domain/leak/candidate';
import { VendorId } from '@core/domain/vendor';

/** A key that a search found. */
export const FoundKey = z.object({
  /** As the console lists it now; what only Keydesk remembers has the facts it was remembered with. */
  key: ApiKey,
  /** exact: the secret itself, or its hash, is the same · probable: something less, which `why` says. */
  verdict: z.enum(['exact', 'probable']),
  why: z.string(),
  /** Whether the console still lists it. */
  listed: z.boolean(),
  /** Whether main holds its secret, so that it can be tried where it is used. */
  provable: z.boolean(),
});
export type FoundKey = z.infer<typeof FoundKey>;

/**
 * What a search says of one environment. none: everything here was compared · partly: nothing found, and `why`
 * says what could not be compared · not-searchable: nothing here can be compared · failed: `why` says what went wrong.
 */
export const PlaceVerdict = z.enum([
  'waiting',
  'searching',
  'exact',
  'probable',
  'none',
  'partly',
  'not-searchable',
  'failed',
  'cancelled',
]);
export type PlaceVerdict = z.infer<typeof PlaceVerdict>;

/** One environment of a search. */
export const SearchRow = z.object({
  environment: EnvironmentRef,
  environmentName: z.string(),
  consoleName: z.string(),
  vendor: VendorId,
  production: z.boolean(),
  /** It is a place of a saved inventory that is open, not of a console: nothing can be done about its keys from here. */
  saved: z.literal(true).optional(),
  verdict: PlaceVerdict,
  why: z.string().optional(),
  keys: z.array(FoundKey),
  /** How many keys were compared, of how many. */
  compared: z.number().int().nonnegative(),
  total: z.number().int().nonnegative().nullable(),
});
export type SearchRow = z.infer<typeof SearchRow>;

/** A search as the window sees it. */
export const SearchReport = z.object({
  searchId: z.string().max(64),
  candidates: z.array(CandidateView),
  /** Text was longer, or held more candidates, than is looked for. */
  truncated: z.boolean(),
  /** ready: taken in, not begun. */
  state: z.enum(['ready', 'running', 'finished', 'cancelled']),
  startedAt: Instant,
  rows: z.array(SearchRow),
});
export type SearchReport = z.infer<typeof SearchReport>;
