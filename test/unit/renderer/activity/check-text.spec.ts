import { describe, expect, it } from 'vitest';
import type { ActivityCheck } from '@core/domain/activity-check';
import { checkText } from '@renderer/activity/check-text';
import { daysFromNow } from '@test/support/builders';

const check = (over: Partial<ActivityCheck>): ActivityCheck => ({
  at: daysFromNow(0),
  lines: 4,
  faults: [],
  faultsInAll: 0,
  tail: { state: 'kept', count: 4, after: 0 },
  losses: [],
  ...over,
});

describe('what Verify says', () => {
  it('of a log as it was written', () => {
    expect(checkText(check({}))).toEqual({
      tone: 'success',
      title: 'All 4 lines are as written',
      faults: [],
      tail: 'The keychain knows the log up to line 4. Nothing is missing at the end.',
    });
  });

  it('of lines that were appended after the end that is kept', () => {
    expect(checkText(check({ tail: { state: 'kept', count: 3, after: 1 } }))).toMatchObject({
      tone: 'success',
      tail: 'The keychain knows the log up to line 3. 1 line was appended since; whether more followed cannot be known.',
    });
  });

  it.each([
    ['absent', 'the keychain holds no record of where this log ended'],
    ['damaged', 'what the keychain holds of this log is damaged'],
    ['locked', 'the keychain is locked'],
    ['unavailable', 'there is no keychain'],
    ['unresponsive', 'the keychain does not answer'],
  ] as const)('of an end that cannot be known: %s', (why, words) => {
    expect(checkText(check({ tail: { state: 'unknown', why } }))).toEqual({
      tone: 'warning',
      title: 'All 4 lines are as written, as far as they are here',
      faults: [],
      tail: `Whether lines are missing at the end cannot be known: ${words}.`,
    });
  });

  it('of a log without a line', () => {
    const empty = check({ lines: 0, tail: { state: 'unknown', why: 'absent' } });
    expect(checkText(empty)).toMatchObject({ tone: 'info', title: 'There is no line to verify' });
  });

  it('of every line that is not as it was written', () => {
    const broken = check({
      faults: [
        { kind: 'changed', line: 2 },
        { kind: 'unreadable', line: 3 },
        { kind: 'order', line: 4 },
        { kind: 'missing', line: 9, count: 3 },
        { kind: 'missing', line: 12, count: 1 },
      ],
      faultsInAll: 105,
      tail: { state: 'cut', missing: 2 },
      losses: [{ line: 7, text: 'The keychain knew of 9 lines.' }],
    });
    expect(checkText(broken)).toEqual({
      tone: 'error',
      title: 'This log is not as it was written',
      faults: [
        'Line 2 was changed.',
        'Line 3 cannot be read: it is no entry of this log.',
        'Line 4 stands where another belongs.',
        'Before line 9, 3 lines are missing.',
        'Before line 12, 1 line is missing.',
        '100 more faults.',
        'At the end, 2 lines are missing.',
        'Line 7 says: The keychain knew of 9 lines.',
      ],
      tail: '',
    });
  });

  it('of a last line that the keychain does not know', () => {
    expect(checkText(check({ tail: { state: 'changed', line: 4 } }))).toMatchObject({
      tone: 'error',
      faults: ['Line 4 is not the line that the keychain knows.'],
    });
  });
});
