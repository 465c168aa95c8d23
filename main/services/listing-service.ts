import { PAGE_ROWS } from '@core/contract/messages';
import type { ApiKey, KeyRef } from '@core/domain/api-key';
import { AppError, type AppErrorShape } from '@core/domain/app-error';
import { environmentKey, type EnvironmentRef } from '@core/domain/environment';
import { toInstant, type Instant } from '@core/domain/instant';
import type { Clock, Crypto } from '@main/ports';
import { deployedStates, type DeploymentRecords } from '@main/services/deployment-records';
import type { EnvironmentService } from '@main/services/environment-service';
import { Lanes } from '@main/services/lanes';
import type { LastKnownService } from '@main/services/last-known/last-known-service';

/** What the window is told of a listing; its rows are fetched page by page. */
export interface ListingSummary {
  readonly listing: string;
  readonly rows: number;
  readonly pages: number;
  readonly asOf: Instant;
  readonly stale: AppErrorShape | null;
}

/** Tells how far a listing is. */
export type ListingProgress = (environment: EnvironmentRef, loaded: number, total: number | null) => void;

/** What the service stands on. */
export interface ListingServiceParts {
  readonly environments: EnvironmentService;
  readonly deployments: Pick<DeploymentRecords, 'of'>;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly progress: ListingProgress;
  readonly lastKnown: Pick<LastKnownService, 'keepKeys'>;
}

/** How many environments of one console are listed at a time. */
export const LISTINGS_AT_ONCE = 6;

/** What is kept of a key by its id, for what main checks itself. */
export type ListedKey = Pick<
  ApiKey,
  'name' | 'type' | 'role' | 'signsIn' | 'active' | 'allowedHosts' | 'expiresAt' | 'revokedAt'
>;

interface Kept {
  readonly ref: EnvironmentRef;
  readonly id: string;
  readonly pages: readonly string[];
  readonly rows: number;
  readonly asOf: Instant;
  readonly byId: ReadonlyMap<string, ListedKey>;
}

/** Lists the keys of environments and keeps the last good listing of each as pages of JSON text. */
export class ListingService {
  private readonly kept = new Map<string, Kept>();
  private readonly running = new Map<string, AbortController>();
  private readonly lanes = new Lanes(LISTINGS_AT_ONCE);

  constructor(private readonly parts: ListingServiceParts) {}

  /**
   * Reads all keys of an environment. When that fails and an earlier listing exists, that one comes back marked
   * stale with the reason; without one the `AppError` is thrown. Never half a list.
   */
  async load(ref: EnvironmentRef): Promise<ListingSummary> {
    const place = environmentKey(ref);
    this.cancel(ref);
    const abort = new AbortController();
    this.running.set(place, abort);
    try {
      // Outside of the lanes: of a console that is down all of them learn at once.
      await this.parts.environments.place(ref);
      const kept = await this.lanes.run(ref.consoleId, () => this.read(ref, abort.signal));
      this.kept.set(place, kept);
      this.parts.lastKnown.keepKeys(ref, kept);
      return summary(kept, null);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const last = this.kept.get(place);
      if (last === undefined) throw error;
      return summary(last, error.toShape());
    } finally {
      if (this.running.get(place) === abort) this.running.delete(place);
    }
  }

  /** Stops a listing that is running; it ends as `cancelled`. */
  cancel(ref: EnvironmentRef): void {
    this.running.get(environmentKey(ref))?.abort();
  }

  /** One page of a listing as JSON text. */
  page(listing: string, page: number): string {
    const kept = [...this.kept.values()].find(({ id }) => id === listing);
    const json = kept?.pages[page];
    if (json === undefined) throw new AppError('not-found', 'This listing was replaced by a newer one.');
    return json;
  }

  /** What is known of a listed key without asking its console. */
  find(key: KeyRef): ListedKey | undefined {
    return this.kept.get(environmentKey(key))?.byId.get(key.keyId);
  }

  /** Every key that was listed and is not forgotten, with where it is. */
  *all(): Generator<{ readonly ref: EnvironmentRef; readonly id: string; readonly key: ListedKey }> {
    for (const { ref, byId } of this.kept.values()) for (const [id, key] of byId) yield { ref, id, key };
  }

  /** The records of these keys in the order of their listings; those that are not listed any more are left out. */
  records(keys: readonly KeyRef[]): ApiKey[] {
    const wanted = new Set(keys.map((key) => JSON.stringify([environmentKey(key), key.keyId])));
    const places = new Set(keys.map(environmentKey));
    // These pages were written here.
    const rows = [...places].flatMap((place) =>
      (this.kept.get(place)?.pages ?? []).flatMap((page) => JSON.parse(page) as ApiKey[]),
    );
    return rows.filter((row) => wanted.has(JSON.stringify([environmentKey(row), row.id])));
  }

  /** Forgets all rows. */
  clear(): void {
    for (const running of this.running.values()) running.abort();
    this.kept.clear();
  }

  private async read(ref: EnvironmentRef, signal: AbortSignal): Promise<Kept> {
    const { adapter, vendor } = await this.parts.environments.place(ref);
    const rows: ApiKey[] = [];
    for await (const { keys, total, save } of adapter.keys(ref.environmentId, signal)) {
      const deployed = vendor.mustDeploy ? deployedStates(await this.parts.deployments.of(ref), save) : null;
      for (const key of keys)
        rows.push({ ...key, ...ref, ...(deployed !== null && { deployed: deployed(key.id) }) });
      this.parts.progress(ref, rows.length, total);
    }
    if (signal.aborted) throw new AppError('cancelled', 'Loading was cancelled.');
    return {
      ref,
      id: this.parts.crypto.uuid(),
      pages: toPages(rows),
      rows: rows.length,
      asOf: toInstant(this.parts.clock.now()),
      byId: new Map(rows.map((row) => [row.id, listedKey(row)])),
    };
  }
}

function listedKey(row: ApiKey): ListedKey {
  const { name, type, role, signsIn, active, allowedHosts, expiresAt, revokedAt } = row;
  return {
    name,
    type,
    role,
    active,
    ...(signsIn !== undefined && { signsIn }),
    ...(allowedHosts !== undefined && { allowedHosts }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(revokedAt !== undefined && { revokedAt }),
  };
}

function toPages(rows: readonly ApiKey[]): string[] {
  const pages: string[] = [];
  for (let from = 0; from < rows.length; from += PAGE_ROWS) {
    pages.push(JSON.stringify(rows.slice(from, from + PAGE_ROWS)));
  }
  return pages;
}

const summary = ({ id, pages, rows, asOf }: Kept, stale: AppErrorShape | null): ListingSummary => ({
  listing: id,
  rows,
  pages: pages.length,
  asOf,
  stale,
});
