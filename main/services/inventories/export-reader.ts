import { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { Environment, EnvironmentRef } from '@core/domain/environment';
import type { ConsoleService } from '@main/services/console-service';
import type { EnvironmentService } from '@main/services/environment-service';
import type { LastKnownService } from '@main/services/last-known/last-known-service';
import type { ListingService, ListingSummary } from '@main/services/listing-service';
import type { ReadPlace } from './export-facts';

/** What environments are read with. */
export interface ExportReaderParts {
  readonly consoles: Pick<ConsoleService, 'find'>;
  readonly environments: Pick<EnvironmentService, 'place' | 'lastKnown'>;
  readonly listings: Pick<ListingService, 'load' | 'page' | 'cancel'>;
  readonly lastKnown: Pick<LastKnownService, 'keys' | 'page'>;
}

interface Rows {
  readonly rows: ApiKey[];
  readonly asOf: string;
  readonly stale: boolean;
}

/** Reads environments for an export: anew, and as they were last known where that fails. */
export class ExportReader {
  constructor(private readonly parts: ExportReaderParts) {}

  /** Fails with the reason why it could not be read, where nothing is known of it either. */
  async read(ref: EnvironmentRef, stopped: AbortSignal): Promise<ReadPlace> {
    const stop = (): void => this.parts.listings.cancel(ref);
    stopped.addEventListener('abort', stop);
    try {
      const record = await this.parts.consoles.find(ref.consoleId);
      const listed = await this.listed(ref, stopped);
      return { record, environment: await this.environment(ref), ...listed };
    } finally {
      stopped.removeEventListener('abort', stop);
    }
  }

  private async listed(ref: EnvironmentRef, stopped: AbortSignal): Promise<Rows> {
    try {
      return this.rowsOf(await this.fresh(ref, stopped));
    } catch (error) {
      if (!(error instanceof AppError) || stopped.aborted) throw error;
      const known = await this.known(ref);
      if (known === null) throw error;
      return known;
    }
  }

  private async fresh(ref: EnvironmentRef, stopped: AbortSignal): Promise<ListingSummary> {
    const load = (): Promise<ListingSummary> => this.parts.listings.load(ref);
    const first = await load().catch((error: unknown) => wasCancelled(error, stopped));
    // The window lists it too, and whoever begins later goes on.
    return first === null || (first.stale?.code === 'cancelled' && !stopped.aborted) ? load() : first;
  }

  private rowsOf({ listing, pages, asOf, stale }: ListingSummary): Rows {
    // These pages were written here.
    const rows = Array.from({ length: pages }, (_, page) => this.parts.listings.page(listing, page)).flatMap(
      (json) => JSON.parse(json) as ApiKey[],
    );
    return { rows, asOf, stale: stale !== null };
  }

  private async known(ref: EnvironmentRef): Promise<Rows | null> {
    const kept = await this.parts.lastKnown.keys(ref);
    if (kept === null) return null;
    const rows: ApiKey[] = [];
    for (let page = 0; page < kept.pages; page += 1)
      rows.push(...ApiKey.array().parse(JSON.parse(await this.parts.lastKnown.page(kept.listing, page))));
    return { rows, asOf: kept.asOf, stale: true };
  }

  private async environment(ref: EnvironmentRef): Promise<Environment> {
    try {
      return (await this.parts.environments.place(ref)).environment;
    } catch (error) {
      const last = await this.parts.environments.lastKnown(ref.consoleId);
      const found = last?.environments.find(({ environmentId }) => environmentId === ref.environmentId);
      if (found === undefined) throw error;
      return found;
    }
  }
}

function wasCancelled(error: unknown, stopped: AbortSignal): null {
  if (error instanceof AppError && error.code === 'cancelled' && !stopped.aborted) return null;
  throw error;
}
