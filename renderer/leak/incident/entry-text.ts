import { keyText, type KeyRef } from '@core/domain/api-key';
import type { IncidentEvent, IncidentView } from '@core/domain/incident';
import { formatMoment, listed, plural } from '@core/text/format';
import { proofText } from './proof-text';

/** A line of a record in words. */
export interface EntryText {
  readonly title: string;
  /** What a person or a console said. */
  readonly more?: string | undefined;
}

const DECISIONS = { kill: 'kill', replace: 'replace, then kill', disable: 'disable' } as const;

const STOPPED = {
  stopped: 'stopped',
  disabled: 'disabled',
  saved: 'saved, live until deployed',
  checking: 'sent, not confirmed',
  failed: 'not stopped',
} as const;

/** One line of a record. Keys are called by the names they had when they were identified. */
export function entryText(event: IncidentEvent, incident: Pick<IncidentView, 'leaked'>): EntryText {
  const nameOf = (key: KeyRef): string =>
    incident.leaked.find((leaked) => keyText(leaked.key) === keyText(key))?.name ?? key.keyId;
  const names = (keys: readonly KeyRef[]): string => listed(keys.map(nameOf));
  switch (event.kind) {
    case 'opened':
      return { title: `Reported ${formatMoment(event.reportedAt)}`, more: event.foundAt };
    case 'searched':
      return { title: searchedText(event.places) };
    case 'identified':
      return { title: `Identified: ${listed(event.keys.map(({ name }) => name)) || 'no key'}` };
    case 'decided':
      return { title: `Decided to ${DECISIONS[event.mode]}: ${names(event.keys)}`, more: event.why };
    case 'replaced':
      return {
        title: `${nameOf(event.key)} ${event.newKey === null ? 'not replaced' : `replaced by ${event.newKey.name}`}`,
        more: event.answer,
      };
    case 'ordered':
      return { title: `Order sent: ${nameOf(event.key)}` };
    case 'stopped':
      return { title: `${nameOf(event.key)}: ${STOPPED[event.state]}`, more: event.answer };
    case 'deployed':
      return { title: `Deployed to ${event.target}`, more: event.answer };
    case 'proof':
      return { title: `${nameOf(event.key)}: ${PROOFS[event.proof.state]}`, more: proofText(event.proof) };
    case 'note':
      return { title: 'Note', more: event.text };
    case 'continued':
      return { title: 'Took it on' };
    case 'closed':
      return { title: 'Closed', more: event.summary };
  }
}

const PROOFS = {
  trying: 'trials begun',
  alive: 'still accepted',
  refused: 'refused',
  dead: 'proved dead',
  relapsed: 'accepted again',
  inconclusive: 'inconclusive',
} as const;

type Places = Extract<IncidentEvent, { kind: 'searched' }>['places'];

function searchedText(places: Places): string {
  const found = places.filter(({ verdict }) => verdict === 'exact' || verdict === 'probable');
  const blind = places.filter(({ verdict }) => verdict === 'not-searchable' || verdict === 'failed').length;
  const where = found.length === 0 ? 'found nowhere' : `found in ${listed(found.map(({ name }) => name))}`;
  const rest = blind === 0 ? '' : `; ${plural(blind, 'environment')} could not be searched`;
  return `Searched ${plural(places.length, 'environment')}: ${where}${rest}`;
}
