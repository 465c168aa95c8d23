import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import type { BulkReport } from '@core/domain/bulk';
import { RunBanners } from '@renderer/bulk/RunBanners';
import { RunDialogs } from '@renderer/bulk/RunDialogs';
import { accessibilityProblems } from '@test/support/axe';
import { aKey } from '@test/support/builders';
import { fakeClient } from '@test/support/fake-client';
import { reads, type World } from '@test/support/reads';
import { renderWithApp } from '@test/support/render-app';
import { keyOf, worldOfAll } from '@test/support/vendor-worlds';
import { onTheDay } from '@test/component/keys/keys-world';
import { aReport, outcome } from './bulk-world';

onTheDay();

const [plain, mighty, open] = [
  aKey({ id: '1', name: 'Plain' }),
  aKey({ id: '2', name: 'Mighty' }),
  aKey({ id: '3', name: 'Open' }),
] as [ApiKey, ApiKey, ApiKey];

/** The window's notices about a run, with its dialog open. */
async function openRun(first: BulkReport, world: World = {}) {
  const shown = { report: first };
  const done = async () => ({ done: true }) as const;
  const { rows: _rows, ...run } = first;
  const client = fakeClient(reads({ ...world, runs: [run] }), {
    bulk: {
      report: async () => shown.report,
      resume: async () => shown.report,
      pause: done,
      cancel: done,
      save: async () => ({ path: '/tmp/outcome.csv' }),
    },
  });
  const app = renderWithApp(
    <RunDialogs>
      <RunBanners />
    </RunDialogs>,
    client,
  );
  await app.user.click(await screen.findByRole('button', { name: 'Show run' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('region', { name: 'Selected keys' });
  /** Main has more to tell; the end of a run comes without rows. */
  const become = (report: BulkReport): void => {
    shown.report = report;
    act(() => client.emit('bulkProgress', { bulkId: 'run-1', state: report.state, rows: report.rows }));
  };
  const button = (name: string): HTMLElement => within(dialog).getByRole('button', { name });
  return { ...app, client, dialog, become, button };
}

const itemsOf = (dialog: HTMLElement): string[] =>
  within(dialog)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');

describe('while a run is under way', () => {
  const waiting = [mighty, open, plain].map((key) => outcome(key, 'waiting'));

  it('each key has its outcome as soon as there is one', async () => {
    const { dialog, become } = await openRun(aReport(waiting, 'running'));
    expect(within(dialog).getByText('0 of 3 keys dealt with')).toBeTruthy();
    become(
      aReport([outcome(mighty, 'done'), outcome(open, 'running'), outcome(plain, 'waiting')], 'running'),
    );
    expect(await within(dialog).findByText('1 of 3 keys dealt with')).toBeTruthy();
    expect(itemsOf(dialog)[0]).toMatch(/Mighty.*Deleted/);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('it can be paused, cancelled, or left to go on', async () => {
    const { client, user, dialog, button } = await openRun(aReport(waiting, 'running'));
    await user.keyboard('{Escape}');
    await user.click(button('Pause'));
    await waitFor(() => expect(client.inputs('bulk.pause')).toEqual([{ bulkId: 'run-1' }]));
    await user.click(button('Cancel remaining'));
    await waitFor(() => expect(client.inputs('bulk.cancel')).toEqual([{ bulkId: 'run-1' }]));
    await user.click(button('Go on in the background'));
    await waitFor(() => expect(dialog.isConnected).toBe(false));
  });
});

describe('a run that did not come to its end', () => {
  const rows = [outcome(mighty, 'done'), outcome(open, 'waiting'), outcome(plain, 'waiting')];

  it('is offered over every screen and goes on from there', async () => {
    const { client, user, dialog, button } = await openRun(aReport(rows, 'interrupted'));
    expect(screen.getByText('A run over 3 keys was interrupted: 2 not dealt with.')).toBeTruthy();
    expect(within(dialog).getByText(/Keydesk ended in the middle of this: 1 of 3 keys/)).toBeTruthy();
    await user.click(button('Resume'));
    await waitFor(() => expect(client.inputs('bulk.resume')).toEqual([{ bulkId: 'run-1' }]));
  });

  it('can be left as it is', async () => {
    const { client, user, dialog, button } = await openRun(aReport(rows, 'interrupted'));
    await user.click(button('Leave it'));
    await waitFor(() => expect(client.inputs('bulk.cancel')).toEqual([{ bulkId: 'run-1' }]));
    await waitFor(() => expect(dialog.isConnected).toBe(false));
  });

  it('says why it went no further', async () => {
    const notes = ['The console asked for a pause of 10 minutes. Nothing more was sent; resume after it.'];
    const { dialog } = await openRun(aReport(rows, 'paused', { notes }));
    expect(within(dialog).getByText(/asked for a pause of 10 minutes/)).toBeTruthy();
  });
});

describe('the outcome', () => {
  it('is never one tick for all, says what is true of each, and can be saved', async () => {
    const rows = [
      outcome(mighty, 'done'),
      outcome(open, 'failed', 'You may not delete it.'),
      outcome(plain, 'checking'),
    ];
    const { client, user, dialog, button } = await openRun(aReport(rows));
    expect(within(dialog).getByText('1 deleted · 1 failed · 1 not confirmed')).toBeTruthy();
    expect(within(dialog).getByText('You may not delete it.')).toBeTruthy();
    expect(within(dialog).getByText(/Treat all others as live\./)).toBeTruthy();
    expect(within(dialog).queryByText(/lists none of them/)).toBeNull();
    await user.click(button('Save as CSV'));
    await waitFor(() => expect(client.inputs('bulk.save')).toEqual([{ bulkId: 'run-1', format: 'csv' }]));
    expect(await screen.findAllByText('Saved as /tmp/outcome.csv')).not.toEqual([]);
    await user.click(button('Try the rest again'));
    await waitFor(() => expect(client.inputs('bulk.resume')).toHaveLength(1));
  });

  it('says all are gone only when all are', async () => {
    const { dialog } = await openRun(aReport([mighty, open, plain].map((key) => outcome(key, 'done'))));
    expect(within(dialog).getByText('3 deleted')).toBeTruthy();
    expect(within(dialog).getByText('The console was read again and lists none of them.')).toBeTruthy();
    expect(within(dialog).queryByRole('button', { name: 'Try the rest again' })).toBeNull();
  });

  it('of several vendors has words that are true of each', async () => {
    const keys = [keyOf('mia'), keyOf('qwilt')];
    const { dialog } = await openRun(aReport(keys.map((key) => outcome(key, 'done'))), worldOfAll(keys));
    expect(await within(dialog).findByText('2 stopped')).toBeTruthy();
    expect(within(dialog).getByText('Removed, not deployed')).toBeTruthy();
    expect(within(dialog).getByText('Revoked')).toBeTruthy();
    expect(
      within(dialog).getByText('Removed from the configuration. It still works until it is deployed.'),
    ).toBeTruthy();
    expect(within(dialog).getByText(/That alone does not stop them/)).toBeTruthy();
  });
});
