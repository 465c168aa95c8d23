import type { InventoryKey, InventoryPlace } from '@core/domain/inventory';
import { vendorInfo } from '@core/domain/vendor';

/**
 * How a key was recognised. id: the vendor's identifier · fingerprint: the same secret · probable: the same name and
 * dates, which is likely and no proof.
 */
export const MATCHES = ['id', 'fingerprint', 'probable'] as const;
export type MatchedBy = (typeof MATCHES)[number];

/** One side: its keys, and per place of theirs the position among the shared places or -1. */
export interface MatchSide {
  readonly keys: readonly InventoryKey[];
  readonly places: readonly number[];
}

/** Which keys belong together, by position; -1 for none. */
export interface Pairs {
  readonly olderOf: Int32Array;
  readonly newerOf: Int32Array;
  /** How the key at this position of the newer side was recognised. */
  by(newer: number): MatchedBy | null;
}

/** What a key is recognised by within its place; null where that says nothing. */
type Mark = (key: InventoryKey, keepsIds: boolean) => string | null;

interface Round {
  readonly by: MatchedBy;
  readonly older: Mark;
  readonly newer: Mark;
}

type Work<T> = Generator<undefined, T, undefined>;

const both = (by: MatchedBy, mark: Mark): Round => ({ by, older: mark, newer: mark });

/** A date that tells keys apart. */
const ends = ({ expiresAt }: InventoryKey): boolean =>
  expiresAt !== undefined && expiresAt !== 'never' && expiresAt !== 'unknown';

// Dates have no line breaks, so what stands behind them cannot be taken for one.
const dated = (name: string, { createdAt, expiresAt }: InventoryKey): string =>
  `${createdAt}\n${expiresAt}\n${name}`;

const nameAndEnd: Mark = (key) => (ends(key) ? `${key.expiresAt}\n${key.name}` : null);
const nameAndStart: Mark = ({ createdAt, name }) =>
  createdAt === undefined ? null : `${createdAt}\n${name}`;
const undated =
  (mark: Mark): Mark =>
  (key, keepsIds) =>
    key.createdAt === undefined ? mark(key, keepsIds) : null;

/** What is sure, the surest first; what is recognised in one round takes no part in the next. */
const SURE: readonly Round[] = [
  both('id', ({ id }, keepsIds) => (keepsIds ? id : null)),
  both('fingerprint', ({ fingerprint = null }) => fingerprint),
];

/** What is likely, of keys whose name both sides have. */
const LIKELY: readonly Round[] = [
  both('probable', (key, keepsIds) =>
    keepsIds ? null : dated(`${key.id.length}\n${key.id}${key.name}`, key),
  ),
  both('probable', (key) => (key.createdAt === undefined && !ends(key) ? null : dated(key.name, key))),
  both('probable', nameAndStart),
  // Two different dates of creation are two keys; where one side does not say, the end has to do.
  { by: 'probable', older: undated(nameAndEnd), newer: nameAndEnd },
  { by: 'probable', older: nameAndEnd, newer: undated(nameAndEnd) },
  // Where ids pass on, a name is what the vendor itself knows a key by.
  both(
    'probable',
    undated(({ name }, keepsIds) => (keepsIds ? null : name)),
  ),
];

const ROUNDS = [...SURE, ...LIKELY];
const STRIDE = 4_096;

/** Recognises keys of shared places in pausable steps; each belongs to one other at most. */
export function* matchKeys(
  olderSide: MatchSide,
  newerSide: MatchSide,
  places: readonly InventoryPlace[],
): Work<Pairs> {
  const keepsIds = places.map(({ console }) => vendorInfo(console.vendor).keepsIds);
  const older = new Unmatched(olderSide, keepsIds);
  const newer = new Unmatched(newerSide, keepsIds);
  const rounds = new Uint8Array(newerSide.keys.length);
  for (const [round, { older: olderMark, newer: newerMark }] of ROUNDS.entries()) {
    if (round === SURE.length) {
      const names = yield* older.list(({ name }) => name);
      yield* newer.keep(names, ({ name }) => name);
      yield* older.keep(yield* newer.list(({ name }) => name), ({ name }) => name);
    }
    const waiting = yield* older.list(olderMark);
    yield* newer.each(newerMark, (at, place, mark) => {
      const other = waiting.take(place, mark);
      if (other === undefined) return;
      newer.other[at] = other;
      older.other[other] = at;
      rounds[at] = round;
    });
  }
  const by = (at: number): MatchedBy | null =>
    (newer.other[at] ?? -1) < 0 ? null : (ROUNDS[rounds[at] ?? 0]?.by ?? null);
  return { olderOf: newer.other, newerOf: older.other, by };
}

/** The keys of one side that are not recognised yet. */
class Unmatched {
  /** Per key: its counterpart, or -1. */
  readonly other: Int32Array;
  private left: Int32Array;

  constructor(
    private readonly side: MatchSide,
    private readonly keepsIds: readonly boolean[],
  ) {
    this.other = new Int32Array(side.keys.length).fill(-1);
    this.left = Int32Array.from(side.keys.keys()).filter((at) => this.placeOf(at) >= 0);
  }

  /** Walks what is left in the order of the file. */
  *each(mark: Mark, found: (at: number, place: number, mark: string) => void): Work<void> {
    this.left = this.left.filter((at) => this.other[at] === -1);
    for (const [turn, at] of this.left.entries()) {
      if (turn % STRIDE === 0) yield;
      const key = this.side.keys[at];
      const place = this.placeOf(at);
      const said = key === undefined ? null : mark(key, this.keepsIds[place] ?? true);
      if (said !== null) found(at, place, said);
    }
  }

  *list(mark: Mark): Work<MarkList> {
    const list = new MarkList(this.keepsIds.length, this.side.keys.length);
    yield* this.each(mark, (at, place, said) => list.add(place, said, at));
    return list;
  }

  /** Leaves out what is not in a list. */
  *keep(list: MarkList, mark: Mark): Work<void> {
    const kept: number[] = [];
    yield* this.each(mark, (at, place, said) => {
      if (list.has(place, said)) kept.push(at);
    });
    this.left = Int32Array.from(kept);
  }

  private placeOf(at: number): number {
    return this.side.places[this.side.keys[at]?.place ?? -1] ?? -1;
  }
}

/** Keys by mark and place; those of the same mark in the order in which they came. */
class MarkList {
  /** Per place: which chain a mark has. */
  private readonly chains: readonly Map<string, number>[];
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly next: Int32Array;
  private size = 0;

  constructor(places: number, keys: number) {
    this.chains = Array.from({ length: places }, () => new Map<string, number>());
    this.first = new Int32Array(keys);
    this.last = new Int32Array(keys);
    this.next = new Int32Array(keys).fill(-1);
  }

  add(place: number, mark: string, at: number): void {
    const chain = this.chains[place]?.get(mark);
    if (chain === undefined) {
      this.chains[place]?.set(mark, this.size);
      this.first[this.size] = at;
      this.last[this.size] = at;
      this.size += 1;
      return;
    }
    this.next[this.last[chain] ?? 0] = at;
    this.last[chain] = at;
  }

  has(place: number, mark: string): boolean {
    return this.chains[place]?.has(mark) ?? false;
  }

  /** The first that is left. */
  take(place: number, mark: string): number | undefined {
    const chain = this.chains[place]?.get(mark);
    const at = chain === undefined ? -1 : (this.first[chain] ?? -1);
    if (chain === undefined || at === -1) return undefined;
    this.first[chain] = this.next[at] ?? -1;
    return at;
  }
}
