const FILE = { fileId: 'f' };
const OPEN = { inventoryId: 'i' };

/** An input of each call about inventories that main accepts. */
export const INVENTORY_EXAMPLES: Readonly<Record<string, Record<string, unknown>>> = {
  'inventories.drop': { path: '/home/ada/keys.csv' },
  'inventories.open': { ...FILE, mapping: { columns: {}, vendor: 'qodly' } },
  'inventories.cancel': FILE,
  'inventories.page': { ...OPEN, page: 0 },
  'inventories.close': OPEN,
  'inventories.saveAs': { ...OPEN, format: 'json' },
  'comparisons.compare': { older: { kind: 'inventory', inventoryId: 'i' }, newer: { kind: 'live' } },
  'comparisons.page': { comparisonId: 'c', page: 0 },
  'comparisons.save': { comparisonId: 'c', format: 'csv' },
  'reports.save': { inventoryId: 'i', format: 'pdf' },
  'expiry.saveIcs': {
    keys: [{ identity: 'k', name: 'n', place: 'p', expiresAt: '2026-03-04T12:00:00.000Z', renewable: true }],
    leadDays: 14,
  },
  'reviews.open': { inventoryId: 'i' },
  'reviews.put': {
    inventoryId: 'i',
    entries: [{ row: 0, decision: 'keep', at: '2026-03-04T12:00:00.000Z', by: 'ada' }],
  },
  'reviews.finish': { inventoryId: 'i', by: 'ada' },
  'signing.trust': { publicKey: `${'A'.repeat(43)}=`, name: 'Bo' },
  'exports.inventory': {
    environments: [{ consoleId: 'acme', environmentId: 'env-staging' }],
    format: 'json',
    fingerprints: false,
  },
  'signing.distrust': { fingerprint: '0f'.repeat(32) },
};
