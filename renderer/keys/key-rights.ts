import { keyStatus } from '@core/domain/key-status';
import type { KeyRow } from '@renderer/key-table/key-row';
import type { Place } from '@renderer/shared/place';
import { isRecordOnly } from '@renderer/shared/stopped';

/** Whether keys can be made, changed and stopped here at all. */
export const canChange = ({ environment }: Place): boolean => environment.readOnly === undefined;

/** Whether keys can be made here. */
export const canCreate = (place: Place): boolean => canChange(place) && !place.revokeOnly;

/** Whether keys are shown again here, of which single ones may still be out of reach. */
export const canShowSome = ({ traits, revokeOnly }: Place): boolean =>
  traits.secret.shown !== 'once' && !revokeOnly;

/** Whether the secret of this key can be shown and copied. */
export const canShow = (row: Pick<KeyRow, 'key' | 'place'>): boolean => canRead(row) && !row.place.revokeOnly;

/** Whether Keydesk itself can have the secret of this key, to try it. */
export function canRead({ key, place: { traits } }: Pick<KeyRow, 'key' | 'place'>): boolean {
  if (traits.secret.shown === 'once') return false;
  return traits.secret.shown === 'any-time' ? key.readable !== false : key.readable === true;
}

/** Whether any fact of the keys here can be changed. */
export const canEditSome = (place: Place): boolean => takesEdits(place) && !place.revokeOnly;

const takesEdits = (place: Place): boolean =>
  canChange(place) && place.environment.canEdit && place.traits.editable.length > 0;

/** Whether this key can be edited. */
export const canEdit = ({ key, place }: KeyRow): boolean => canEditSome(place) && key.revokedAt === undefined;

/** Whether keys here can be stopped reversibly. */
export const canDisableSome = (place: Place): boolean => takesEdits(place) && place.traits.disable;

/** Whether this key can be stopped reversibly, or started again. */
export const canDisable = ({ key, place }: KeyRow): boolean =>
  canDisableSome(place) &&
  key.revokedAt === undefined &&
  (place.revokeOnly ? key.active === true : key.active !== null);

/** Whether this key works and can be stopped reversibly. */
export const canSwitchOff = (row: KeyRow): boolean => canDisable(row) && row.key.active === true;

/** Whether this key was stopped reversibly and can be started again. */
export const canSwitchOn = (row: KeyRow): boolean => canDisable(row) && row.key.active === false;

/** Whether this key can be given a later end. */
export const canExtend = (row: KeyRow): boolean =>
  canEdit(row) && row.place.traits.editable.includes('expiresAt') && row.key.expiresAt !== 'never';

/** Whether this key can be stopped for good. */
export const canStop = ({ key, place }: KeyRow): boolean => canChange(place) && key.revokedAt === undefined;

/** Whether this key can be stopped together with others: not while Keydesk needs it for the others. */
export const canStopInBulk = (row: KeyRow): boolean => canStop(row) && row.key.signsIn !== 'yes';

/** Whether another key can take over from keys here: not where Keydesk only keeps a record of them. */
export const canReplaceSome = (place: Place): boolean => canCreate(place) && !isRecordOnly(place);

/** Whether another key can take over from this one. */
export const canReplace = (row: KeyRow): boolean => canStop(row) && canReplaceSome(row.place);

/** Whether keys here end for good: nothing renews them, so that only another key can take over. */
export const needsSuccessors = (place: Place): boolean =>
  canCreate(place) &&
  place.traits.editable.length === 0 &&
  place.traits.secret.shown === 'once' &&
  place.environment.maxValidityDays !== null;

/** Whether it is time for another key to take over from this one. */
export function wantsSuccessor({ key, place }: Pick<KeyRow, 'key' | 'place'>, now: number): boolean {
  if (!needsSuccessors(place)) return false;
  const status = keyStatus(key, now);
  return status === 'expiring' || status === 'expired';
}

/** Whether there is somewhere to try a key. */
export const canVerify = ({ environment, vendor }: Place): boolean =>
  environment.endpoint !== undefined || !vendor.endpointByOperator;

/** How making a key is called: the vendors' word where all agree. */
export function createVerb(places: readonly Place[]): string {
  const [verb, ...others] = new Set(places.map(({ traits }) => traits.create.verb));
  return verb !== undefined && others.length === 0 ? verb : 'Create';
}
