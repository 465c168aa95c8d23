import { describe, expect, it } from 'vitest';
import { choices, filtered, keyOf, NO_FILTER, type ActivityFilter } from '@renderer/activity/activity-filter';
import { activityLog } from '@test/support/activity';
import { daysFromNow, NOW } from '@test/support/builders';

const LOG = activityLog(4, (line) => ({
  person: line === 2 ? 'grace' : 'ada',
  consoleId: line === 3 ? 'blue' : 'acme',
  environmentId: 'env',
  ...(line < 4 && { keyId: `key-${line % 2}`, keyName: `Key ${line}` }),
  at: daysFromNow(2 * (line - 4)),
}));

const lines = (filter: Partial<ActivityFilter>): number[] =>
  filtered(LOG, { ...NO_FILTER, ...filter }, NOW + 1).map(({ seq }) => seq);

/** A day some days after now, as a date field gives it. */
function day(after: number): string {
  const at = new Date(NOW);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate() + after];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

describe('the filters of the activity log', () => {
  it.each<[Partial<ActivityFilter>, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ console: 'acme' }, [1, 2, 4]],
    [{ person: 'grace' }, [2]],
    [{ console: 'blue', person: 'grace' }, []],
    [{ time: 'hour' }, [4]],
    [{ time: 'week' }, [1, 2, 3, 4]],
    [{ time: 'between', from: day(-2), to: day(-2) }, [3]],
    [{ time: 'between', from: day(-2) }, [3, 4]],
    [{ time: 'between', to: day(-2) }, [1, 2, 3]],
    [{ time: 'between' }, [1, 2, 3, 4]],
  ])('%j leave lines %j', (filter, left) => {
    expect(lines(filter)).toEqual(left);
  });

  it('tell keys of different consoles apart', () => {
    const [first] = LOG;
    expect(first && lines({ key: keyOf(first) })).toEqual([1]);
  });

  it('offer what there is, under its latest name', () => {
    const twice = activityLog(2, (line) => ({ consoleId: 'acme', consoleName: line === 1 ? 'Old' : 'New' }));
    const offered = choices(
      twice,
      ({ consoleId = '' }) => consoleId,
      ({ consoleName = '' }) => consoleName,
    );
    expect(offered).toEqual([{ value: 'acme', label: 'New' }]);
    expect(choices(LOG, keyOf, ({ keyName = '' }) => keyName).map(({ label }) => label)).toEqual([
      'Key 3',
      'Key 2',
      'Key 1',
    ]);
  });
});
