import { toInstant } from '@core/domain/instant';
import type { InventoryKey, OpenInventory } from '@core/domain/inventory';
import type { Policy } from '@core/domain/policy';
import type { Review } from '@core/domain/review';
import { reportHtml } from '@core/text/report-html';
import type { Clock, Dialogs, PdfPrinter, SecretFiles } from '@main/ports';

/** What reports are made of and where they go. */
export interface ReportServiceParts {
  readonly inventories: {
    view(inventoryId: string): Promise<OpenInventory>;
    keys(inventoryId: string): Promise<InventoryKey[]>;
  };
  readonly reviews: { current(inventoryId: string): Promise<Review> };
  readonly policy: { read(): Promise<{ readonly policy: Policy }> };
  readonly printer: PdfPrinter;
  readonly dialogs: Pick<Dialogs, 'saveFile'>;
  readonly files: SecretFiles;
  readonly clock: Pick<Clock, 'now'>;
  /** The version of Keydesk. */
  readonly version: string;
}

/** Reports on open inventories; they hold no secret, and no fingerprint of one. */
export class ReportService {
  constructor(private readonly parts: ReportServiceParts) {}

  /** Null when the operator cancels. Errors: `not-found`, `timeout` of printing, `storage`. */
  async save(inventoryId: string, format: 'html' | 'pdf'): Promise<{ path: string } | null> {
    const { inventories, dialogs, files, printer } = this.parts;
    const inventory = await inventories.view(inventoryId);
    const chosen = await dialogs.saveFile(reportName(inventory.fileName, format));
    if (chosen === null) return null;
    const html = await this.html(inventory);
    await files.save(chosen.path, format === 'html' ? html : await printer.print(html), chosen.overwrite);
    return { path: chosen.path };
  }

  private async html(inventory: OpenInventory): Promise<string> {
    const { inventories, reviews, policy, clock, version } = this.parts;
    const { inventoryId } = inventory;
    return reportHtml({
      inventory,
      keys: await inventories.keys(inventoryId),
      review: await reviews.current(inventoryId),
      policy: (await policy.read()).policy,
      now: Date.parse(toInstant(clock.now())),
      version,
    });
  }
}

/** The name of the inventory without its ending; what no file system takes is left out. */
const reportName = (fileName: string, format: string): string => {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} ._-]/gu, '')
    .slice(0, 80);
  return `${stem === '' ? 'keys' : stem}-report.${format}`;
};
