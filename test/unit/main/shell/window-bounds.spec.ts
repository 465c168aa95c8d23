import { describe, expect, it } from 'vitest';
import { boundsOn, keepBounds, WindowBounds } from '@main/electron/window-bounds';

const LEFT = { x: 0, y: 0, width: 1920, height: 1080 };
const RIGHT = { x: 1920, y: 0, width: 1280, height: 1024 };
const kept = { x: 2000, y: 10, width: 1000, height: 700 };

describe('the place of the window', () => {
  it('is where it was, on whichever screen that is', () => {
    expect(boundsOn(kept, [LEFT, RIGHT])).toEqual(kept);
  });

  it.each([
    ['that screen is gone', kept, [LEFT]],
    ['it would reach over the edge', { ...kept, width: 1300 }, [LEFT, RIGHT]],
    ['it would be half on each screen', { ...kept, x: 1500 }, [LEFT, RIGHT]],
    ['it was never kept', null, [LEFT]],
    ['there is no screen', kept, []],
  ])('is left to the system when %s', (_why, bounds, screens) => {
    expect(boundsOn(bounds, screens)).toEqual({});
  });

  it('is not read from a file that says something else', () => {
    expect(WindowBounds.safeParse({ ...kept, x: '0' }).success).toBe(false);
  });

  it('is kept when the window closes, and lost without a word where that fails', async () => {
    let value: WindowBounds = null;
    let close: () => void = () => undefined;
    const window = {
      on: (_event: 'close', listener: () => void) => void (close = listener),
      getNormalBounds: () => kept,
    };
    keepBounds(window, { read: async () => value, update: async (change) => (value = change(value)) });
    close();
    expect(value).toEqual(kept);
    keepBounds(window, { read: async () => value, update: () => Promise.reject(new Error('full disk')) });
    expect(close).not.toThrow();
  });
});
