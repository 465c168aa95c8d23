import type { ExportOutcome } from '@core/contract/inventories';
import { AppError } from '@core/domain/app-error';
import { environmentKey, type EnvironmentRef } from '@core/domain/environment';
import {
  INVENTORY_FORMAT,
  INVENTORY_VERSION,
  type Inventory,
  type InventoryKey,
} from '@core/domain/inventory';
import { toInstant } from '@core/domain/instant';
import type { Clock } from '@main/ports';
import type { EnvironmentService } from '@main/services/environment-service';
import type { FingerprintService } from '@main/services/fingerprint-service';
import { Lanes } from '@main/services/lanes';
import { LISTINGS_AT_ONCE } from '@main/services/listing-service';
import { inventoryKey, inventoryPlace, type ReadPlace } from './export-facts';
import type { ExportReader } from './export-reader';
import type { InventoryWriter } from './inventory-writer';

/** What exports are made with. */
export interface InventoryExporterParts {
  readonly reader: Pick<ExportReader, 'read'>;
  readonly writer: Pick<InventoryWriter, 'write'>;
  readonly environments: Pick<EnvironmentService, 'nameOf'>;
  readonly fingerprints: Pick<FingerprintService, 'byKey' | 'keyMark' | 'finish'>;
  readonly clock: Pick<Clock, 'now'>;
  /** The version of Keydesk. */
  readonly version: string;
  /** The name of the system's user. */
  readonly person: string;
  readonly progress: (done: number, of: number) => void;
}

/** What to export. */
export interface ExportRequest {
  readonly environments: readonly EnvironmentRef[];
  readonly format: 'json' | 'csv';
  readonly fingerprints: boolean;
}

type Left = ExportOutcome['left'][number];

/** Writes what consoles list into a file that can be reviewed anywhere; never a secret. */
export class InventoryExporter {
  private running: AbortController | null = null;

  constructor(private readonly parts: InventoryExporterParts) {}

  /**
   * Reads these environments and asks where to save; a second call ends the first. Null when the operator cancels.
   * Environments of which nothing is known are left out and named; with nothing at all it fails with the first reason.
   */
  async export(request: ExportRequest): Promise<ExportOutcome | null> {
    this.cancel();
    const running = new AbortController();
    this.running = running;
    try {
      return await this.run(request, running.signal);
    } finally {
      if (this.running === running) this.running = null;
    }
  }

  /** Ends a running export, which then fails with `cancelled`; nothing is written. */
  cancel(): void {
    this.running?.abort();
  }

  private async run(request: ExportRequest, stopped: AbortSignal): Promise<ExportOutcome | null> {
    const mark = request.fingerprints ? await this.mark() : null;
    const read = await this.readAll(request.environments, stopped);
    const places = read.flatMap((each) => ('left' in each ? [] : [each]));
    const keys = await this.keysOf(places, mark !== null);
    const left = read.flatMap((each) => ('left' in each ? [each.left] : []));
    endIf(stopped);
    const inventory: Inventory = {
      format: INVENTORY_FORMAT,
      version: INVENTORY_VERSION,
      keydesk: this.parts.version,
      exportedAt: toInstant(this.parts.clock.now()),
      exportedBy: this.parts.person,
      fingerprints: request.fingerprints,
      ...(mark !== null && { fingerprintKey: mark }),
      count: keys.length,
      places: places.map(inventoryPlace),
      keys,
    };
    const written = await this.parts.writer.write(inventory, request.format, () => stopped.aborted);
    endIf(stopped);
    return written === null ? null : { ...written, left };
  }

  private async mark(): Promise<string> {
    await this.parts.fingerprints.finish();
    const mark = await this.parts.fingerprints.keyMark();
    if (mark !== null) return mark;
    const message =
      'The fingerprints cannot be read without the keychain. Unlock it, or export without them.';
    throw new AppError('keychain-locked', message);
  }

  private async readAll(
    refs: readonly EnvironmentRef[],
    stopped: AbortSignal,
  ): Promise<(ReadPlace | { left: Left })[]> {
    const wanted = [...new Map(refs.map((ref) => [environmentKey(ref), ref])).values()];
    const lanes = new Lanes(LISTINGS_AT_ONCE);
    let done = 0;
    const reasons: AppError[] = [];
    const one = async (ref: EnvironmentRef): Promise<ReadPlace | { left: Left }> => {
      endIf(stopped);
      const place = await this.parts.reader.read(ref, stopped).catch((error: unknown) => {
        if (!(error instanceof AppError) || stopped.aborted) throw error;
        reasons.push(error);
        return {
          left: { name: this.parts.environments.nameOf(ref) ?? ref.environmentId, why: error.message },
        };
      });
      this.parts.progress((done += 1), wanted.length);
      return place;
    };
    const read = await Promise.all(wanted.map((ref) => lanes.run(ref.consoleId, () => one(ref))));
    const [first] = reasons;
    if (first !== undefined && reasons.length === wanted.length) throw first;
    return read;
  }

  private async keysOf(places: readonly ReadPlace[], fingerprints: boolean): Promise<InventoryKey[]> {
    const all: InventoryKey[] = [];
    for (const [at, { environment, rows }] of places.entries()) {
      const known = fingerprints ? await this.parts.fingerprints.byKey(environment) : null;
      // A list that changed while it was read may have told of a key twice.
      const once = new Map(rows.map((row) => [row.id, row]));
      for (const row of once.values()) all.push(inventoryKey(row, at, known?.get(row.id)));
    }
    return all;
  }
}

function endIf(stopped: AbortSignal): void {
  if (stopped.aborted) throw new AppError('cancelled', 'The export was cancelled. Nothing was written.');
}
