import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '@core/domain/activity';
import type { ActivityCheck } from '@core/domain/activity-check';
import { AppError, type AppErrorShape } from '@core/domain/app-error';
import { ActivityScreen } from '@renderer/activity/ActivityScreen';
import { activityLog } from '@test/support/activity';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { renderWithApp } from '@test/support/render-app';

const KEYS = { 1: 'Newsletter', 2: 'Warehouse', 3: 'Newsletter' } as const;
const LOG = activityLog(4, (line) => ({
  person: line === 2 ? 'grace' : 'ada',
  ...(line < 4 && {
    consoleId: line === 3 ? 'blue' : 'acme',
    consoleName: line === 3 ? 'Blue' : 'Acme',
    environmentId: 'env',
    environmentName: 'Orders',
    keyId: `key-${line}`,
    keyName: KEYS[line as 1 | 2 | 3],
  }),
  ...(line === 2 && { action: 'stop', result: 'failed', why: 'offline' }),
  ...(line === 4 && { action: 'lock' }),
  at: new Date(Date.now() - (4 - line) * 86_400_000 * 3).toISOString(),
}));

const CHECKED: ActivityCheck = {
  at: daysFromNow(0),
  lines: 4,
  faults: [],
  faultsInAll: 0,
  tail: { state: 'kept', count: 4, after: 0 },
  losses: [],
};

interface World {
  readonly entries?: readonly ActivityEntry[];
  readonly unreadable?: number;
  readonly behind?: { lines: number; problem: AppErrorShape | null };
  readonly check?: Partial<ActivityCheck>;
}

function reads({ entries = LOG, unreadable = 0, behind, check }: World): Stubs {
  return {
    activity: {
      load: async () => ({
        listing: 'a',
        rows: entries.length,
        pages: entries.length === 0 ? 0 : 2,
        asOf: daysFromNow(0),
        unreadable,
        behind: behind ?? { lines: 0, problem: null },
      }),
      page: async ({ page }) => ({
        json: JSON.stringify(page === 0 ? entries.slice(0, 1) : entries.slice(1)),
      }),
      verify: async () => ({ ...CHECKED, ...check }),
      export: async ({ lines }) => ({ path: '/home/ada/log.csv', lines: lines?.length ?? 4 }),
    },
  };
}

const show = (world: World = {}) => renderWithApp(<ActivityScreen />, fakeClient(reads(world)));

/** The lines in sight, top first, by the number in their tick box. */
const linesInSight = (): number[] =>
  screen
    .queryAllByRole('checkbox', { name: /^Select line/ })
    .map((box) => Number(/\d+/.exec(box.getAttribute('aria-label') ?? '')?.[0]));

describe('the activity screen', () => {
  it('is accessible and shows the newest line first', async () => {
    show();
    await waitFor(() => expect(linesInSight()).toEqual([4, 3, 2, 1]));
    const grid = screen.getByRole('grid', { name: 'Activity' });
    expect(grid.textContent).toContain('Stop key');
    expect(grid.textContent).toContain('Failed');
    expect(grid.textContent).toContain('Because the console could not be reached.');
    expect(screen.getByText(/^4 lines · as of/)).toBeDefined();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('is filtered by a console, and not any more', async () => {
    const { user } = show();
    await user.click(await screen.findByRole('combobox', { name: 'Console' }));
    await user.click(screen.getByRole('option', { name: 'Blue' }));
    await waitFor(() => expect(linesInSight()).toEqual([3]));
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(linesInSight()).toEqual([4, 3, 2, 1]);
  });

  it('is filtered by what is typed, and by the key of a line', async () => {
    const { user } = show();
    await user.type(await screen.findByRole('searchbox', { name: 'Search activity' }), 'news');
    await waitFor(() => expect(linesInSight()).toEqual([3, 1]));
    const [first] = screen.getAllByRole('button', { name: 'Only this key' });
    if (first) await user.click(first);
    expect(linesInSight()).toEqual([3]);
    await user.type(screen.getByRole('searchbox', { name: 'Search activity' }), ' no');
    await user.click(screen.getByRole('button', { name: 'Show all lines' }));
    expect(linesInSight()).toEqual([4, 3, 2, 1]);
  });

  it('shows everything of a line', async () => {
    const { user } = show();
    await user.dblClick(await screen.findByText('Warehouse'));
    const dialog = screen.getByRole('dialog', { name: 'Stop key, line 2' });
    for (const text of ['grace', 'key-2', LOG[1]?.hash ?? '', LOG[0]?.hash ?? ''])
      expect(dialog.textContent).toContain(text);
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Only this key' }));
    await waitFor(() => expect(linesInSight()).toEqual([2]));
  });

  it('says when there is nothing yet', async () => {
    show({ entries: [] });
    expect(await screen.findByText('Nothing was done yet')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Export' })).toHaveProperty('disabled', true);
  });

  it('says what is not in the log yet, and what cannot be read', async () => {
    const problem = new AppError('storage', 'The disk is full.').toShape();
    show({ behind: { lines: 2, problem }, unreadable: 1 });
    expect(await screen.findByText(/^2 things that were done are not in the log yet/)).toBeDefined();
    expect(screen.getByText(/The disk is full/)).toBeDefined();
    expect(screen.getByText(/^1 line of this log cannot be read/)).toBeDefined();
  });

  it('offers another attempt when the log cannot be read', async () => {
    const error = new AppError('storage', 'The journal could not be read.');
    const client = fakeClient(reads({}), { activity: { load: () => Promise.reject(error) } });
    const { user } = renderWithApp(<ActivityScreen />, client);
    expect(await screen.findByText('The log could not be read')).toBeDefined();
    client.stub(reads({}));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(linesInSight()).toHaveLength(4));
  });
});

describe('exporting', () => {
  const choose = async (user: ReturnType<typeof show>['user'], name: RegExp): Promise<void> => {
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('menuitem', { name }));
  };

  it('saves everything, or what is shown, or what is ticked', async () => {
    const { user, client } = show();
    await screen.findByText(/^4 lines/);
    await choose(user, /^JSON, all 4 lines$/);
    expect((await screen.findAllByText('4 lines saved to /home/ada/log.csv')).length).toBeGreaterThan(0);
    await user.type(screen.getByRole('searchbox', { name: 'Search activity' }), 'news');
    await waitFor(() => expect(linesInSight()).toEqual([3, 1]));
    await choose(user, /^CSV, 2 lines shown$/);
    await user.click(screen.getByRole('checkbox', { name: /^Select line 1/ }));
    await choose(user, /^CSV, 1 line selected$/);
    expect(client.inputs('activity.export')).toEqual([
      { format: 'json', lines: null },
      { format: 'csv', lines: [3, 1] },
      { format: 'csv', lines: [1] },
    ]);
  });
});

describe('verifying', () => {
  it('says what is wrong until that is closed', async () => {
    const { user } = show({
      check: { faults: [{ kind: 'changed', line: 2 }], faultsInAll: 1, tail: { state: 'cut', missing: 2 } },
    });
    await user.click(await screen.findByRole('button', { name: 'Verify' }));
    const said = await screen.findByRole('alert');
    expect(said.textContent).toContain('Line 2 was changed.');
    expect(said.textContent).toContain('At the end, 2 lines are missing.');
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(said).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why it could not be done', async () => {
    const { user, client } = show();
    const error = new AppError('storage', 'The journal could not be read.');
    client.stub({ activity: { verify: () => Promise.reject(error) } });
    await user.click(await screen.findByRole('button', { name: 'Verify' }));
    expect(await screen.findByText('The log was not verified')).toBeDefined();
  });
});
