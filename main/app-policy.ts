import type { AppPorts } from '@main/app';
import type { Places } from '@main/app-places';
import type { AppStores } from '@main/app-stores';
import { nodeCrypto } from '@main/node-crypto';
import { CalendarFiles } from '@main/services/expiry/calendar-files';
import { ExpiryReminder } from '@main/services/expiry/expiry-reminder';
import type { ListingService } from '@main/services/listing-service';
import { PolicyService } from '@main/services/policy/policy-service';

/** What keys are judged by, and the ends of keys: in calendars, and told of in time. */
export const createPolicy = (
  outside: AppPorts,
  stores: AppStores,
  {
    environments,
    listings,
  }: Pick<Places, 'environments'> & { readonly listings: Pick<ListingService, 'all'> },
) => ({
  policy: new PolicyService({ ...outside, store: stores.policy }),
  calendars: new CalendarFiles({ ...outside, crypto: nodeCrypto }),
  reminder: new ExpiryReminder({
    ...outside,
    settings: stores.settings,
    told: stores.expiryTold,
    listed: () => listings.all(),
    placeName: (ref) => environments.nameOf(ref) ?? null,
  }),
});
