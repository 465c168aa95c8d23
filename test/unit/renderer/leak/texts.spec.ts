import { describe, expect, it } from 'vitest';
import { readForm, readLocal, localText } from '@renderer/leak/search/begin-form';
import { candidatesText } from '@renderer/leak/search/search-text';
import { elapsedText, stopwatchText } from '@renderer/leak/elapsed';
import { countsText } from '@renderer/leak/incident-list';

describe('measured times', () => {
  it.each([
    [0, 'under 0.1 s'],
    [850, '0.8 s'],
    [12_900, '12 s'],
    [3_200, '3.2 s'],
    [21_000, '21 s'],
    [133_900, '2 min 13 s'],
    [3_720_000, '1 h 02 min'],
    [190_800_000, '2 days 5 h'],
  ])('%i ms', (ms, text) => expect(elapsedText(ms)).toBe(text));

  it.each([
    [-5, '00:00'],
    [133_900, '02:13'],
    [3_733_000, '1:02:13'],
    [86_400_000, '1 day 0 h'],
  ])('a stopwatch at %i ms', (ms, text) => expect(stopwatchText(ms)).toBe(text));
});

it('candidates are counted by kind, with the names they stood beside', () => {
  expect(
    candidatesText([
      { kind: 'header', name: 'api-key' },
      { kind: 'uuid' },
      { kind: 'uuid' },
      { kind: 'fragment' },
    ]),
  ).toBe('1 header line (api-key), 2 ids (UUID) and 1 fragment');
});

it.each([
  [0, 0, 'No key'],
  [1, 1, '1 key, proved dead'],
  [3, 3, '3 keys, all proved dead'],
  [3, 0, '3 keys, none proved dead'],
  [3, 2, '3 keys, 2 proved dead'],
])('%i keys of which %i are proved', (keys, proved, text) => expect(countsText({ keys, proved })).toBe(text));

describe('the form a record begins with', () => {
  const now = Date.parse('2026-03-04T12:00:00.000Z');
  const form = { title: 'T', reported: localText(now), foundAt: ' a log ', by: ' Ada ' };

  it('reads what it wrote', () => {
    expect(readLocal(localText(now), now)).toBe(now);
    expect(readForm(form, now)).toEqual({
      title: 'T',
      by: 'Ada',
      reportedAt: '2026-03-04T12:00:00.000Z',
      foundAt: 'a log',
    });
  });

  it.each([
    { title: ' ' },
    { by: '' },
    { by: null },
    { reported: '' },
    { reported: localText(now + 3_600_000) },
  ])('takes no %o', (over) => expect(readForm({ ...form, ...over }, now)).toBeNull());
});
