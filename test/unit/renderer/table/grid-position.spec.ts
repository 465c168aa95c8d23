import { describe, expect, it } from 'vitest';
import { movePosition, type Press } from '@renderer/table/grid-position';

const bounds = { rows: 100, stops: [0, 1, 2, 5, 6], page: 10 };
const press = (key: string, control = false): Press => ({ key, control });
const from = { row: 50, stop: 2 };

describe('movePosition', () => {
  it.each([
    ['ArrowDown', false, { row: 51, stop: 2 }],
    ['ArrowUp', false, { row: 49, stop: 2 }],
    ['ArrowRight', false, { row: 50, stop: 5 }],
    ['ArrowLeft', false, { row: 50, stop: 1 }],
    ['Home', false, { row: 50, stop: 0 }],
    ['End', false, { row: 50, stop: 6 }],
    ['Home', true, { row: 0, stop: 0 }],
    ['End', true, { row: 99, stop: 6 }],
    ['PageDown', false, { row: 59, stop: 2 }],
    ['PageUp', false, { row: 41, stop: 2 }],
    ['ArrowDown', true, { row: 99, stop: 2 }],
    ['ArrowUp', true, { row: 0, stop: 2 }],
  ])('%s (control %s)', (key, control, expected) => {
    expect(movePosition(from, press(key, control), bounds)).toEqual(expected);
  });

  it('stops at the edges', () => {
    expect(movePosition({ row: 99, stop: 6 }, press('ArrowDown'), bounds)).toEqual({ row: 99, stop: 6 });
    expect(movePosition({ row: 99, stop: 6 }, press('ArrowRight'), bounds)).toEqual({ row: 99, stop: 6 });
    expect(movePosition({ row: 3, stop: 0 }, press('PageUp'), bounds)).toEqual({ row: 0, stop: 0 });
  });

  it('reaches the heading with a single arrow only', () => {
    expect(movePosition({ row: 0, stop: 1 }, press('ArrowUp'), bounds)).toEqual({ row: -1, stop: 1 });
    expect(movePosition({ row: -1, stop: 1 }, press('ArrowDown'), bounds)).toEqual({ row: 0, stop: 1 });
    expect(movePosition({ row: 0, stop: 1 }, press('PageUp'), bounds)).toEqual({ row: 0, stop: 1 });
  });

  it('stays on the heading of an empty table', () => {
    const empty = { rows: 0, stops: [0, 1], page: 10 };
    for (const key of ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']) {
      expect(movePosition({ row: -1, stop: 1 }, press(key), empty)?.row).toBe(-1);
    }
  });

  it('leaves other keys alone', () => {
    expect(movePosition(from, press('x'), bounds)).toBeNull();
    expect(movePosition(from, press('Tab'), bounds)).toBeNull();
  });
});
