import { describe, expect, it } from 'vitest';
import type { ReviewEntry } from '@core/domain/review';
import { ReviewDesk } from '@renderer/inventories/review/review-desk';
import {
  nextUndecided,
  orderDecided,
  pickDecided,
  reviewFilters,
} from '@renderer/inventories/review/review-order';
import { daysFromNow } from '@test/support/builders';

const entry = (row: number, over: Partial<ReviewEntry> = {}): ReviewEntry => ({
  row,
  decision: null,
  at: daysFromNow(-1),
  by: 'grace',
  ...over,
});

function aDesk(rows: number, entries: readonly ReviewEntry[] = []) {
  const sent: (readonly ReviewEntry[])[] = [];
  const desk = new ReviewDesk({ rows, entries, by: 'ada', finished: null, send: (some) => sent.push(some) });
  return { desk, sent };
}

const decisions = (desk: ReviewDesk, rows: number): (string | null)[] =>
  Array.from({ length: rows }, (_none, at) => desk.entry(at)?.decision ?? null);

describe('the desk of a review', () => {
  it('goes on with what was decided, and counts', () => {
    const { desk } = aDesk(4, [entry(1, { decision: 'revoke' }), entry(2, { note: 'Whose?' })]);
    desk.change([3], { decision: 'revoke' });
    desk.change([1], { decision: 'keep' });
    expect(desk.state()).toMatchObject({ decided: 2, counts: { keep: 1, revoke: 1 } });
    expect(desk.entry(3)).toMatchObject({ by: 'ada' });
    expect(desk.entry(2)).toMatchObject({ by: 'grace', note: 'Whose?' });
  });

  it('decides about many keys in one step, and takes that back at once', () => {
    const { desk, sent } = aDesk(4, [entry(1, { decision: 'ask', owner: 'Eve' })]);
    desk.change([0, 1, 2], { decision: 'revoke' });
    expect(decisions(desk, 4)).toEqual(['revoke', 'revoke', 'revoke', null]);
    expect(desk.entry(1)).toMatchObject({ owner: 'Eve' });
    expect(desk.undo()).toEqual([0, 1, 2]);
    expect(decisions(desk, 4)).toEqual([null, 'ask', null, null]);
    expect(desk.state()).toMatchObject({ decided: 1, steps: 0 });
    // What is gone is handed over as an entry that says nothing.
    expect(sent.at(-1)).toMatchObject([
      { row: 0, decision: null },
      { row: 1, decision: 'ask', by: 'grace' },
      { row: 2, decision: null },
    ]);
    expect(desk.undo()).toEqual([]);
  });

  it('notes nothing where it says the same already', () => {
    const { desk, sent } = aDesk(2, [entry(0, { decision: 'keep' })]);
    desk.change([0], { decision: 'keep' });
    desk.change([1], { note: '' });
    expect(sent).toEqual([]);
    expect(desk.state().steps).toBe(0);
  });

  it('tells only those who look at the key that changed', () => {
    const { desk } = aDesk(3);
    const told: number[] = [];
    [0, 1].forEach((at) => desk.watchRow(at, () => told.push(at)));
    desk.change([1, 2], { decision: 'keep' });
    expect(told).toEqual([1]);
  });

  it('is not done any more once something changes', () => {
    const { desk } = aDesk(1);
    desk.finish({ by: 'ada', at: daysFromNow(0) });
    expect(desk.state().finished).toMatchObject({ by: 'ada' });
    desk.change([0], { decision: 'keep' });
    expect(desk.state().finished).toBeNull();
  });
});

describe('the order of a review', () => {
  const { desk } = aDesk(5, [
    entry(0, { decision: 'revoke', owner: 'Eve' }),
    entry(2, { decision: 'keep', owner: 'Bob' }),
    entry(3, { owner: 'Ada' }),
  ]);
  const order = Uint32Array.from([4, 3, 2, 1, 0]);
  const review = desk.state();

  it('shows the keys that a chip is for', () => {
    expect(reviewFilters(review, 5).map(({ label, count }) => `${label} ${count}`)).toEqual([
      'Undecided 3',
      'To keep 1',
      'To restrict 0',
      'To replace 0',
      'To revoke 1',
      'To ask 0',
    ]);
    expect([...pickDecided(order, new Set(['decision:none', 'decision:keep']), review)]).toEqual([
      4, 3, 2, 1,
    ]);
    expect(pickDecided(order, new Set(), review)).toBe(order);
  });

  it.each([
    ['decision', 'ascending', [2, 0, 4, 3, 1]],
    ['decision', 'descending', [0, 2, 4, 3, 1]],
    ['owner', 'ascending', [3, 2, 0, 4, 1]],
    ['name', 'ascending', [4, 3, 2, 1, 0]],
  ] as const)('orders by %s, %s, what is empty last', (column, direction, expected) => {
    expect([...orderDecided(order, { column, direction }, review)]).toEqual(expected);
  });

  it('goes to the next key that is not decided, and begins anew at the end', () => {
    expect(nextUndecided(order, 3, review)).toBe(1);
    expect(nextUndecided(order, 0, review)).toBe(4);
    expect(nextUndecided(Uint32Array.from([0, 2]), 0, review)).toBeNull();
  });
});
