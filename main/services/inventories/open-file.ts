import { basename } from 'node:path';
import { PAGE_ROWS, type ReadHead } from '@core/domain/inventory-reading';
import { toInstant } from '@core/domain/instant';
import {
  INVENTORY_FORMAT,
  INVENTORY_VERSION,
  type Inventory,
  type InventoryKey,
  type OpenInventory,
} from '@core/domain/inventory';
import type { FileReading } from '@main/services/inventories/file-reading';
import type { JudgedSignature } from '@main/services/inventories/judged-signature';

/** An inventory that is open, or on its way to be. */
export class OpenFile {
  readonly fileName: string;

  constructor(
    readonly inventoryId: string,
    readonly path: string,
    private readonly read: {
      readonly head: ReadHead;
      readonly reading: FileReading;
      readonly signature: JudgedSignature;
    },
  ) {
    this.fileName = basename(path);
  }

  get head(): ReadHead {
    return this.read.head;
  }

  get reading(): FileReading {
    return this.read.reading;
  }

  /** As the window sees it. */
  async view(): Promise<OpenInventory> {
    const { source, bytes, sha256, exportedAt, exportedBy, fingerprints, places, rows } = this.head;
    const { inventoryId, fileName } = this;
    const signature = await this.read.signature.now();
    const pages = Math.ceil(rows / PAGE_ROWS);
    const file = { inventoryId, fileName, source, bytes, sha256, signature };
    return { ...file, exportedAt, exportedBy, fingerprints, places, rows, pages };
  }

  /** Its keys in the order of the file. */
  async keys(): Promise<InventoryKey[]> {
    const pages = await this.reading.whole();
    // They were checked where they were read.
    return pages.flatMap((json) => JSON.parse(json) as InventoryKey[]);
  }

  /** All of it, to be written again. What its file does not say is as of now. */
  async inventory(here: { person: string; version: string; now: number }): Promise<Inventory> {
    const { keydesk, exportedAt, exportedBy, fingerprints, fingerprintKey, places } = this.head;
    const keys = await this.keys();
    return {
      format: INVENTORY_FORMAT,
      version: INVENTORY_VERSION,
      keydesk: keydesk ?? here.version,
      exportedAt: exportedAt ?? toInstant(here.now),
      exportedBy: exportedBy ?? here.person,
      fingerprints,
      ...(fingerprintKey !== undefined && { fingerprintKey }),
      count: keys.length,
      places,
      keys,
    };
  }
}
