import type { InventoryKey, InventoryPlace } from '@core/domain/inventory';
import { placeIdentity } from '@core/domain/inventory';
import type { KeyChange } from '@core/domain/comparison-changes';
import { CHANGE_KINDS, keyChanges, type ChangeKind } from '@core/domain/comparison-changes';
import { matchKeys, type MatchedBy } from '@core/domain/comparison-matching';
import { DAY_MS } from '@core/domain/instant';

/** Keys with their places: an inventory, or what consoles say now. */
export interface KeySet {
  readonly places: readonly InventoryPlace[];
  readonly keys: readonly InventoryKey[];
}

/** A place that both sides know. */
export interface ComparedPlace {
  readonly older: InventoryPlace;
  readonly newer: InventoryPlace;
}

/** A place that only one side knows: nothing is said of its keys. */
export interface PlaceApart {
  readonly place: InventoryPlace;
  readonly keys: number;
}

/** A key that is not the same on both sides, or only on one of them. */
export interface KeyDifference extends KeyChange {
  /** By position in `Comparison.places`. */
  readonly place: number;
  readonly before: InventoryKey | null;
  readonly after: InventoryKey | null;
  /** How it was recognised; null where it is on one side only. */
  readonly matchedBy: MatchedBy | null;
}

/** What became of keys between two listings. */
export interface Comparison {
  readonly places: readonly ComparedPlace[];
  readonly apart: { readonly older: readonly PlaceApart[]; readonly newer: readonly PlaceApart[] };
  /** In the order of the newer side; those that are gone come last. */
  readonly differences: readonly KeyDifference[];
  /** How many keys are the same on both sides. */
  readonly unchanged: number;
  /** How many keys have each kind of change; one may have several. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

/** Long work in small steps: every `yield` is a place where it may pause. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Steps between two places where the work may pause. */
const STRIDE = 1_024;

/** A console's clock may be off, and some dates are days: a key this much older than a listing was there before it. */
const SURELY_BEFORE_MS = 2 * DAY_MS;

/** Compares two sets of keys in pausable steps; takes time in proportion to both. */
export function* compareSets(older: KeySet, newer: KeySet): Steps<Comparison> {
  const { places, olderPlaces, newerPlaces } = sharedPlaces(older.places, newer.places);
  const pairs = yield* matchKeys(
    { keys: older.keys, places: olderPlaces },
    { keys: newer.keys, places: newerPlaces },
    places.map((place) => place.newer),
  );
  const again = revokedBefore(older.keys, olderPlaces);
  const differences: KeyDifference[] = [];
  let unchanged = 0;
  const add = (difference: KeyDifference): void => {
    if (difference.changes.length > 0) differences.push(difference);
    else unchanged += 1;
  };
  for (const [at, after] of newer.keys.entries()) {
    const place = newerPlaces[after.place] ?? -1;
    const shared = places[place];
    if (at % STRIDE === 0) yield;
    if (shared === undefined) continue;
    const before = older.keys[pairs.olderOf[at] ?? -1];
    if (before === undefined) add(arrived(after, place, { shared, again }));
    else add({ place, before, after, matchedBy: pairs.by(at), ...keyChanges(before, after, shared) });
  }
  for (const [at, before] of older.keys.entries()) {
    const place = olderPlaces[before.place] ?? -1;
    if (at % STRIDE === 0) yield;
    if (place >= 0 && pairs.newerOf[at] === -1)
      add({ place, before, after: null, matchedBy: null, changes: ['gone'], facts: [] });
  }
  const apart = { older: placesApart(older, olderPlaces), newer: placesApart(newer, newerPlaces) };
  return { places, apart, differences, unchanged, counts: counted(differences) };
}

/** The same without pausing. */
export function compareAtOnce(older: KeySet, newer: KeySet): Comparison {
  const steps = compareSets(older, newer);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Per place of a side: its position among those both sides know, or -1. */
type PlaceMap = readonly number[];

function sharedPlaces(older: readonly InventoryPlace[], newer: readonly InventoryPlace[]) {
  const first = new Map<string, InventoryPlace>();
  for (const place of older) if (!first.has(placeIdentity(place))) first.set(placeIdentity(place), place);
  const shared = new Map<string, ComparedPlace & { at: number }>();
  for (const place of newer) {
    const identity = placeIdentity(place);
    const other = first.get(identity);
    if (other !== undefined && !shared.has(identity))
      shared.set(identity, { older: other, newer: place, at: shared.size });
  }
  const positions = (places: readonly InventoryPlace[]): PlaceMap =>
    places.map((place) => shared.get(placeIdentity(place))?.at ?? -1);
  const places = [...shared.values()].map(({ older: before, newer: after }) => ({
    older: before,
    newer: after,
  }));
  return { places, olderPlaces: positions(older), newerPlaces: positions(newer) };
}

type Revoked = ReadonlyMap<string, InventoryKey>;

const secretOf = (place: number, { fingerprint }: InventoryKey): string | null =>
  fingerprint === undefined ? null : `${place}\n${fingerprint}`;

/** The revoked keys by their secrets: one that is back under another id is no new one. */
function revokedBefore(keys: readonly InventoryKey[], places: PlaceMap): Revoked {
  const revoked = new Map<string, InventoryKey>();
  for (const key of keys) {
    const secret = key.revokedAt === undefined ? null : secretOf(places[key.place] ?? -1, key);
    if (secret !== null) revoked.set(secret, key);
  }
  return revoked;
}

interface Arrival {
  readonly shared: ComparedPlace;
  readonly again: Revoked;
}

/** A key that only the newer side has: new, or one that was there once. */
function arrived(after: InventoryKey, place: number, { shared, again }: Arrival): KeyDifference {
  const row = { place, before: null, after, matchedBy: null, facts: [] } as const;
  if (after.revokedAt !== undefined) return { ...row, changes: ['new'] };
  const before = again.get(secretOf(place, after) ?? '');
  if (before !== undefined)
    return { ...row, before, matchedBy: 'fingerprint', changes: ['reappeared'], facts: ['revokedAt'] };
  const age = Date.parse(shared.older.asOf) - Date.parse(after.createdAt ?? '');
  // Keys that were only last known say nothing of what was there.
  const missed = shared.older.stale === undefined && age > SURELY_BEFORE_MS;
  return { ...row, changes: missed ? ['new', 'reappeared'] : ['new'] };
}

function placesApart({ places, keys }: KeySet, shared: PlaceMap): PlaceApart[] {
  const counts = new Array<number>(places.length).fill(0);
  for (const { place } of keys) counts[place] = (counts[place] ?? 0) + 1;
  return places.flatMap((place, at) => (shared[at] === -1 ? [{ place, keys: counts[at] ?? 0 }] : []));
}

function counted(differences: readonly KeyDifference[]): Record<ChangeKind, number> {
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
  for (const { changes } of differences) for (const kind of changes) counts[kind] += 1;
  return counts;
}
