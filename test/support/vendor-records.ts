import { DAY_MS, toInstant } from '@core/domain/instant';
import type { VendorEnvironment, VendorKey } from '@main/adapters/adapter';
import { NOW } from '@test/support/builders';

/** An environment as a vendor tells it. */
export const aPlace = (over: Partial<VendorEnvironment> = {}): VendorEnvironment => ({
  environmentId: 'env-staging',
  name: 'staging',
  parent: 'Order Desk',
  endpoint: 'https://staging.order-desk.acme.example',
  variant: 'generation-3',
  maxValidityDays: 365,
  canEdit: true,
  production: false,
  state: 'running',
  ...over,
});

/** A key as a vendor tells it. */
export const aVendorKey = (over: Partial<VendorKey> = {}): VendorKey => ({
  id: 'key-1',
  name: 'Accounting',
  type: 'standard',
  role: 'Reader',
  active: null,
  createdAt: toInstant(NOW - 40 * DAY_MS),
  expiresAt: toInstant(NOW + 200 * DAY_MS),
  allowedHosts: 'any',
  hint: '…a91f',
  revision: '1',
  ...over,
});
