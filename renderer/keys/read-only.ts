import { listed } from '@core/text/format';
import { placeName, type Place } from '@renderer/shared/place';

const NAMES_SHOWN = 3;

/** Why nothing can be changed at some places, one sentence for each reason; they are named where there are others. */
export function readOnlySentences(places: readonly Place[]): string[] {
  const reasons = new Map<string, Place[]>();
  for (const place of places) {
    const { readOnly } = place.environment;
    if (readOnly !== undefined) reasons.set(readOnly, [...(reasons.get(readOnly) ?? []), place]);
  }
  const where = (group: readonly Place[]): string => (places.length > 1 ? `${namesText(group)}: ` : '');
  return [...reasons].map(([reason, group]) => `${where(group)}${reason}`);
}

function namesText(group: readonly Place[]): string {
  const names = group.map((place) => placeName(place, true));
  const more = names.length - NAMES_SHOWN;
  return listed(more > 0 ? [...names.slice(0, NAMES_SHOWN), `${more} more`] : names);
}
