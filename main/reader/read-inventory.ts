import { AppError } from '@core/domain/app-error';
import type { ReadOrder, ReadReport } from '@core/domain/inventory-reading';
import { csvInventory } from './csv-inventory';
import { fileBytes } from './file-bytes';
import { jsonReports } from './json-reports';

const BROKEN = 'Something went wrong while this file was read. Nothing was opened.';

/** Reads a file as it was ordered; the last report is `done`, `mapping` or `failed`. Never throws. */
export async function* readInventory(order: ReadOrder): AsyncGenerator<ReadReport> {
  try {
    const { bytes, writtenAt } = await fileBytes(order.path);
    yield { type: 'progress', done: 0, of: bytes.length };
    yield* order.form === 'json' ? jsonReports(bytes) : csvInventory(bytes, order.mapping, writtenAt);
  } catch (error) {
    const told = error instanceof AppError ? error : new AppError('unexpected', BROKEN);
    yield { type: 'failed', error: told.toShape() };
  }
}
