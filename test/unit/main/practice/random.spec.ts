import { describe, expect, it } from 'vitest';
import { seededRandom } from '@main/practice/random';

const first = <Item>(count: number, next: () => Item): Item[] => Array.from({ length: count }, next);

describe('seededRandom', () => {
  it('repeats itself for a seed and differs for another', () => {
    const [one, same, other] = [seededRandom(1), seededRandom(1), seededRandom(2)];
    const numbers = first(20, () => one.below(1000));
    expect(first(20, () => same.below(1000))).toEqual(numbers);
    expect(first(20, () => other.below(1000))).not.toEqual(numbers);
  });

  it('stays below the bound and reaches all of it', () => {
    const random = seededRandom(3);
    expect([...new Set(first(500, () => random.below(6)))].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('hits a chance about as often as it says', () => {
    const random = seededRandom(4);
    const hits = first(10_000, () => random.chance(0.3)).filter(Boolean).length;
    expect(Math.abs(hits - 3000)).toBeLessThan(200);
  });

  it('makes texts shaped like version 4 UUIDs, all different', () => {
    const random = seededRandom(5);
    const made = first(10_000, () => random.uuid());
    expect(new Set(made).size).toBe(10_000);
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(made.filter((uuid) => !shape.test(uuid))).toEqual([]);
  });
});
