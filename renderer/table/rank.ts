import type { Work } from './pace';

/** The rank of a row without a value: it comes last whichever way the column is sorted. */
export const ABSENT = 0xffffffff;

/** The place of every row in a column's order; rows of equal value share one. */
export interface Ranks {
  readonly of: Uint32Array;
  /** How many different places there are, `ABSENT` not counted. */
  readonly places: number;
}

type Compare<T> = (a: T, b: T) => number;

/** Steps between two places where the work may pause. */
const STRIDE = 2_048;

/** Ranks texts by collation. Costs one comparison sort of the different texts; equal ones are compared once. */
export function* rankTexts(texts: readonly string[], compare: Compare<string>): Work<Ranks> {
  const { codes, values } = yield* distinct(texts);
  const sorted = yield* sort(values, (a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
  return yield* spread(codes, sorted);
}

/** Ranks numbers; NaN is absent. */
export function* rankNumbers(numbers: Float64Array): Work<Ranks> {
  const sorted = Float64Array.from(numbers).sort();
  yield;
  const places = new Map<number, number>();
  for (const value of sorted) if (!Number.isNaN(value) && !places.has(value)) places.set(value, places.size);
  yield;
  const of = Uint32Array.from(numbers, (value) => places.get(value) ?? ABSENT);
  return { of, places: places.size };
}

interface Distinct {
  /** Per row: which different text it has; ABSENT for none. */
  readonly codes: Uint32Array;
  /** Per different text: the first row that has it. */
  readonly values: Uint32Array;
}

function* distinct(texts: readonly string[]): Work<Distinct> {
  const seen = new Map<string, number>();
  const codes = new Uint32Array(texts.length);
  const values: number[] = [];
  for (const [row, text] of texts.entries()) {
    codes[row] = text === '' ? ABSENT : (seen.get(text) ?? values.length);
    if (codes[row] === values.length) {
      seen.set(text, values.length);
      values.push(row);
    }
    if (row % STRIDE === 0) yield;
  }
  return { codes, values: Uint32Array.from(values) };
}

/** Merge sort that can pause: gives, in order, the positions in `values`. */
function* sort(values: Uint32Array, compare: Compare<number>): Work<Uint32Array> {
  const by: Compare<number> = (a, b) => compare(values[a] ?? 0, values[b] ?? 0);
  let from = Uint32Array.from(values, (_, position) => position);
  for (let start = 0; start < from.length; start += STRIDE) {
    from.subarray(start, start + STRIDE).sort(by);
    yield;
  }
  let to = new Uint32Array(from.length);
  for (let run = STRIDE; run < from.length; run *= 2) {
    for (let start = 0; start < from.length; start += 2 * run) yield* merge(from, to, { start, run, by });
    [from, to] = [to, from];
  }
  return from;
}

interface MergeRun {
  readonly start: number;
  readonly run: number;
  readonly by: Compare<number>;
}

function* merge(from: Uint32Array, to: Uint32Array, { start, run, by }: MergeRun): Work<undefined> {
  const middle = Math.min(start + run, from.length);
  const end = Math.min(start + 2 * run, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at += 1) {
    const a = from[left] ?? 0;
    const b = from[right] ?? 0;
    const takeLeft = left < middle && (right >= end || by(a, b) <= 0);
    to[at] = takeLeft ? a : b;
    if (takeLeft) left += 1;
    else right += 1;
    if (at % STRIDE === 0) yield;
  }
  return undefined;
}

function* spread(codes: Uint32Array, sorted: Uint32Array): Work<Ranks> {
  const place = new Uint32Array(sorted.length);
  sorted.forEach((code, rank) => (place[code] = rank));
  yield;
  return { of: codes.map((code) => place[code] ?? ABSENT), places: sorted.length };
}
