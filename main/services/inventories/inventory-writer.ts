import { AppError } from '@core/domain/app-error';
import { INVENTORY_LIMITS, type Inventory } from '@core/domain/inventory';
import { inventoryCsv } from '@core/text/inventory-csv';
import { inventoryJson } from '@core/text/inventory-json';
import type { Dialogs, SecretFiles } from '@main/ports';
import type { SigningService } from '@main/services/signing/signing-service';

/** What inventories are written with. */
export interface InventoryWriterParts {
  readonly signing: Pick<SigningService, 'sign'>;
  readonly dialogs: Pick<Dialogs, 'saveFile'>;
  readonly files: SecretFiles;
}

/** What was written. */
export interface WrittenInventory {
  readonly path: string;
  readonly keys: number;
  readonly places: number;
  readonly signed: boolean;
}

const ENDINGS = { json: 'keydesk', csv: 'csv' } as const;

/** Writes inventories where the operator says: JSON signed by this Keydesk, CSV as it is. */
export class InventoryWriter {
  constructor(private readonly parts: InventoryWriterParts) {}

  /**
   * Asks where to save and writes the file whole or not at all. Null when the operator cancels, or `stopped` says so by
   * then. Fails with `invalid-input` for what no Keydesk would open again, and with `storage`.
   */
  async write(
    inventory: Inventory,
    format: 'json' | 'csv',
    stopped: () => boolean = () => false,
  ): Promise<WrittenInventory | null> {
    checkRows(inventory);
    const { text, signed } = await this.text(inventory, format);
    if (Buffer.byteLength(text) > INVENTORY_LIMITS.bytes) throw tooLarge(format);
    const name = `keydesk-inventory-${inventory.exportedAt.slice(0, 10)}.${ENDINGS[format]}`;
    const chosen = await this.parts.dialogs.saveFile(name);
    if (chosen === null || stopped()) return null;
    await this.parts.files.save(chosen.path, text, chosen.overwrite);
    return { path: chosen.path, keys: inventory.keys.length, places: inventory.places.length, signed };
  }

  private text(inventory: Inventory, format: 'json' | 'csv'): Promise<{ text: string; signed: boolean }> {
    if (format === 'json') return this.parts.signing.sign(inventoryJson(inventory));
    return Promise.resolve({ text: inventoryCsv(inventory), signed: false });
  }
}

function checkRows({ keys }: Inventory): void {
  if (keys.length <= INVENTORY_LIMITS.rows) return;
  const message = `These are ${keys.length} keys, more than the ${INVENTORY_LIMITS.rows} that one file may have. Export fewer environments at a time.`;
  throw new AppError('invalid-input', message);
}

function tooLarge(format: 'json' | 'csv'): AppError {
  const advice = format === 'csv' ? ' JSON takes less room.' : '';
  const message = `The file would be larger than the 64 MB that Keydesk opens. Export fewer environments at a time.${advice}`;
  return new AppError('invalid-input', message);
}
