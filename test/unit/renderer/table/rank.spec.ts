import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '@renderer/table/pace';
import { ABSENT, rankNumbers, rankTexts } from '@renderer/table/rank';

const { compare } = new Intl.Collator('en', { numeric: true });

describe('rankTexts', () => {
  it('gives equal texts one place and empty ones none', () => {
    const { of, places } = atOnce(rankTexts(['key 10', '', 'key 2', 'key 10'], compare));
    expect([...of]).toEqual([1, ABSENT, 0, 1]);
    expect(places).toBe(2);
  });

  it('orders any texts as the collation does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 60 }), (texts) => {
        const { of } = atOnce(rankTexts(texts, compare));
        const byRank = texts.map((_, row) => row).sort((a, b) => (of[a] ?? 0) - (of[b] ?? 0));
        const wrong = byRank.findIndex(
          (row, at) => at > 0 && compare(texts[byRank[at - 1] ?? 0] ?? '', texts[row] ?? '') > 0,
        );
        expect(wrong).toBe(-1);
      }),
    );
  });

  it('orders more texts than one run of its merge sort holds', () => {
    const texts = Array.from({ length: 9_001 }, (_, n) => `name ${(n * 7_919) % 9_001}`);
    const { of, places } = atOnce(rankTexts(texts, compare));
    expect(places).toBe(9_001);
    expect(texts.every((text, row) => text === `name ${of[row]}`)).toBe(true);
  });
});

describe('rankNumbers', () => {
  it('keeps infinity as a value and puts NaN aside', () => {
    const { of, places } = atOnce(rankNumbers(Float64Array.of(5, Infinity, NaN, -1, 5)));
    expect([...of]).toEqual([1, 2, ABSENT, 0, 1]);
    expect(places).toBe(3);
  });
});
