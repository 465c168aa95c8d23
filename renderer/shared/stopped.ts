import type { Place } from '@renderer/shared/place';

/** Whether what Keydesk stops here is its own record alone, while the key itself lives on elsewhere. */
export const isRecordOnly = ({ traits }: Place): boolean => traits.secret.shown === 'kept';

/** Whether a stopped key is dead at once. */
export const isDeadOnceStopped = (place: Place): boolean => !place.vendor.mustDeploy && !isRecordOnly(place);

/** What may be said of keys that are gone from a configuration which is not live yet. */
export const REMOVED = 'Removed from the configuration. It still works until it is deployed.';
