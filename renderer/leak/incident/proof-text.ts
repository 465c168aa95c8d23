import type { IncidentKey } from '@core/domain/incident';
import { REFUSAL_WINDOW_MS, REFUSALS_NEEDED, type Proof } from '@core/domain/leak/proof';
import type { Instant } from '@core/domain/instant';
import { elapsedText } from '@renderer/leak/elapsed';
import type { MarkColor } from '@renderer/leak/marks';
import { probeText } from '@renderer/shared/probe-text';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const timeOf = (at: Instant | null): string => (at === null ? '' : clock.format(Date.parse(at)));

/** A few words and their colour. */
export interface Say {
  readonly text: string;
  readonly color: MarkColor;
}

/**
 * The state of a leaked key in a few words.
 * SECURITY: nothing but a proof is called dead, and what contradicts one comes first.
 */
export function stateSay({ state, orderedAt, proof }: IncidentKey): Say {
  if (proof?.state === 'relapsed') return { text: 'Accepted again', color: 'error' };
  if (proof?.state === 'dead') return { text: 'Proved dead', color: 'success' };
  if (proof?.state === 'alive' && (state === 'stopped' || state === 'disabled'))
    return { text: 'Still accepted', color: 'error' };
  switch (state) {
    case 'live':
      return orderedAt === undefined
        ? { text: 'Live', color: 'error' }
        : { text: 'Order sent', color: 'warning' };
    case 'checking':
      return { text: 'Checking', color: 'warning' };
    case 'saved':
      return { text: 'Live until deployed', color: 'warning' };
    case 'failed':
      return { text: 'Not stopped', color: 'error' };
    case 'disabled':
      return { text: 'Disabled, not proved', color: 'info' };
    case 'stopped':
      return { text: 'Stopped, not proved', color: 'info' };
  }
}

/** What the trials of a key have shown, with their number and how long they went on. */
export function proofText(proof: Proof): string {
  const { state, refusals, latest, refusedSince, deadAt, lastAcceptedAt } = proof;
  switch (state) {
    case 'trying':
      return 'Trying it where it is used…';
    case 'alive':
      return `Still accepted at ${timeOf(lastAcceptedAt)}. Treat it as live.`;
    case 'refused':
      return `Refused ${refusals} of ${REFUSALS_NEEDED} times in a row. It counts as dead after ${REFUSALS_NEEDED} refusals over ${elapsedText(REFUSAL_WINDOW_MS)}.`;
    case 'dead':
      return `${deadText(proof)} Refused ${refusals} times in a row${over(refusedSince, latest?.at ?? deadAt)}.`;
    case 'relapsed':
      return `It had counted as dead since ${timeOf(deadAt)} and was accepted again at ${timeOf(lastAcceptedAt)}. Treat it as live.`;
    case 'inconclusive':
      return latest === null ? 'Nothing is proved.' : `Nothing is proved. ${probeText(latest).text}`;
  }
}

const deadText = ({ deadAfterMs }: Proof): string =>
  deadAfterMs === null ? 'Dead.' : `Dead ${elapsedText(deadAfterMs)} after the order.`;

function over(since: Instant | null, until: Instant | null): string {
  if (since === null || until === null) return '';
  return ` over ${elapsedText(Date.parse(until) - Date.parse(since))}`;
}
