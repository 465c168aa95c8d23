import { describe, expect, it } from 'vitest';
import {
  anchorAt,
  coverage,
  EMPTY_SELECTION,
  extendTo,
  onlyPresent,
  selectAll,
  toggleAll,
  toggleRow,
} from '@renderer/table/selection';

const view = ['a', 'b', 'c', 'd', 'e'];
const ids = ({ ids: ticked }: { ids: ReadonlySet<string> }): string => [...ticked].sort().join('');

describe('selection', () => {
  it('ticks and unticks one row', () => {
    const once = toggleRow(EMPTY_SELECTION, 'b');
    expect(ids(once)).toBe('b');
    expect(ids(toggleRow(once, 'b'))).toBe('');
  });

  it('draws a range either way from the anchor, and gives up what it drew over', () => {
    const start = toggleRow(toggleRow(EMPTY_SELECTION, 'a'), 'c');
    const down = extendTo(start, 'e', view);
    expect(ids(down)).toBe('acde');
    expect(ids(extendTo(down, 'd', view))).toBe('acd');
    expect(ids(extendTo(down, 'b', view))).toBe('abc');
  });

  it('starts a range where none was started, and ticks alone when the anchor is out of view', () => {
    expect(ids(extendTo(anchorAt(EMPTY_SELECTION, 'b'), 'c', view))).toBe('bc');
    expect(ids(extendTo(toggleRow(EMPTY_SELECTION, 'z'), 'c', view))).toBe('cz');
  });

  it('ticks all in view and leaves what is out of view alone', () => {
    const hidden = toggleRow(EMPTY_SELECTION, 'z');
    const all = toggleAll(hidden, view);
    expect(ids(all)).toBe('abcdez');
    expect(ids(toggleAll(all, view))).toBe('z');
    expect(ids(selectAll(all, view))).toBe('abcdez');
  });

  it('knows how much of the view is ticked', () => {
    expect(coverage(EMPTY_SELECTION, view)).toBe('none');
    expect(coverage(toggleRow(EMPTY_SELECTION, 'z'), view)).toBe('none');
    expect(coverage(toggleRow(EMPTY_SELECTION, 'a'), view)).toBe('some');
    expect(coverage(selectAll(EMPTY_SELECTION, view), view)).toBe('all');
    expect(coverage(toggleRow(EMPTY_SELECTION, 'a'), [])).toBe('none');
  });

  it('drops rows that are gone', () => {
    const two = selectAll(EMPTY_SELECTION, ['a', 'b']);
    expect(ids(onlyPresent(two, (id) => id === 'a'))).toBe('a');
    expect(onlyPresent(two, () => true)).toBe(two);
  });
});
