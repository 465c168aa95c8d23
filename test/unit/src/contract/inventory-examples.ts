const FILE = { fileId: 'f' };
const OPEN = { inventoryId: 'i' };

/** An input of each call about opened files that main accepts. */
export const INVENTORY_EXAMPLES: Readonly<Record<string, Record<string, unknown>>> = {
  'inventories.drop': { path: '/home/ada/keys.csv' },
  'inventories.open': { ...FILE, mapping: { columns: {}, vendor: 'qodly' } },
  'inventories.cancel': FILE,
  'inventories.page': { ...OPEN, page: 0 },
  'inventories.close': OPEN,
  'inventories.saveAs': { ...OPEN, format: 'json' },
};
