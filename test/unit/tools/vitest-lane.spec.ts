import { describe, expect, it } from 'vitest';
import { tally } from '../../../tools/lib/vitest-lane.mjs';

function report(statuses: string[], brokenFiles = 0) {
  const count = (status: string) => statuses.filter((one) => one === status).length;
  const file = {
    status: count('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status) => ({ status })),
  };
  const broken = Array.from({ length: brokenFiles }, () => ({ status: 'failed', assertionResults: [] }));
  return {
    testResults: [file, ...broken],
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
  };
}

describe('the tally of a lane', () => {
  it('counts tests', () => {
    expect(tally(report(['passed', 'passed', 'failed', 'pending', 'todo']), 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(tally(report(['passed'], 1), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('does not count a file with a failed test twice', () => {
    expect(tally(report(['failed']), 1).failed).toBe(1);
  });

  it('fails when an error escaped although every test passed', () => {
    expect(tally(report(['passed']), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it.each([0, 1])('fails when nothing ran, whatever the exit code (%i)', (code) => {
    expect(tally(report([]), code).failed).toBe(1);
  });

  it('fails when everything was skipped', () => {
    expect(tally(report(['pending']), 0).failed).toBe(1);
  });
});
