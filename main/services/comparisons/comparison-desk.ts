import { setImmediate } from 'node:timers/promises';
import type { ComparedSide, ComparisonSide, ComparisonView, PlaceLeft } from '@core/contract/comparisons';
import { PAGE_ROWS } from '@core/contract/messages';
import { AppError } from '@core/domain/app-error';
import {
  compareSets,
  type Comparison,
  type KeySet,
  type PlaceApart,
  type Steps,
} from '@core/domain/comparison';
import { toInstant } from '@core/domain/instant';
import {
  placeIdentity,
  type InventoryKey,
  type InventoryPlace,
  type OpenInventory,
} from '@core/domain/inventory';
import { comparisonCsv, comparisonJson, type SavedComparison } from '@core/text/comparison-file';
import type { Clock, Crypto, Dialogs, SecretFiles } from '@main/ports';

/** What consoles say now of some places. */
export interface LiveKeys extends KeySet {
  /** Why a place could not be read, in a sentence, by `placeIdentity`. */
  readonly left: ReadonlyMap<string, string>;
}

/** What comparing stands on. */
export interface ComparisonDeskParts {
  readonly inventories: {
    view(inventoryId: string): Promise<OpenInventory>;
    keys(inventoryId: string): Promise<InventoryKey[]>;
  };
  /** Reads these places of consoles that are here; fails only as `cancelled`. */
  readonly live: (places: readonly InventoryPlace[], signal: AbortSignal) => Promise<LiveKeys>;
  readonly dialogs: Pick<Dialogs, 'saveFile'>;
  readonly files: SecretFiles;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly crypto: Pick<Crypto, 'token'>;
}

interface Side {
  readonly set: KeySet;
  readonly view: ComparedSide;
  readonly why?: ReadonlyMap<string, string>;
}

interface Kept {
  readonly view: ComparisonView;
  readonly saved: SavedComparison;
}

/** Milliseconds that a comparison may hold everything else. */
const SLICE_MS = 12;

/** Compares open inventories with each other and with consoles; keeps the last comparison for its pages and its file. */
export class ComparisonDesk {
  private kept: Kept | null = null;
  private running = new AbortController();

  constructor(private readonly parts: ComparisonDeskParts) {}

  /** Errors: `not-found` for what is not open, `cancelled`. */
  async compare(request: { older: ComparisonSide; newer: ComparisonSide }): Promise<ComparisonView> {
    this.clear();
    const { signal } = this.running;
    const [older, newer] = await this.sides(request, signal);
    const comparison = await this.sliced(compareSets(older.set, newer.set), signal);
    if (signal.aborted) throw cancelled();
    const view = viewOf(this.parts.crypto.token(), { older, newer, comparison });
    this.kept = { view, saved: { ...comparison, ...view } };
    return view;
  }

  /** Ends a running comparison and forgets the finished one. */
  clear(): void {
    this.running.abort();
    this.running = new AbortController();
    this.kept = null;
  }

  /** Ends a running comparison; what is finished stays. */
  cancel(): void {
    this.running.abort();
    this.running = new AbortController();
  }

  /** One page as JSON text. */
  page(comparisonId: string, page: number): string {
    const { differences } = this.find(comparisonId).saved;
    const rows = differences.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);
    // SECURITY: fingerprints stay with the inventories they were exported in.
    return JSON.stringify(rows, (name, value: unknown) => (name === 'fingerprint' ? undefined : value));
  }

  /** Null when the operator cancels. */
  async save(comparisonId: string, format: 'csv' | 'json'): Promise<{ path: string } | null> {
    const { saved } = this.find(comparisonId);
    const at = toInstant(this.parts.clock.now());
    const text = format === 'csv' ? comparisonCsv(saved) : comparisonJson(saved, at);
    const chosen = await this.parts.dialogs.saveFile(`keydesk-comparison-${at.slice(0, 10)}.${format}`);
    if (chosen === null) return null;
    await this.parts.files.save(chosen.path, text, chosen.overwrite);
    return { path: chosen.path };
  }

  private find(comparisonId: string): Kept {
    if (this.kept?.view.comparisonId === comparisonId) return this.kept;
    throw new AppError('not-found', 'This comparison is no longer kept. Compare again.');
  }

  private async sides(
    { older, newer }: { older: ComparisonSide; newer: ComparisonSide },
    signal: AbortSignal,
  ): Promise<[Side, Side]> {
    if (older.kind === 'inventory' && newer.kind === 'inventory')
      return [await this.inventory(older.inventoryId), await this.inventory(newer.inventoryId)];
    if (newer.kind === 'inventory') {
      const side = await this.inventory(newer.inventoryId);
      return [await this.live(side.set.places, signal), side];
    }
    if (older.kind === 'live') throw new AppError('invalid-input', 'An inventory is needed to compare with.');
    const side = await this.inventory(older.inventoryId);
    return [side, await this.live(side.set.places, signal)];
  }

  private async inventory(inventoryId: string): Promise<Side> {
    const { fileName, sha256, exportedAt, places } = await this.parts.inventories.view(inventoryId);
    const keys = await this.parts.inventories.keys(inventoryId);
    const view = { kind: 'inventory', fileName, sha256, at: exportedAt, keys: keys.length } as const;
    return { set: { places, keys }, view };
  }

  private async live(places: readonly InventoryPlace[], signal: AbortSignal): Promise<Side> {
    const set = await this.parts.live(places, signal);
    const at = toInstant(this.parts.clock.now());
    const view = { kind: 'live', fileName: '', sha256: null, at, keys: set.keys.length } as const;
    return { set, view, why: set.left };
  }

  /** Everything else main has to do gets its turn in between. */
  private async sliced(steps: Steps<Comparison>, signal: AbortSignal): Promise<Comparison> {
    const { clock } = this.parts;
    for (let until = clock.monotonic() + SLICE_MS; ;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (clock.monotonic() < until) continue;
      await setImmediate();
      if (signal.aborted) throw cancelled();
      until = clock.monotonic() + SLICE_MS;
    }
  }
}

const cancelled = (): AppError => new AppError('cancelled', 'Comparing was cancelled.');

interface Compared {
  readonly older: Side;
  readonly newer: Side;
  readonly comparison: Comparison;
}

function viewOf(comparisonId: string, { older, newer, comparison }: Compared): ComparisonView {
  const { counts, unchanged, places, apart, differences } = comparison;
  const left = [...leftOf('older', apart.older, newer), ...leftOf('newer', apart.newer, older)];
  const rows = differences.length;
  const sides = { older: older.view, newer: newer.view };
  const pages = Math.ceil(rows / PAGE_ROWS);
  return { comparisonId, ...sides, counts, unchanged, places: [...places], left, rows, pages };
}

const leftOf = (side: 'older' | 'newer', apart: readonly PlaceApart[], other: Side): PlaceLeft[] =>
  apart.map(({ place, keys }) => {
    const why = other.why?.get(placeIdentity(place));
    return { side, place, keys, ...(why !== undefined && { why }) };
  });
