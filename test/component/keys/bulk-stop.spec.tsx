import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { BulkReport, BulkRow } from '@renderer/api/types';
import { aKey, someKeys } from '@test/support/builders';
import type { Rendered } from '@test/support/render-app';
import { onTheDay, promised, renderKeys, theGrid } from '@test/component/keys/keys-world';

onTheDay();

const KEYS = [
  aKey({ id: '1', name: 'Plain', allowedHosts: ['203.0.113.7'] }),
  aKey({ id: '2', name: 'Mighty', type: 'administration', revision: '"7"' }),
  aKey({ id: '3', name: 'Open' }),
];

const outcome = (key: ApiKey, state: BulkRow['state'], message?: string): BulkRow => ({
  key: { consoleId: key.consoleId, environmentId: key.environmentId, keyId: key.id },
  label: key.name,
  state,
  ...(message !== undefined && { message }),
});

interface Bulk extends Rendered {
  readonly dialog: HTMLElement;
  readonly finish: (report: BulkReport) => void;
  readonly fail: (error: Error) => void;
}

async function openBulk(keys: readonly ApiKey[] = KEYS, accepted = true): Promise<Bulk> {
  const run = promised<BulkReport>();
  let last: BulkReport | null = null;
  const app = renderKeys({
    keys,
    stubs: {
      bulk: {
        confirm: async () => (accepted ? { token: 'token-1' } : null),
        start: () => run.promise,
        report: async () => {
          if (last === null) throw new AppError('not-found', 'Keydesk knows no such run.');
          return last;
        },
        cancel: async () => ({ done: true }),
      },
    },
  });
  await theGrid();
  await app.user.click(screen.getByRole('checkbox', { name: 'Select all' }));
  await app.user.click(screen.getByRole('button', { name: `Delete ${keys.length} keys` }));
  const dialog = await screen.findByRole('alertdialog', { name: `Delete ${keys.length} API keys` });
  const finish = (report: BulkReport): void => {
    last = report;
    run.give(report);
  };
  return { ...app, dialog, finish, fail: run.fail };
}

async function confirm({ user, dialog }: Bulk, word: string): Promise<void> {
  await user.type(screen.getByLabelText(`Type ${word} to confirm`), word);
  await user.click(within(dialog).getByRole('button', { name: /^Delete \d+ keys$/ }));
}

const itemsOf = (): (string | null)[] =>
  screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('the list', () => {
  it('names every key, the most powerful first, and says what the selection holds', async () => {
    const { dialog } = await openBulk();
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((item) => item.querySelector('bdi')?.textContent),
    ).toEqual(['Mighty', 'Open', 'Plain']);
    expect(within(dialog).getByText('3 keys in 1 environment, 1 Administration key')).toBeTruthy();
  });

  it('draws only what is in sight of a long list', async () => {
    const { dialog } = await openBulk(someKeys(400));
    expect(within(dialog).getAllByRole('listitem').length).toBeLessThan(40);
    expect(within(dialog).getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('400');
  });

  it('asks for a word that grows with the number, and sends the versions that were seen', async () => {
    const app = await openBulk();
    const button = within(app.dialog).getByRole<HTMLButtonElement>('button', { name: 'Delete 3 keys' });
    await app.user.type(screen.getByLabelText('Type DELETE 3 KEYS to confirm'), 'DELETE');
    expect(button.disabled).toBe(true);
    await app.user.clear(screen.getByLabelText('Type DELETE 3 KEYS to confirm'));
    await confirm(app, 'DELETE 3 KEYS');
    await waitFor(() =>
      expect(app.client.inputs('bulk.start')).toEqual([{ token: 'token-1', typed: 'DELETE 3 KEYS' }]),
    );
    const [{ targets }] = app.client.inputs('bulk.confirm') as [
      { targets: { key: { keyId: string }; revision: string; operationId: string }[] },
    ];
    expect(targets.map(({ key }) => key.keyId)).toEqual(['2', '3', '1']);
    expect(targets[0]?.revision).toBe('"7"');
    expect(new Set(targets.map(({ operationId }) => operationId)).size).toBe(3);
  });

  it('does nothing when the operator declines in the other dialog', async () => {
    const app = await openBulk(KEYS, false);
    await confirm(app, 'DELETE 3 KEYS');
    await waitFor(() => expect(app.client.inputs('bulk.confirm')).toHaveLength(1));
    expect(app.client.inputs('bulk.start')).toEqual([]);
    expect(screen.getByLabelText<HTMLInputElement>('Type DELETE 3 KEYS to confirm').value).toBe(
      'DELETE 3 KEYS',
    );
  });
});

describe('the outcome', () => {
  const [plain, mighty, open] = KEYS as [ApiKey, ApiKey, ApiKey];

  it('says for each key how it ended, as it ends, and never one tick for all', async () => {
    const app = await openBulk();
    await confirm(app, 'DELETE 3 KEYS');
    await screen.findByText('0 of 3 keys dealt with');
    app.client.emit('bulkProgress', {
      bulkId: 'token-1',
      rows: [outcome(mighty, 'stopped'), outcome(open, 'running')],
    });
    expect(await screen.findByText('1 of 3 keys dealt with')).toBeTruthy();
    expect(itemsOf().some((text) => text?.includes('Mighty') && text.includes('Deleted'))).toBe(true);
    const rows = [
      outcome(mighty, 'stopped'),
      outcome(open, 'failed', 'You may not delete it.'),
      outcome(plain, 'checking'),
    ];
    app.finish({ bulkId: 'token-1', state: 'finished', rows });
    expect(await screen.findByText('1 deleted · 1 failed · 1 not confirmed')).toBeTruthy();
    expect(screen.getByText('You may not delete it.')).toBeTruthy();
    expect(screen.getByText(/Treat all others as live\./)).toBeTruthy();
    expect(screen.queryByText(/lists none of them/)).toBeNull();
    await app.user.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: 'Delete 3 API keys' })).toBeTruthy();
    await app.user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says all are gone only when all are', async () => {
    const app = await openBulk();
    await confirm(app, 'DELETE 3 KEYS');
    app.finish({ bulkId: 'token-1', state: 'finished', rows: KEYS.map((key) => outcome(key, 'stopped')) });
    expect(await screen.findByText('3 deleted')).toBeTruthy();
    expect(screen.getByText('The console was read again and lists none of them.')).toBeTruthy();
  });

  it('leaves the rest alone on request', async () => {
    const app = await openBulk();
    await confirm(app, 'DELETE 3 KEYS');
    const cancel = await screen.findByRole<HTMLButtonElement>('button', { name: 'Cancel remaining' });
    expect(cancel.disabled).toBe(true);
    app.client.emit('bulkProgress', { bulkId: 'token-1', rows: [outcome(mighty, 'running')] });
    await waitFor(() => expect(cancel.disabled).toBe(false));
    await app.user.click(cancel);
    expect(app.client.inputs('bulk.cancel')).toEqual([{ bulkId: 'token-1' }]);
    app.finish({
      bulkId: 'token-1',
      state: 'cancelled',
      rows: [outcome(mighty, 'stopped'), outcome(open, 'cancelled'), outcome(plain, 'cancelled')],
    });
    expect(await screen.findByText('1 deleted · 2 left alone')).toBeTruthy();
  });

  it('goes back to the question when nothing was begun', async () => {
    const app = await openBulk();
    await confirm(app, 'DELETE 3 KEYS');
    app.fail(new AppError('offline', 'The console could not be reached.'));
    expect(await screen.findByText('The console could not be reached.')).toBeTruthy();
    expect(screen.getByLabelText('Type DELETE 3 KEYS to confirm')).toBeTruthy();
  });
});

describe('the selection', () => {
  it('of one key asks about that key', async () => {
    const { user } = renderKeys({ keys: KEYS });
    await theGrid();
    await user.click(screen.getByRole('checkbox', { name: 'Select Plain' }));
    await user.click(screen.getByRole('button', { name: 'Delete 1 key' }));
    expect(await screen.findByRole('alertdialog', { name: 'Delete API key' })).toBeTruthy();
  });

  it('of more keys than one run takes says so', async () => {
    const { user } = renderKeys({ keys: someKeys(5_001) });
    await theGrid();
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(screen.getByText('5,001 selected; at most 5,000 can be dealt with at once')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Delete 5,001 keys' }).disabled).toBe(true);
  });

  it('says when part of the selection is out of sight', async () => {
    const { user } = renderKeys({ keys: KEYS });
    await theGrid();
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.type(screen.getByLabelText('Search keys'), 'mighty');
    expect(screen.getByText('3 selected, 2 of them not shown by the search or the filters')).toBeTruthy();
  });
});
