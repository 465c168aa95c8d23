import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { Environment } from '@core/domain/environment';
import type { ConsoleEnvironments } from '@renderer/api/use-environments';
import { matchesWords } from '@renderer/environments/match';
import { effectiveTab, tabEntries } from '@renderer/environments/tab-entry';
import { aConsole, anEnvironment } from '@test/support/builders';

const offline = new AppError('offline', 'No way there.');

function known(id: string, data?: Environment[], error: AppError | null = null): ConsoleEnvironments {
  const loading = data === undefined && error === null;
  const environments = { data, error, loading, fetching: loading, readAt: 0, refresh: () => undefined };
  return { console: aConsole({ id }), environments };
}

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const staging = anEnvironment();
const hidden = anEnvironment({ environmentId: 'hidden', name: 'hidden', tab: false });

describe('the tabs', () => {
  it('are everything, then the environments that have one', () => {
    expect(ids(tabEntries([known('acme', [staging, hidden])], null))).toEqual(['all', 'acme/env-staging']);
  });

  it('show what is being looked at even without a tab of its own', () => {
    const entries = tabEntries([known('acme', [staging, hidden])], 'acme/hidden');
    expect(ids(entries)).toEqual(['all', 'acme/env-staging', 'acme/hidden']);
  });

  it('let one console fail and keep the others', () => {
    const entries = tabEntries([known('acme', undefined, offline), known('north', [staging])], null);
    expect(ids(entries)).toEqual(['all', 'console:acme', 'acme/env-staging']);
  });

  it('keep what was known of a console that fails later, marked as old', () => {
    const [, entry] = tabEntries([known('acme', [staging], offline)], null);
    expect(entry).toMatchObject({ kind: 'environment', stale: true });
  });
});

describe('the tab to look at', () => {
  const first = known('acme', [staging]);

  it('is the chosen one', () => {
    expect(effectiveTab(tabEntries([first], 'all'), 'all').id).toBe('all');
  });

  it('is the first environment before a choice', () => {
    expect(effectiveTab(tabEntries([first], null), null).id).toBe('acme/env-staging');
  });

  it('waits for the first console instead of jumping to it later', () => {
    expect(effectiveTab(tabEntries([known('slow'), first], null), null).id).toBe('console:slow');
  });

  it('passes over a console in trouble', () => {
    expect(effectiveTab(tabEntries([known('bad', undefined, offline), first], null), null).id).toBe(
      'acme/env-staging',
    );
  });

  it('follows a chosen console to its first environment once it answers', () => {
    const other = known('north', [anEnvironment({ consoleId: 'north', environmentId: 'n1' })]);
    expect(effectiveTab(tabEntries([first, other], 'console:north'), 'console:north').id).toBe('north/n1');
  });

  it('is everything where nothing else is left', () => {
    expect(effectiveTab(tabEntries([known('acme', [])], 'acme/gone'), 'acme/gone').id).toBe('all');
  });
});

describe('matching', () => {
  it('wants every word, in any order and case', () => {
    expect(matchesWords('production Order Desk Acme', 'acme PROD')).toBe(true);
    expect(matchesWords('production Order Desk Acme', 'acme staging')).toBe(false);
    expect(matchesWords('anything', '')).toBe(true);
  });
});
