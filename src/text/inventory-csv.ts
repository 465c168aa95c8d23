import { INVENTORY_VERSION, type Inventory, type InventoryKey } from '@core/domain/inventory';
import { csvText, type CsvRow } from './csv';
import {
  FACT_COLUMNS,
  HEAD_COLUMNS,
  INVENTORY_HEADINGS,
  INVENTORY_MARK,
  PLACE_COLUMNS,
  UNSIGNED,
} from './inventory-columns';
import { InventoryCsvReader } from './inventory-csv-reader';

/**
 * An inventory as CSV by RFC 4180: a row per key, place by place, and a row without an identifier for a place without
 * keys. Every row says where its key lives and which file it is from. An empty cell is a fact that is not recorded: `facts
 * not kept` tells whether it ever is, there. It is not signed, and says so.
 */
export function inventoryCsv(inventory: Inventory): string {
  const head = HEAD_COLUMNS.map(({ write }) => write(inventory));
  const byPlace = keysByPlace(inventory);
  const rows = inventory.places.flatMap((place, at) => {
    const begin = [
      String(INVENTORY_VERSION),
      UNSIGNED.cell,
      ...PLACE_COLUMNS.map(({ write }) => write(place)),
    ];
    return (byPlace[at] ?? []).map((facts) => [...begin, ...facts, ...head]);
  });
  return csvText([INVENTORY_HEADINGS, ...rows], { lean: true });
}

const NO_KEY = FACT_COLUMNS.map(() => '');

function keysByPlace({ places, keys }: Inventory): string[][][] {
  const rows: string[][][] = places.map(() => []);
  for (const key of keys) rows[key.place]?.push(FACT_COLUMNS.map(({ write }) => write(key)));
  return rows.map((some) => (some.length === 0 ? [NO_KEY] : some));
}

/** Whether a CSV with these headings says of itself that it is ours. */
export const isInventoryCsv = (headings: readonly string[]): boolean => headings[0] === INVENTORY_MARK;

/**
 * The inventory that a CSV of ours holds; columns may stand in any order, and further ones are passed over. Fails with
 * `invalid-input` that names the line.
 */
export function inventoryFromCsv(rows: Iterable<CsvRow>): Inventory {
  let reader: InventoryCsvReader | null = null;
  const keys: InventoryKey[] = [];
  for (const row of rows) {
    if (reader === null) {
      reader = new InventoryCsvReader(row.cells);
      continue;
    }
    const key = reader.take(row);
    if (key !== null) keys.push(key);
  }
  return { ...(reader ?? new InventoryCsvReader([])).head(), keys };
}
