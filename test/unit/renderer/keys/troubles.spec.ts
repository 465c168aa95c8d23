import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { KeySource } from '@renderer/api/use-keys';
import { placesOf } from '@renderer/shared/place';
import { oldest, troubleSentence, troublesOf } from '@renderer/keys/troubles';
import { aConsole, anEnvironment, daysFromNow, NOW } from '@test/support/builders';

const environments = ['a', 'b', 'c', 'd', 'e'].map((id) => anEnvironment({ environmentId: id, name: id }));
const places = placesOf(environments, [aConsole()]);
const DOWN = new AppError('offline', 'It could not be reached.');

const source = (at: number, over: Partial<KeySource> = {}): KeySource => ({
  environment: { consoleId: 'acme', environmentId: environments[at]?.environmentId ?? '' },
  rows: [],
  asOf: null,
  error: DOWN,
  loading: false,
  refreshing: false,
  refresh: () => undefined,
  ...over,
});

describe('troublesOf', () => {
  it('makes one trouble of a console that is down, and reads all of it again', () => {
    const refresh = vi.fn();
    const sources = [0, 1, 2, 3, 4].map((at) => source(at, { refresh }));
    const troubles = troublesOf(sources, places);
    expect(troubles).toHaveLength(1);
    expect(troubles[0] && troubleSentence(troubles[0], true, NOW)).toBe(
      'a (Acme Qodly), b (Acme Qodly), c (Acme Qodly) and 2 more: the keys could not be read. It could not be reached.',
    );
    troubles[0]?.retry();
    expect(refresh).toHaveBeenCalledTimes(5);
  });

  it('keeps apart what has old rows, what has none, and other failures', () => {
    const refused = new AppError('unauthorized', 'The token has expired.');
    const sources = [source(0), source(1, { asOf: daysFromNow(0) }), source(2, { error: refused })];
    expect(troublesOf(sources, places)).toHaveLength(3);
  });

  it('says nothing while it is being read again', () => {
    expect(troublesOf([source(0, { loading: true }), source(1, { refreshing: true })], places)).toEqual([]);
  });
});

describe('troubleSentence', () => {
  const trouble = { id: '', names: ['a'], retry: () => undefined };

  it('says how old the rows are, with the day when it was not today', () => {
    const today = { ...trouble, error: DOWN, asOf: daysFromNow(0) };
    expect(troubleSentence(today, false, NOW)).toMatch(/^As of \d\d:\d\d, console unreachable\./);
    const before = { ...trouble, error: DOWN, asOf: daysFromNow(-3) };
    expect(troubleSentence(before, false, NOW)).toMatch(
      /^As of 1 Mar 2026, \d\d:\d\d, console unreachable\./,
    );
  });

  it('does not call a console unreachable that answered', () => {
    const error = new AppError('forbidden', 'You may not list keys.');
    expect(troubleSentence({ ...trouble, error, asOf: daysFromNow(0) }, true, NOW)).toMatch(
      /^a: as of \d\d:\d\d, could not be read again\. You may not list keys\.$/,
    );
  });
});

it('takes the oldest reading for the time of all', () => {
  expect(oldest([source(0, { asOf: daysFromNow(-1) }), source(1, { asOf: daysFromNow(0) }), source(2)])).toBe(
    daysFromNow(-1),
  );
  expect(oldest([source(0)])).toBeNull();
});
