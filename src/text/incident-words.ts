import type { IncidentEntry, IncidentKey, IncidentView } from '@core/domain/incident';
import { keyText, type KeyRef } from '@core/domain/api-key';
import { REFUSAL_WINDOW_MS, REFUSALS_NEEDED, type Proof } from '@core/domain/leak/proof';
import { formatMoment, plural } from '@core/text/format';

/** One line of a record in words: what happened, and what belongs to it. */
export interface LineWords {
  readonly what: string;
  readonly detail: string;
}

const MODES = { kill: 'kill', replace: 'replace, then kill', disable: 'disable' } as const;

/** How a key stands, in words that claim nothing more than is known. */
export const KEY_STATES: Readonly<Record<IncidentKey['state'], string>> = {
  live: 'live',
  stopped: 'stopped',
  disabled: 'disabled',
  saved: 'saved, live until deployed',
  checking: 'sent, not confirmed',
  failed: 'not stopped',
};

const PROOF_STATES: Readonly<Record<Proof['state'], string>> = {
  trying: 'no trial came back yet',
  alive: 'still accepted',
  refused: 'refused, not for long enough yet',
  dead: 'dead',
  relapsed: 'accepted again after it was refused',
  inconclusive: 'inconclusive',
};

/** What counts as dead, in a sentence. */
export const PROOF_RULE = `A key counts as dead after ${REFUSALS_NEEDED} refusals in a row over at least ${REFUSAL_WINDOW_MS / 1000} seconds.`;

/** That trials are uses too. */
export const PROBE_TRACE = 'Trials by Keydesk may show as the last use of a key.';

/** A time that was measured, to a tenth of a second. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** How the trials of a key stand. */
export function proofWords({ state, trials, deadAfterMs, watching }: Proof): string {
  const measured = deadAfterMs === null ? '' : `, ${seconds(deadAfterMs)} after the order`;
  const watched = watching ? ', watched on' : '';
  return `${PROOF_STATES[state]}${measured} (${plural(trials, 'trial')}${watched})`;
}

/** The times of an incident by name, in their order; those that did not come yet are left out. */
export function timeWords({ times }: IncidentView): readonly (readonly [string, string])[] {
  const named = [
    ['Reported', times.reportedAt],
    ['Identified', times.identifiedAt],
    ['Decided', times.decidedAt],
    ['Stopped', times.stoppedAt],
    ['Proved dead', times.provedAt],
    ['Closed', times.closedAt],
  ] as const;
  return named.flatMap(([name, at]) => (at === undefined ? [] : [[name, formatMoment(at)] as const]));
}

/** One line of a record in words. */
export function lineWords({ event }: IncidentEntry, view: Pick<IncidentView, 'leaked'>): LineWords {
  const name = (key: KeyRef): string =>
    view.leaked.find((each) => keyText(each.key) === keyText(key))?.name ?? key.keyId;
  switch (event.kind) {
    case 'opened':
      return { what: event.drill ? 'Drill begun' : 'Incident opened', detail: event.foundAt };
    case 'searched':
      return { what: 'Searched', detail: plural(event.places.length, 'environment') };
    case 'identified':
      return {
        what: 'Identified',
        detail: event.keys.map((key) => `${key.name} in ${key.environmentName} (${key.verdict})`).join('; '),
      };
    case 'decided':
      return { what: `Decided: ${MODES[event.mode]}`, detail: event.why };
    case 'replaced':
      return { what: `Copy of ${name(event.key)}`, detail: event.answer };
    case 'ordered':
      return { what: `Ordered: ${MODES[event.mode]}`, detail: name(event.key) };
    case 'stopped':
      return { what: `${name(event.key)}: ${KEY_STATES[event.state]}`, detail: event.answer };
    case 'deployed':
      return { what: `Deployment to ${event.target}`, detail: event.answer };
    case 'proof':
      return { what: `Trials of ${name(event.key)}`, detail: proofWords(event.proof) };
    case 'note':
      return { what: 'Note', detail: event.text };
    case 'continued':
      return { what: 'Continued', detail: '' };
    case 'closed':
      return { what: 'Closed', detail: event.summary };
  }
}
