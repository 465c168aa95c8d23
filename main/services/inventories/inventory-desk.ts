import type { ExportOutcome, FileOffer, OpenOutcome } from '@core/contract/inventories';
import { AppError } from '@core/domain/app-error';
import type { CsvMapping } from '@core/domain/inventory-mapping';
import { INVENTORY_LIMITS, type InventoryKey, type OpenInventory } from '@core/domain/inventory';
import type { Clock, Crypto, Dialogs, FileReader } from '@main/ports';
import { FileOffers, type OfferedFile } from '@main/services/inventories/file-offers';
import { FileReading } from '@main/services/inventories/file-reading';
import { JudgedSignature } from '@main/services/inventories/judged-signature';
import { OpenFile } from '@main/services/inventories/open-file';
import type { InventoryWriter } from '@main/services/inventories/inventory-writer';
import type { SigningService } from '@main/services/signing/signing-service';

/** What opening files stands on: no console, no network, and a keychain only where there is one. */
export interface InventoryDeskParts {
  readonly reader: FileReader;
  readonly dialogs: Pick<Dialogs, 'openFile'>;
  readonly signing: Pick<SigningService, 'judge'>;
  readonly clock: Pick<Clock, 'after' | 'now'>;
  readonly crypto: Pick<Crypto, 'token'>;
  /** Reads a text file of at most so many bytes. */
  readonly readText: (path: string, most: number) => Promise<string>;
  readonly progress: (fileId: string, done: number, of: number) => void;
  readonly writer: Pick<InventoryWriter, 'write'>;
  /** Whose name and version stand in what is written of a file that has none. */
  readonly person: string;
  readonly version: string;
  readonly offered: () => void;
  readonly changed: () => void;
}

/** Each holds what its file holds. */
const MOST_OPEN = 10;

/** Files that were pointed at, and the inventories among them that are open; opening one sends nothing. */
export class InventoryDesk {
  private readonly offers: FileOffers;
  private readonly files = new Map<string, OpenFile>();
  private readonly failed = new Set<string>();
  private readonly underWay = new Map<string, FileReading>();
  private outside: FileOffer[] = [];

  constructor(private readonly parts: InventoryDeskParts) {
    this.offers = new FileOffers(parts.crypto);
  }

  /** Null when the operator cancels. */
  async choose(): Promise<FileOffer | null> {
    const path = await this.parts.dialogs.openFile('inventory');
    return path === null ? null : this.offers.offer(path);
  }

  /** A file that was dropped on the window. */
  drop(path: string): FileOffer {
    return this.offers.offer(path);
  }

  /** A file that was handed over from outside; one that Keydesk does not open is passed over. */
  offer(path: string): void {
    try {
      this.outside.push(this.offers.offer(path));
      this.parts.offered();
    } catch {
      // Nobody in the window asked for it.
    }
  }

  /** What was handed over from outside since this was last asked. */
  offered(): FileOffer[] {
    const offers = this.outside;
    this.outside = [];
    return offers;
  }

  /** The text of an offered file that is no inventory. */
  async text(fileId: string): Promise<OfferedFile & { readonly text: string }> {
    const file = this.offers.find(fileId);
    return { ...file, text: await this.parts.readText(file.path, INVENTORY_LIMITS.bytes) };
  }

  /** Answers once the head of the file is read; pages follow. Errors: `invalid-input` for what is no inventory. */
  async open(fileId: string, mapping?: CsvMapping): Promise<OpenOutcome> {
    const file = this.offers.find(fileId);
    if (file.kind === 'plan') throw new AppError('invalid-input', 'This file is a plan, not an inventory.');
    this.forgetFailed();
    if (this.files.size >= MOST_OPEN)
      throw new AppError('invalid-input', `${MOST_OPEN} inventories are open. Close one of them first.`);
    this.cancel(fileId);
    const reading = this.read(file, mapping);
    const beginning = await reading.begun;
    if ('head' in beginning)
      return { state: 'open', inventory: await this.begin(file, reading, beginning.head) };
    const { headings, sample, guess } = beginning.question;
    return { state: 'mapping', headings, sample, guess };
  }

  /** Reads no further in a file; nothing of it stays open. */
  cancel(fileId: string): void {
    this.underWay.get(fileId)?.end();
    this.underWay.delete(fileId);
  }

  /** What is open and was read to its end. */
  list(): Promise<OpenInventory[]> {
    return Promise.all(this.opened().map((file) => file.view()));
  }

  /** The same with what only main knows of them. */
  opened(): OpenFile[] {
    return [...this.files.values()].filter(({ reading }) => reading.complete);
  }

  /** The JSON text of one page. */
  page(inventoryId: string, page: number): Promise<string> {
    return this.find(inventoryId).reading.page(page);
  }

  /** An open inventory as the window sees it. */
  view(inventoryId: string): Promise<OpenInventory> {
    return this.find(inventoryId).view();
  }

  /** All of its keys in the order of the file. */
  keys(inventoryId: string): Promise<InventoryKey[]> {
    return this.find(inventoryId).keys();
  }

  /** Its file. */
  file(inventoryId: string): { path: string; fileName: string; sha256: string; rows: number } {
    const { path, fileName, head } = this.find(inventoryId);
    return { path, fileName, sha256: head.sha256, rows: head.rows };
  }

  /** Writes it anew, signed by this Keydesk. Null when the operator cancels. */
  async saveAs(inventoryId: string, format: 'json' | 'csv'): Promise<ExportOutcome | null> {
    const { person, version, clock, writer } = this.parts;
    const inventory = await this.find(inventoryId).inventory({ person, version, now: clock.now() });
    const written = await writer.write(inventory, format);
    return written && { ...written, left: [] };
  }

  close(inventoryId: string): void {
    this.files.get(inventoryId)?.reading.end();
    this.files.delete(inventoryId);
  }

  private read({ fileId, path, kind }: OfferedFile, mapping: CsvMapping | undefined): FileReading {
    const form = kind === 'csv' ? 'csv' : 'json';
    const order = { path, form, ...(mapping !== undefined && { mapping }) } as const;
    const reading = new FileReading(this.parts.reader, order, (done, of) =>
      this.parts.progress(fileId, done, of),
    );
    this.underWay.set(fileId, reading);
    return reading;
  }

  /** A file that is open already, and unchanged, is not opened a second time. */
  private begin(
    { fileId, path }: OfferedFile,
    reading: FileReading,
    head: OpenFile['head'],
  ): Promise<OpenInventory> {
    const twin = this.opened().find((file) => file.path === path && file.head.sha256 === head.sha256);
    if (twin !== undefined && head.source !== 'mapped') {
      reading.end();
      return twin.view();
    }
    const inventoryId = this.parts.crypto.token();
    const signature = new JudgedSignature(head.signature, this.parts);
    const file = new OpenFile(inventoryId, path, { head, reading, signature });
    this.files.set(inventoryId, file);
    void this.finish(fileId, file);
    return file.view();
  }

  private async finish(fileId: string, { inventoryId, reading }: OpenFile): Promise<void> {
    const failed = await reading.whole().then(
      () => false,
      () => true,
    );
    if (this.underWay.get(fileId) === reading) this.underWay.delete(fileId);
    if (failed) this.failed.add(inventoryId);
    this.parts.changed();
  }

  /** What could not be read is kept until somebody opens another file, for whoever still asks for its pages. */
  private forgetFailed(): void {
    for (const inventoryId of this.failed) this.files.delete(inventoryId);
    this.failed.clear();
  }

  private find(inventoryId: string): OpenFile {
    const file = this.files.get(inventoryId);
    if (file !== undefined) return file;
    throw new AppError('not-found', 'This inventory is no longer open. Open its file again.');
  }
}
