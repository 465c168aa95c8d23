import type { Environment } from '@core/domain/environment';
import type { VendorId } from '@core/domain/vendor';
import { placesOf, type Place } from '@renderer/shared/place';
import { aConsole, anEnvironment } from '@test/support/builders';
import { consoleOf, environmentOf } from '@test/support/vendor-worlds';

/** A place of a Qodly console. */
export function aPlace(over: Partial<Environment> = {}): Place {
  const [place] = placesOf([anEnvironment(over)], [aConsole()]).values();
  if (place === undefined) throw new Error('The environment has no console.');
  return place;
}

/** A place of the first generation. */
export const anOldPlace = (over: Partial<Environment> = {}): Place =>
  aPlace({ variant: 'generation-1', maxValidityDays: null, canEdit: false, name: 'legacy', ...over });

/** A place of a vendor's newest kind. */
export function placeOf(vendor: VendorId, over: Partial<Environment> = {}): Place {
  const [place] = placesOf([environmentOf(vendor, over)], [consoleOf(vendor)]).values();
  if (place === undefined) throw new Error('The environment has no console.');
  return place;
}
