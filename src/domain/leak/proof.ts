import * as z from 'zod';
import { Instant } from '@core/domain/instant';
import { ProbeReport } from '@core/domain/probe';

/** How many refusals in a row, and over how long, count as dead. */
export const REFUSALS_NEEDED = 5;
export const REFUSAL_WINDOW_MS = 10_000;

/**
 * How the trials of a leaked key stand.
 * trying: no trial came back yet · alive: it is still accepted · refused: not for long enough yet ·
 * dead: refused `REFUSALS_NEEDED` times in a row over at least `REFUSAL_WINDOW_MS` · relapsed: accepted again after that ·
 * inconclusive: the latest answers say nothing of the key · ended: nobody watches any more.
 */
export const ProofState = z.enum(['trying', 'alive', 'refused', 'dead', 'relapsed', 'inconclusive']);
export type ProofState = z.infer<typeof ProofState>;

/** What trying a leaked key has shown so far. */
export const Proof = z.object({
  state: ProofState,
  /** Whether it is still tried. */
  watching: z.boolean(),
  /** Trials in all, and refusals in a row up to now. */
  trials: z.number().int().nonnegative(),
  refusals: z.number().int().nonnegative(),
  /** The latest trial. */
  latest: ProbeReport.nullable(),
  lastAcceptedAt: Instant.nullable(),
  /** The first refusal of the row that counts. */
  refusedSince: Instant.nullable(),
  /** Since when it counts as dead. */
  deadAt: Instant.nullable(),
  /** From the order to stop to the first of the refusals that stayed, in milliseconds. */
  deadAfterMs: z.number().int().nonnegative().nullable(),
});
export type Proof = z.infer<typeof Proof>;
