import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SearchReport } from '@core/domain/leak/search';
import { accessibilityProblems } from '@test/support/axe';
import { promised } from '@test/component/keys/keys-world';
import {
  after,
  anIncident,
  aRow,
  aSearch,
  FOUND,
  onTheDay,
  renderLeak,
} from '@test/component/leak/leak-world';
import type { Rendered } from '@test/support/render-app';

onTheDay();

/** Searches the clipboard with an answer of the test's own. */
async function search(answer: Promise<SearchReport>, world = {}): Promise<Rendered> {
  const app = renderLeak({
    stubs: {
      leak: { readClipboard: async () => aSearch({ state: 'ready' }), search: () => answer },
      incidents: { open: async () => anIncident() },
    },
    ...world,
  });
  await app.user.click(await screen.findByRole('button', { name: 'Search clipboard' }));
  return app;
}

describe('a running search', () => {
  it('says what is looked for and how far it is, and is cancelled', async () => {
    const answer = promised<SearchReport>();
    const app = await search(answer.promise);
    expect(await screen.findByText('Looked for: 1 header line (api-key).')).toBeTruthy();
    app.client.emit('leakProgress', {
      searchId: 'search-1',
      rows: [
        aRow(),
        aRow({
          environment: { consoleId: 'acme', environmentId: 'env-2' },
          environmentName: 'live',
          verdict: 'searching',
          compared: 40,
          total: 90,
        }),
      ],
    });
    expect(await screen.findByText(/^Environments searched · 1 of 2$/)).toBeTruthy();
    expect(screen.getByText('40 of 90 keys')).toBeTruthy();
    await app.user.click(screen.getByRole('button', { name: 'Cancel search' }));
    expect(app.client.inputs('leak.cancel')).toEqual([{ searchId: 'search-1' }]);
    answer.give(aSearch({ state: 'cancelled', rows: [aRow({ verdict: 'cancelled' })] }));
    expect(await screen.findByRole('heading', { name: /^Cancelled\./ })).toBeTruthy();
  });

  it('runs once, also where effects run twice', async () => {
    const app = await search(Promise.resolve(FOUND));
    await screen.findByRole('list', { name: 'Keys found' });
    expect(app.client.inputs('leak.search')).toHaveLength(1);
  });
});

describe('a finished search', () => {
  it('shows the most privileged first, ticks what is sure, and says where it was blind', async () => {
    await search(Promise.resolve(FOUND));
    expect(
      await screen.findByRole('heading', { name: 'Found: one key, and one more that may be it.' }),
    ).toBeTruthy();
    const [first, second] = within(screen.getByRole('list', { name: 'Keys found' })).getAllByRole('listitem');
    expect(first?.textContent).toMatch(
      /^BackupProbableAdministration.*It ends in the same four characters\./,
    );
    expect(second?.textContent).toMatch(/^AccountingExact.*The secret itself is the same\./);
    expect(second?.textContent).toContain('203.0.113.7');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Accounting' }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Backup' }).checked).toBe(false);
    expect(screen.getByRole('region', { name: 'Cannot be searched here (1)' }).textContent).toContain(
      'It returns no secret',
    );
    expect(screen.getByRole('region', { name: 'Could not be searched now (1)' }).textContent).toContain(
      'The console could not be reached.',
    );
    expect(screen.getByRole('region', { name: 'Not found (1)' }).textContent).toContain('12 keys compared');
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('does not say "nowhere" where it could not look everywhere', async () => {
    await search(Promise.resolve(aSearch({ rows: [aRow(), aRow({ verdict: 'not-searchable' })] })));
    expect(await screen.findByRole('heading', { name: 'Not found in what could be searched.' })).toBeTruthy();
  });

  it('says so where it could', async () => {
    await search(Promise.resolve(aSearch({ rows: [aRow()] })));
    expect(await screen.findByRole('heading', { name: 'Not found in any environment.' })).toBeTruthy();
    expect(screen.getByText('No key is ticked.')).toBeTruthy();
  });

  it('begins the record with what is ticked, the time and the name of the last responder', async () => {
    const app = await search(Promise.resolve(FOUND), { incidents: [anIncident({ by: 'Grace' })] });
    await app.user.click(await screen.findByRole('checkbox', { name: 'Backup' }));
    await app.user.click(screen.getByRole('button', { name: 'Begin the record' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Begin the record' }));
    expect(dialog.getByLabelText<HTMLInputElement>('Title').value).toBe(
      'Leaked key: Backup (staging) and 1 more',
    );
    expect(dialog.getByLabelText<HTMLInputElement>('Your name').value).toBe('Grace');
    await app.user.type(dialog.getByLabelText('Where it was found'), 'A build log{Enter}');
    expect(await screen.findByRole('list', { name: 'Timeline' })).toBeTruthy();
    expect(app.client.inputs('incidents.open')).toEqual([
      {
        searchId: 'search-1',
        title: 'Leaked key: Backup (staging) and 1 more',
        by: 'Grace',
        reportedAt: after(0),
        foundAt: 'A build log',
        keys: ['2', '1'].map((keyId) => ({ consoleId: 'acme', environmentId: 'env-staging', keyId })),
      },
    ]);
    await waitFor(() => expect(app.client.inputs('leak.discard')).toEqual([{ searchId: 'search-1' }]));
  });

  it('is forgotten on the way back', async () => {
    const app = await search(Promise.resolve(FOUND));
    await screen.findByRole('list', { name: 'Keys found' });
    await app.user.click(screen.getByRole('button', { name: 'Leak response' }));
    expect(await screen.findByRole('button', { name: 'Search clipboard' })).toBeTruthy();
    expect(app.client.inputs('leak.discard')).toEqual([{ searchId: 'search-1' }]);
  });
});
