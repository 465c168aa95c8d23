import type { ApiKey } from '@core/domain/api-key';
import type { BulkAct } from '@core/domain/bulk';
import type { Environment } from '@core/domain/environment';
import { DAY_MS } from '@core/domain/instant';
import type { KeyTraits, VendorInfo } from '@core/domain/vendor';

/** What decides what an act does to a key, of the key. */
export type FateKey = Pick<ApiKey, 'type' | 'active'> &
  Partial<Pick<ApiKey, 'signsIn' | 'expiresAt' | 'revokedAt'>>;

/** The same of the place where it lives. */
export interface FatePlace {
  readonly vendor: Pick<VendorInfo, 'mustDeploy'>;
  readonly traits: KeyTraits;
  readonly environment: Pick<Environment, 'readOnly' | 'canEdit' | 'maxValidityDays'>;
}

/** What an act will do to one key, before anything is sent. */
export type Fate =
  | { readonly refused: string }
  | {
      readonly refused: null;
      /** A few words for a line of a list: "final", "after the next deployment". */
      readonly short: string;
      /** What happens to whoever uses the key, in a sentence. */
      readonly effect: string;
      /** What can undo it, in a sentence. */
      readonly undo: string;
      /** Keydesk may sign in with it. */
      readonly perhapsOwn: boolean;
    };

const OWN = 'Keydesk signs in with this key. Stop it on its own, last.';
const STOPPED = 'It is stopped already.';

/**
 * What an act does to a key on its vendor, or why it is left out.
 * @param now epoch milliseconds
 */
export function fateOf(act: BulkAct, key: FateKey, place: FatePlace, now: number): Fate {
  const refused = refusal(act, key, place, now);
  if (refused !== null) return { refused };
  return {
    refused: null,
    ...WORDS[act.kind](place),
    perhapsOwn: takesAway(act) && key.signsIn === 'perhaps',
  };
}

/** Whether an act can lock somebody out. */
export const takesAway = ({ kind }: BulkAct): boolean => kind === 'stop' || kind === 'disable';

function refusal(act: BulkAct, key: FateKey, place: FatePlace, now: number): string | null {
  const { environment } = place;
  if (environment.readOnly !== undefined) return environment.readOnly;
  if (key.revokedAt !== undefined) return STOPPED;
  if (takesAway(act) && key.signsIn === 'yes') return OWN;
  switch (act.kind) {
    case 'stop':
      return null;
    case 'disable':
    case 'enable':
      return switchRefusal(act.kind === 'enable', key, place);
    case 'extend':
      return extendRefusal(act.expiresAt, key, place, now);
  }
}

function switchRefusal(on: boolean, key: FateKey, { traits, environment }: FatePlace): string | null {
  if (!traits.disable || !environment.canEdit || key.active === null) return 'Keys cannot be disabled here.';
  if (key.active === on) return on ? 'It is enabled already.' : 'It is disabled already.';
  return null;
}

function extendRefusal(
  expiresAt: string,
  key: FateKey,
  { traits, environment }: FatePlace,
  now: number,
): string | null {
  if (!environment.canEdit || !traits.editable.includes('expiresAt'))
    return 'The expiration date of keys cannot be changed here.';
  const until = Date.parse(expiresAt);
  const most = environment.maxValidityDays;
  if (until <= now) return 'The new date is in the past.';
  if (most !== null && until - now > most * DAY_MS) return `Keys live at most ${most} days here.`;
  // A run that is to extend must never shorten.
  if (key.expiresAt === 'never') return 'It never expires.';
  return Date.parse(key.expiresAt ?? '') >= until ? 'It is valid for longer already.' : null;
}

type Words = Omit<Extract<Fate, { refused: null }>, 'refused' | 'perhapsOwn'>;

const WORDS: Readonly<Record<BulkAct['kind'], (place: FatePlace) => Words>> = {
  stop: (place) => ({
    short: stopShort(place),
    effect: place.traits.stop.effect,
    undo: place.traits.stop.undo,
  }),
  disable: (place) => ({
    short: `reversible${later(place)}`,
    effect: `Whatever uses these keys is refused, ${since(place)}.`,
    undo: 'Enabling a key brings the same key back.',
  }),
  enable: (place) => ({
    short: `reversible${later(place)}`,
    effect: `Whoever holds these keys is let in again, ${since(place)}.`,
    undo: 'They can be disabled again.',
  }),
  extend: (place) => ({
    short: `reversible${later(place)}`,
    effect: `They are valid until the new date${place.vendor.mustDeploy ? ` ${since(place)}` : ''}.`,
    undo: 'The date can be edited again.',
  }),
};

function stopShort({ vendor, traits }: FatePlace): string {
  if (vendor.mustDeploy) return 'works until the next deployment';
  return traits.secret.shown === 'kept' ? 'only the record goes; the key itself works on' : 'final';
}

const later = ({ vendor }: FatePlace): string => (vendor.mustDeploy ? ', after the next deployment' : '');
const since = ({ vendor }: FatePlace): string =>
  vendor.mustDeploy ? 'from the next deployment on' : 'from then on';
