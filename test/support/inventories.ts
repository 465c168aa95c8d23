import type { InventoryKey, InventoryPlace, OpenInventory } from '@core/domain/inventory';
import { daysFromNow } from '@test/support/builders';

/** A place of an inventory: staging on a Qodly console. */
export const anInventoryPlace = (
  over: Omit<Partial<InventoryPlace>, 'console' | 'environment'> & {
    readonly console?: Partial<InventoryPlace['console']>;
    readonly environment?: Partial<InventoryPlace['environment']>;
  } = {},
): InventoryPlace => ({
  asOf: daysFromNow(0),
  notKept: [],
  ...over,
  console: {
    id: 'acme',
    label: 'Acme Qodly',
    vendor: 'qodly',
    origin: 'https://console.acme.example',
    ...over.console,
  },
  environment: {
    id: 'env-staging',
    name: 'staging',
    variant: 'generation-3',
    production: false,
    maxValidityDays: 365,
    ...over.environment,
  },
});

/** A key of the first place, as a file has it. */
export const anInventoryKey = (over: Partial<InventoryKey> = {}): InventoryKey => ({
  place: 0,
  id: 'key-1',
  name: 'Accounting',
  type: 'standard',
  role: 'Reader',
  active: null,
  createdAt: daysFromNow(-40),
  createdBy: 'ada@acme.example',
  expiresAt: daysFromNow(200),
  allowedHosts: 'any',
  lastUsedAt: daysFromNow(-2),
  hint: '…a91f',
  ...over,
});

/** An inventory that is open, of one place. */
export const anOpenInventory = (over: Partial<OpenInventory> = {}): OpenInventory => ({
  inventoryId: 'inv-1',
  fileName: 'keys-2026-03.keydesk',
  source: 'keydesk',
  bytes: 1_000,
  sha256: 'ab'.repeat(32),
  signature: { state: 'unsigned' },
  exportedAt: daysFromNow(-1),
  exportedBy: 'ada',
  fingerprints: false,
  places: [anInventoryPlace()],
  rows: 1,
  pages: 1,
  ...over,
});
