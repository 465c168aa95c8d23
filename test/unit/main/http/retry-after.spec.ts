import { describe, expect, it } from 'vitest';
import { retryAfterMs, waitText } from '@main/http/retry-after';

const NOW = Date.parse('2030-01-01T00:00:00Z');

describe('retryAfterMs', () => {
  it.each([
    ['5', 5_000],
    [' 60 ', 60_000],
    ['0', 0],
    ['-7', 0],
    ['864000', 864_000_000],
    ['99999999999999999999', 31_536_000_000],
    ['Tue, 01 Jan 2030 00:00:30 GMT', 30_000],
    ['Mon, 31 Dec 2029 23:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %j as %j milliseconds', (value, ms) => {
    expect(retryAfterMs(value, NOW)).toBe(ms);
  });
});

describe('waitText', () => {
  it.each([
    [0, '1 s'],
    [5_000, '5 s'],
    [600_000, '10 minutes'],
    [864_000_000, '240 hours'],
  ])('says %d ms as %s', (ms, text) => expect(waitText(ms)).toBe(text));
});
