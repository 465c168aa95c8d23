import * as z from 'zod';
import { Instant } from '@core/domain/instant';

/**
 * What one harmless call with a key shows of the key.
 * accepted: it works · refused: it does not · inconclusive: the answer says nothing about the key.
 */
export const ProbeReport = z.object({
  verdict: z.enum(['accepted', 'refused', 'inconclusive']),
  reason: z.enum([
    'ok',
    'role-too-weak',
    'not-valid',
    'expired',
    'not-active-yet',
    'host-refused',
    'environment-stopped',
    'environment-unknown',
    'session-limit',
    'cached',
    'unreachable',
    'strange-answer',
  ]),
  status: z.number().int().nullable(),
  at: Instant,
});
export type ProbeReport = z.infer<typeof ProbeReport>;
