import { checkHost } from '@core/domain/hosts';
import { DAY_MS, toInstant } from '@core/domain/instant';
import type { KeyChanges } from '@core/domain/key-draft';
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

/** A key after a change: the console keeps trimmed names, instants in milliseconds and canonical addresses. */
export function withChanges(
  key: VendorKey,
  { name, expiresAt, allowedHosts, ...rest }: KeyChanges,
): VendorKey {
  const hosts = allowedHosts?.map(canonical);
  return {
    ...key,
    ...(rest.type !== undefined && { type: rest.type }),
    ...(rest.role !== undefined && { role: rest.role }),
    ...(rest.description !== undefined && { description: rest.description }),
    ...(rest.active !== undefined && { active: rest.active }),
    ...(name !== undefined && { name: name.trim() }),
    ...(expiresAt !== undefined && {
      expiresAt: expiresAt === 'never' ? expiresAt : toInstant(Date.parse(expiresAt)),
    }),
    ...(hosts !== undefined && { allowedHosts: hosts.length === 0 ? ('any' as const) : hosts }),
  };
}

function canonical(host: string): string {
  const checked = checkHost(host, 'ip-or-cidr');
  return checked.ok ? checked.canonical : host;
}
