import { describe, expect, it } from 'vitest';
import { applicationArguments } from '../../../tools/lib/launch.mjs';

describe('arguments for the application', () => {
  it.each([
    [
      ['--screenshot', 'a.png'],
      ['--screenshot', '/home/ada/a.png'],
    ],
    [['--screenshot=b/a.png'], ['--screenshot=/home/ada/b/a.png']],
    [
      ['--screenshot', '/tmp/a.png'],
      ['--screenshot', '/tmp/a.png'],
    ],
    [['a.png'], ['a.png']],
    [['--screenshot'], ['--screenshot']],
    [[], []],
  ])('%j become %j', (given, expected) => {
    expect(applicationArguments(given, '/home/ada')).toEqual(expected);
  });
});
