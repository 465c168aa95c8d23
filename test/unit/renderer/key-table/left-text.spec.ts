import { expect, it } from 'vitest';
import { leftClock, leftText } from '@renderer/key-table/left-text';

it.each([
  [30_000, '30 s', '0:30'],
  [29_001, '30 s', '0:30'],
  [89_000, '89 s', '1:29'],
  [90_000, '1 min 30 s', '1:30'],
  [300_000, '5 min 0 s', '5:00'],
  [0, '0 s', '0:00'],
  [-1, '0 s', '0:00'],
])('%i ms are left as %s or %s', (ms, text, clock) => {
  expect(leftText(ms)).toBe(text);
  expect(leftClock(ms)).toBe(clock);
});
