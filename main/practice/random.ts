/** A repeatable source of numbers, for sample data only: the same seed gives the same sequence everywhere. */
export interface SeededRandom {
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number;
  /** One of the items, which must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** A text shaped like a version 4 UUID. */
  uuid(): string;
}

/** One step of the mulberry32 generator: a 32-bit state in, the next state's mixed value out. */
function mixed(state: number): number {
  let value = Math.imul(state ^ (state >>> 15), 1 | state);
  value ^= value + Math.imul(value ^ (value >>> 7), 61 | value);
  return (value ^ (value >>> 14)) >>> 0;
}

/** Eight hexadecimal digits. */
const hex = (value: number): string => (value + 2 ** 32).toString(16).slice(1);

/** Starts a sequence. Not for secrets that anyone relies on: whoever knows the seed knows them all. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mixed(state);
  };
  const below = (bound: number): number => Math.floor((next() / 2 ** 32) * bound);
  return {
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    chance: (probability) => next() < probability * 2 ** 32,
    uuid: () => {
      const digits = hex(next()) + hex(next()) + hex(next()) + hex(next());
      const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4];
      return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `${variant ?? '8'}${digits.slice(17, 20)}`,
        digits.slice(20),
      ].join('-');
    },
  };
}
