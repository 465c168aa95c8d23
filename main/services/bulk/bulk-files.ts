import type { KeyRef } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import { outcomeCsv, outcomeJson } from '@core/text/bulk-outcome';
import { keysCsv } from '@core/text/keys-csv';
import type { Clock, Dialogs, SecretFiles } from '@main/ports';
import type { ListingService } from '@main/services/listing-service';
import type { BulkService } from './bulk-service';

/** What the files are made of and where they go. */
export interface BulkFilesParts {
  readonly bulk: Pick<BulkService, 'report'>;
  readonly listings: Pick<ListingService, 'records'>;
  readonly dialogs: Dialogs;
  readonly files: SecretFiles;
  readonly clock: Clock;
}

type Saved = { path: string } | null;

/** Files about many keys; none of them holds a secret. */
export class BulkFiles {
  constructor(private readonly parts: BulkFilesParts) {}

  /** Saves what became of each key of a run. Null when the operator cancels. */
  async save(bulkId: string, format: 'csv' | 'json'): Promise<Saved> {
    const report = await this.parts.bulk.report(bulkId);
    const at = toInstant(this.parts.clock.now());
    const text = format === 'csv' ? outcomeCsv(report) : outcomeJson(report, at);
    return this.write(`keydesk-${report.act.kind}-${at.slice(0, 10)}.${format}`, text);
  }

  /** Saves what is known of listed keys. Null when the operator cancels. */
  async exportKeys(keys: readonly KeyRef[]): Promise<Saved> {
    const records = this.parts.listings.records(keys);
    if (records.length < keys.length)
      throw new AppError(
        'not-found',
        'Some of these keys are not listed any more. Refresh and select again.',
      );
    return this.write(`keydesk-keys-${toInstant(this.parts.clock.now()).slice(0, 10)}.csv`, keysCsv(records));
  }

  private async write(name: string, text: string): Promise<Saved> {
    const chosen = await this.parts.dialogs.saveFile(name);
    if (chosen === null) return null;
    await this.parts.files.save(chosen.path, text, chosen.overwrite);
    return { path: chosen.path };
  }
}
