import { toInstant } from '@core/domain/instant';
import type { ReadOrder, ReadReport } from '@core/domain/inventory-reading';
import { PAGE_ROWS } from '@core/domain/inventory-reading';
import type { InventoryHead, InventoryKey, InventorySource } from '@core/domain/inventory';
import { csvRows } from '@core/text/csv';
import { inventoryFromCsv, isInventoryCsv } from '@core/text/inventory-csv';
import { guessMapping } from './column-guess';
import { checkCsvBounds } from './csv-bounds';
import { foundHead } from './found-head';
import { plainBytes } from './judged-bytes';
import { KeyCheck } from './key-check';
import { mappedKeys } from './mapped-csv';

/** How much of somebody else's file is shown for the question what its columns are. */
const SAMPLE_ROWS = 5;
const SAMPLE_CELL = 200;

interface CsvKeys extends Partial<InventoryHead> {
  readonly keys: readonly InventoryKey[];
}

/** Reads a CSV: ours as it says itself, somebody else's as it is mapped, and without a mapping asks for one. */
export function* csvInventory(
  bytes: Buffer,
  mapping: ReadOrder['mapping'],
  writtenAt: number,
): Generator<ReadReport> {
  checkCsvBounds(bytes);
  const text = bytes.toString('utf8');
  const [headings = []] = [...firstRows(text, 1)];
  if (isInventoryCsv(headings)) {
    yield* pagesOf(bytes, 'csv', inventoryFromCsv(csvRows(text)));
    return;
  }
  if (mapping === undefined) {
    const [shown = [], ...sample] = [...firstRows(text, SAMPLE_ROWS + 1)];
    yield { type: 'mapping', headings: shown, sample, guess: guessMapping(shown) };
    return;
  }
  const rows = csvRows(text);
  rows.next();
  yield* pagesOf(bytes, 'mapped', mappedKeys(rows, mapping, toInstant(writtenAt)));
}

function* firstRows(text: string, most: number): Generator<string[]> {
  let count = 0;
  for (const { cells } of csvRows(text)) {
    if ((count += 1) > most) return;
    yield cells.map((cell) => cell.slice(0, SAMPLE_CELL));
  }
}

function* pagesOf(bytes: Buffer, source: InventorySource, { keys, ...head }: CsvKeys): Generator<ReadReport> {
  yield { type: 'head', head: foundHead(bytes, source, plainBytes(bytes), { ...head, count: keys.length }) };
  const check = new KeyCheck(head.places?.length ?? 0);
  for (let at = 0; at < keys.length; at += PAGE_ROWS) {
    const page = keys.slice(at, at + PAGE_ROWS);
    check.take(page, (index) => at + index + 2);
    yield { type: 'page', json: JSON.stringify(page) };
    yield {
      type: 'progress',
      done: Math.round((bytes.length * (at + page.length)) / keys.length),
      of: bytes.length,
    };
  }
  yield { type: 'done' };
}
