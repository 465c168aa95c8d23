import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InventoryHead, InventoryKey, type Inventory } from '@core/domain/inventory';
import { csvRows, csvText, parseCsv } from '@core/text/csv';
import { INVENTORY_HEADINGS } from '@core/text/inventory-columns';
import { inventoryCsv, inventoryFromCsv, isInventoryCsv } from '@core/text/inventory-csv';
import { inventoryJson } from '@core/text/inventory-json';
import { unsignedText } from '@core/text/signed-text';
import { anyInventory, largeInventory } from './any-inventory';

const read = (csv: string): Inventory => inventoryFromCsv(csvRows(csv));
const ONE = largeInventory(1);

describe('an inventory', () => {
  it('generated for these tests is one', () => {
    fc.assert(
      fc.property(anyInventory, ({ keys, ...head }) => {
        expect(InventoryHead.parse(head)).toEqual(head);
        for (const key of keys) expect(InventoryKey.parse(key)).toEqual(key);
      }),
      { numRuns: 30 },
    );
  });

  it('comes back from CSV as it was, and is the same CSV again', () => {
    fc.assert(
      fc.property(anyInventory, (inventory) => {
        const csv = inventoryCsv(inventory);
        expect(read(csv)).toEqual(inventory);
        expect(inventoryCsv(read(csv))).toBe(csv);
      }),
      { numRuns: 60 },
    );
  });

  it('comes back from JSON as it was, and is the same JSON again', () => {
    fc.assert(
      fc.property(anyInventory, (inventory) => {
        const text = unsignedText(inventoryJson(inventory));
        const again = JSON.parse(text) as Inventory;
        expect(again).toEqual(inventory);
        expect(unsignedText(inventoryJson(again))).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('is JSON with its head first, then a line for every place and key', () => {
    const { places, keys, ...head } = largeInventory(3);
    const backwards = (key: InventoryKey): InventoryKey =>
      Object.fromEntries(Object.entries(key).reverse()) as InventoryKey;
    const lines = unsignedText(inventoryJson({ keys: keys.map(backwards), places, ...head })).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '{',
      '"format":"keydesk-inventory",',
      '"version":1,',
      '"keydesk":"0.1.0",',
    ]);
    expect(lines.filter((line) => line.startsWith('{"place":'))).toHaveLength(3);
    expect(lines.find((line) => line.startsWith('{"place":0'))).toMatch(/^\{"place":0,"id":"key-0","name":/);
  });

  it('of 20,000 keys survives CSV and back', () => {
    const inventory = largeInventory(20_000);
    const back = read(inventoryCsv(inventory));
    expect(inventoryJson(back) === inventoryJson(inventory)).toBe(true);
  });

  it('says in every row of a CSV that it is ours and that nobody signed it', () => {
    const [headings = [], ...rows] = parseCsv(inventoryCsv(largeInventory(5)));
    expect(isInventoryCsv(headings)).toBe(true);
    expect(isInventoryCsv(['name', 'keydesk inventory'])).toBe(false);
    expect(headings.slice(0, 2)).toEqual(['keydesk inventory', 'signature']);
    expect(rows.map((cells) => cells.slice(0, 2))).toEqual(
      Array.from({ length: 5 }, () => ['1', 'unsigned']),
    );
  });

  it('keeps a place without keys', () => {
    const empty: Inventory = { ...ONE, count: 0, keys: [] };
    expect(read(inventoryCsv(empty))).toEqual(empty);
  });

  it('may have its columns in another order and further ones, as after work in a spreadsheet', () => {
    const rows = parseCsv(inventoryCsv(ONE));
    const moved = rows.map(([mark = '', ...cells], at) => [
      mark,
      ...cells.reverse(),
      at === 0 ? 'remarks' : '=x',
    ]);
    expect(read(csvText(moved, { mark: true }))).toEqual(ONE);
  });
});

describe('a CSV that is not what it says', () => {
  const cells = parseCsv(inventoryCsv(ONE))[1] ?? [];
  const withCell = (heading: string, cell: string): string =>
    csvText([INVENTORY_HEADINGS, cells.map((old, at) => (INVENTORY_HEADINGS[at] === heading ? cell : old))]);

  it.each([
    ['expires at', 'tomorrow'],
    ['active', 'yes'],
    ['type', 'Standard'],
    ['production', ''],
    ['id', ''],
    ['id', 'x'.repeat(201)],
    ['name', 'x'.repeat(4_097)],
    ['allowed hosts', `a; ${'x'.repeat(4_097)}`],
    ['fingerprint', 'ABC'],
    ['as of', '2026-02-30T00:00:00.000Z'],
    ['maximum validity days', '-1'],
    ['vendor', 'acme'],
    ['console id', 'Not An Id'],
    ['exported at', 'yesterday'],
    ['fingerprint key', 'xyz'],
    ['keydesk inventory', '0'],
    ['keydesk inventory', '2'],
  ])('is refused with its line: %s = %.20j', (heading, cell) => {
    expect(() => read(withCell(heading, cell))).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringMatching(/^Line 2 |later version/) as string,
      }),
    );
  });

  it('is refused without a column, without rows, with rows of another length, and with two files in one', () => {
    const refused = (csv: string, says: RegExp) => expect(() => read(csv)).toThrow(says);
    refused(csvText([INVENTORY_HEADINGS.slice(0, -1)]), /no column “fingerprint key”/);
    refused('', /no column/);
    refused(csvText([INVENTORY_HEADINGS]), /headings and nothing else/);
    refused(csvText([INVENTORY_HEADINGS, cells, ['1']]), /^Line \d+ has 1 cells/);
    const [, later = ''] = inventoryCsv({ ...ONE, exportedBy: 'Bo' }).split(/(?<=^[^\r]*\r\n)/);
    refused(`${inventoryCsv(ONE)}${later}`, /from another inventory/);
  });
});
