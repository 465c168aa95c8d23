import type { Environment } from '@core/domain/environment';
import { placesOf, type Place } from '@renderer/keys/place';
import { aConsole, anEnvironment } from '@test/support/builders';

/** A place of a Qodly console. */
export function aPlace(over: Partial<Environment> = {}): Place {
  const [place] = placesOf([anEnvironment(over)], [aConsole()]).values();
  if (place === undefined) throw new Error('The environment has no console.');
  return place;
}

/** A place of the first generation. */
export const anOldPlace = (over: Partial<Environment> = {}): Place =>
  aPlace({ variant: 'generation-1', maxValidityDays: null, canEdit: false, name: 'legacy', ...over });
