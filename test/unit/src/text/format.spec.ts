import { describe, expect, it } from 'vitest';
import { DAY_MS } from '@core/domain/instant';
import {
  formatClock,
  formatCount,
  formatDate,
  formatDateTime,
  formatExpiry,
  formatFingerprint,
  formatHosts,
  formatMoment,
  formatRelative,
  formatSpan,
  listed,
  NO_VALUE,
  plural,
} from '@core/text/format';

const AT = '2026-03-04T12:00:00.000Z';
const NOW = Date.parse(AT);
const from = (ms: number): string => new Date(NOW + ms).toISOString();

describe('moments', () => {
  it('name day, month in letters and year, so that nobody mixes them up', () => {
    expect(formatDate(AT)).toMatch(/^\d{1,2} Mar 2026$/);
    expect(formatDateTime(AT)).toMatch(/^\d{1,2} Mar 2026, \d{2}:\d{2}$/);
    expect(formatClock(AT)).toMatch(/^\d{2}:\d{2}$/);
  });

  it('name the zone where it counts', () => {
    expect(formatMoment(AT)).toMatch(/^\d{1,2} Mar 2026, \d{2}:\d{2}:\d{2} \S+$/);
  });

  it('are a dash when they are none', () => {
    for (const format of [formatDate, formatDateTime, formatMoment, formatClock])
      expect(format('soon')).toBe(NO_VALUE);
  });
});

describe('distances', () => {
  it.each([
    [-20_000, 'just now'],
    [20_000, 'in under a minute'],
    [-60_000, '1 minute ago'],
    [-3 * 3_600_000, '3 hours ago'],
    [12 * DAY_MS, 'in 12 days'],
    [-90 * DAY_MS, '90 days ago'],
    [-180 * DAY_MS, '6 months ago'],
    [-800 * DAY_MS, '2 years ago'],
  ])('of %d ms read %s', (ms, text) => {
    expect(formatRelative(from(ms), NOW)).toBe(text);
  });

  it('are rounded down below a day, and to the nearest from there', () => {
    expect(formatSpan(59_999)).toBe('59 seconds');
    expect(formatSpan(2 * 3_600_000 - 1)).toBe('1 hour');
    expect(formatSpan(2 * DAY_MS - 1)).toBe('2 days');
  });
});

describe('facts of a key', () => {
  it('say until when it is valid', () => {
    expect(formatExpiry('never')).toBe('Never');
    expect(formatExpiry('unknown')).toBe('Unknown');
    expect(formatExpiry(undefined)).toBe(NO_VALUE);
    expect(formatExpiry(AT)).toBe(formatDate(AT));
  });

  it('say which hosts may use it', () => {
    expect(formatHosts('any')).toBe('Any host');
    expect(formatHosts(['203.0.113.7'])).toBe('203.0.113.7');
    expect(formatHosts(['203.0.113.7', '203.0.113.8', '::1'])).toBe('203.0.113.7 and 2 more');
    expect(formatHosts(undefined)).toBe(NO_VALUE);
  });
});

describe('words', () => {
  it('go with their number', () => {
    expect(plural(1, 'key')).toBe('1 key');
    expect(plural(0, 'key')).toBe('0 keys');
    expect(plural(12_480, 'key')).toBe('12,480 keys');
    expect(plural(2, 'change is', 'changes are')).toBe('2 changes are');
    expect(formatCount(1_000_000)).toBe('1,000,000');
  });

  it('become a list in a sentence', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  it('show a fingerprint in pairs, however it came', () => {
    expect(formatFingerprint('ab12cd')).toBe('AB:12:CD');
    expect(formatFingerprint('AB:12:CD')).toBe('AB:12:CD');
  });
});
