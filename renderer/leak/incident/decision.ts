import { environmentKey } from '@core/domain/environment';
import type { IncidentKey, KillMode } from '@core/domain/incident';
import { listed } from '@core/text/format';
import type { Place, Places } from '@renderer/shared/place';

const placeOf = ({ key }: IncidentKey, places: Places): Place | undefined => places.get(environmentKey(key));

/** Whether Keydesk only keeps a record of the key, which is stopped in the console of its vendor alone. */
export const isRecordOnly = (key: IncidentKey, places: Places): boolean =>
  placeOf(key, places)?.traits.secret.shown === 'kept';

/** Whether a copy can be issued: not of a record alone, of which only the operator can make another. */
export function canBeReplaced(key: IncidentKey, places: Places): boolean {
  const place = placeOf(key, places);
  if (place === undefined || place.environment.readOnly !== undefined) return false;
  return place.traits.secret.source !== 'operator' && key.replacedBy === undefined;
}

/** Whether all of them can be stopped reversibly, and were not yet. */
export const offersDisable = (keys: readonly IncidentKey[], places: Places): boolean =>
  keys.length > 0 &&
  keys.every((key) => {
    const place = placeOf(key, places);
    return place?.traits.disable === true && place.environment.canEdit && key.state !== 'disabled';
  });

/** What a decision does and what can undo it, in sentences; those of several vendors after each other. */
export function consequences(mode: KillMode, keys: readonly IncidentKey[], places: Places): string[] {
  const stops = keys.flatMap((key) => placeOf(key, places)?.traits.stop ?? []);
  const unique = (sentences: readonly string[]): string[] => [...new Set(sentences)];
  if (mode === 'disable')
    return ['Whoever uses it is refused until it is enabled again. Enabling brings back the leaked key too.'];
  return [...unique(stops.map(({ effect }) => effect)), ...unique(stops.map(({ undo }) => undo))];
}

/** Says which keys are only stopped, since no copy of them can be issued; null where there is none. */
export function notReplaced(keys: readonly IncidentKey[], places: Places): string | null {
  const names = keys.filter((key) => !canBeReplaced(key, places)).map(({ name }) => name);
  if (names.length === 0) return null;
  return `${listed(names)}: stopped without a copy, since none can be issued there, or there is one already.`;
}

/** Whether a place makes its keys work or stop only with a deployment. */
export const needsDeploying = (keys: readonly IncidentKey[], places: Places): boolean =>
  keys.some((key) => placeOf(key, places)?.vendor.mustDeploy === true);
