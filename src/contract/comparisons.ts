import * as z from 'zod';
import { call } from '@core/contract/shape';
import { CHANGE_KINDS } from '@core/domain/comparison-changes';
import { InventoryPlace } from '@core/domain/inventory';
import { Instant } from '@core/domain/instant';

const Nothing = z.strictObject({});
const Done = z.object({ done: z.literal(true) });
const ByComparison = z.strictObject({ comparisonId: z.string().max(64) });
const Count = z.number().int().nonnegative();

/** What is compared: an open inventory, or what the consoles say now of the places of the other side. */
export const ComparisonSide = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inventory'), inventoryId: z.string().max(64) }),
  z.strictObject({ kind: z.literal('live') }),
]);
export type ComparisonSide = z.infer<typeof ComparisonSide>;

/** One side as it was compared. */
export const ComparedSide = z.object({
  kind: z.enum(['inventory', 'live']),
  /** The name of the file; empty for what the consoles say. */
  fileName: z.string(),
  /** Of the file, in hex; null for what the consoles say. */
  sha256: z.string().nullable(),
  /** When it was written or read; null where the file does not say. */
  at: Instant.nullable(),
  keys: Count,
});
export type ComparedSide = z.infer<typeof ComparedSide>;

/** A place that only one side has: its keys were not compared. */
export const PlaceLeft = z.object({
  /** Which side has it. */
  side: z.enum(['older', 'newer']),
  place: InventoryPlace,
  keys: Count,
  /** Why the other side does not have it, in a sentence; absent where a file simply does not name it. */
  why: z.string().optional(),
});
export type PlaceLeft = z.infer<typeof PlaceLeft>;

/** A finished comparison, whose rows wait in main. */
export const ComparisonView = z.object({
  comparisonId: z.string().max(64),
  older: ComparedSide,
  newer: ComparedSide,
  /** How many keys have each kind of change; one may have several. */
  counts: z.record(z.enum(CHANGE_KINDS), Count),
  unchanged: Count,
  places: z.array(z.object({ older: InventoryPlace, newer: InventoryPlace })),
  left: z.array(PlaceLeft),
  rows: Count,
  pages: Count,
});
export type ComparisonView = z.infer<typeof ComparisonView>;

/** What became of keys between two listings. Nothing is changed by it, neither in files nor on consoles. */
export const comparisonCalls = {
  /** One side at least is an inventory. Only reads, and only where a side is `live`; the former comparison is forgotten. */
  compare: call(z.strictObject({ older: ComparisonSide, newer: ComparisonSide }), ComparisonView),
  /** Ends a running comparison; it fails as `cancelled`. */
  cancel: call(Nothing, Done),
  /** One page as the JSON text of `KeyDifference[]`. */
  page: call(ByComparison.extend({ page: Count }), z.object({ json: z.string() })),
  /** Saves all of it where the operator chooses; null when they cancel. */
  save: call(
    ByComparison.extend({ format: z.enum(['csv', 'json']) }),
    z.object({ path: z.string() }).nullable(),
  ),
} as const;
