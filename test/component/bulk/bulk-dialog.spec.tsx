import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { BulkTarget } from '@core/domain/bulk';
import { accessibilityProblems } from '@test/support/axe';
import { aKey, daysFromNow, someKeys } from '@test/support/builders';
import { keyOf, worldOf, worldOfAll } from '@test/support/vendor-worlds';
import { onTheDay, theGrid } from '@test/component/keys/keys-world';
import { aReport, outcome, pressOnAll, renderBulk } from './bulk-world';

onTheDay();

const KEYS = [
  aKey({ id: '1', name: 'Plain', allowedHosts: ['203.0.113.7'] }),
  aKey({ id: '2', name: 'Mighty', type: 'administration', revision: '"7"' }),
  aKey({ id: '3', name: 'Open' }),
];

async function openStop(keys: readonly ApiKey[] = KEYS, accepted = true) {
  const report = aReport(
    keys.map((key) => outcome(key, 'waiting')),
    'running',
  );
  const bulk = {
    confirm: async () => (accepted ? { token: 'run-1' } : null),
    start: async () => report,
    report: async () => report,
  };
  const app = renderBulk({ keys, stubs: { bulk } });
  await theGrid();
  await pressOnAll(app, `Delete ${keys.length} keys`);
  const dialog = await screen.findByRole('alertdialog', { name: `Delete ${keys.length} API keys` });
  const type = (word: string): Promise<void> =>
    app.user.type(within(dialog).getByLabelText(/^Type .* to confirm$/), word);
  return { ...app, dialog, type };
}

describe('before anything is done', () => {
  it('every key is named with what happens to it, the most powerful first', async () => {
    const { dialog } = await openStop();
    const items = within(dialog).getAllByRole('listitem');
    expect(items.map((item) => item.querySelector('bdi')?.textContent)).toEqual(['Mighty', 'Open', 'Plain']);
    expect(items.every(({ textContent }) => textContent?.includes('Delete: final'))).toBe(true);
    expect(within(dialog).getByText('3 keys in 1 environment, 1 Administration key')).toBeTruthy();
    expect(within(dialog).getByText(/Nothing brings a deleted key back/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('only what is in sight of a long list is drawn', async () => {
    const { dialog } = await openStop(someKeys(400));
    const items = within(dialog).getAllByRole('listitem');
    expect(items.length).toBeLessThan(40);
    expect(items[0]?.getAttribute('aria-setsize')).toBe('400');
  });

  it('a word is asked for that grows with the number, and the versions that were seen are sent', async () => {
    const { client, user, dialog, type } = await openStop();
    const button = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Delete 3 keys' });
    await type('DELETE');
    expect(button.disabled).toBe(true);
    await type(' 3 KEYS');
    await user.click(button);
    await waitFor(() =>
      expect(client.inputs('bulk.start')).toEqual([{ token: 'run-1', typed: 'DELETE 3 KEYS' }]),
    );
    const [{ act, targets }] = client.inputs('bulk.confirm') as [{ act: object; targets: BulkTarget[] }];
    expect(act).toEqual({ kind: 'stop' });
    expect(targets.map(({ key }) => key.keyId)).toEqual(['2', '3', '1']);
    expect(targets[0]?.revision).toBe('"7"');
    expect(new Set(targets.map(({ operationId }) => operationId)).size).toBe(3);
    expect(await screen.findByText('0 of 3 keys dealt with')).toBeTruthy();
  });

  it('nothing is begun when the operator declines in the other dialog', async () => {
    const { client, user, dialog, type } = await openStop(KEYS, false);
    await type('DELETE 3 KEYS');
    await user.click(within(dialog).getByRole('button', { name: 'Delete 3 keys' }));
    await waitFor(() => expect(client.inputs('bulk.confirm')).toHaveLength(1));
    expect(client.inputs('bulk.start')).toEqual([]);
    expect(within(dialog).getByLabelText<HTMLInputElement>(/to confirm$/).value).toBe('DELETE 3 KEYS');
  });

  it('a failure is told where the question was', async () => {
    const { client, user, dialog, type } = await openStop();
    client.stub({
      bulk: {
        start: async () => {
          throw new AppError('storage', 'The disk is full.');
        },
      },
    });
    await type('DELETE 3 KEYS');
    await user.click(within(dialog).getByRole('button', { name: 'Delete 3 keys' }));
    expect(await within(dialog).findByText('The disk is full.')).toBeTruthy();
    expect(within(dialog).getByText('Nothing was begun')).toBeTruthy();
  });
});

describe('several vendors in one selection', () => {
  it('are called by a word that is true of all, each with its own end', async () => {
    const app = renderBulk(worldOfAll([keyOf('mia'), keyOf('qwilt')]));
    await theGrid();
    await pressOnAll(app, 'Stop 2 keys');
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Stop 2 API keys' }));
    expect(dialog.getByLabelText('Type STOP 2 KEYS IN 2 ENVIRONMENTS to confirm')).toBeTruthy();
    expect(dialog.getByText('Delete: works until the next deployment')).toBeTruthy();
    expect(dialog.getByText('Revoke: final')).toBeTruthy();
  });
});

describe('what else can be done with many', () => {
  it('is disabling, where that exists, of those that work', async () => {
    const keys = [
      keyOf('mia', { id: 'a', name: 'a', active: true }),
      keyOf('mia', { id: 'b', name: 'b', active: true }),
      keyOf('mia', { id: 'c', name: 'c', active: false }),
    ];
    const app = renderBulk(worldOf('mia', keys));
    await theGrid();
    await pressOnAll(app, 'Disable 2 keys');
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Disable 2 API keys' }));
    expect(dialog.getByText('It is disabled already.')).toBeTruthy();
    expect(dialog.getByText(/Enabling a key brings the same key back/)).toBeTruthy();
    expect(dialog.getByLabelText('Type DISABLE 2 KEYS to confirm')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Extend/, hidden: true })).toBeNull();
  });

  it('is extending, never shortening', async () => {
    const keys = [
      aKey({ id: '1', name: 'Soon', expiresAt: daysFromNow(3) }),
      aKey({ id: '2', name: 'Later', expiresAt: daysFromNow(20) }),
      aKey({ id: '3', name: 'Longest', expiresAt: daysFromNow(200) }),
    ];
    const app = renderBulk({ keys, stubs: { bulk: { confirm: async () => null } } });
    await theGrid();
    await pressOnAll(app, 'Extend 3 keys');
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Extend 2 API keys' }));
    expect(dialog.getByText('It is valid for longer already.')).toBeTruthy();
    await app.user.type(dialog.getByLabelText('Type EXTEND 2 KEYS to confirm'), 'EXTEND 2 KEYS{Enter}');
    await waitFor(() => expect(app.client.inputs('bulk.confirm')).toHaveLength(1));
    expect(app.client.inputs('bulk.confirm')[0]).toMatchObject({
      act: { kind: 'extend', expiresAt: daysFromNow(90) },
      targets: [{ key: { keyId: '2' } }, { key: { keyId: '1' } }],
    });
  });

  it('is saving what is known of them', async () => {
    const app = renderBulk({
      keys: KEYS,
      stubs: { bulk: { exportKeys: async () => ({ path: '/tmp/keys.csv' }) } },
    });
    await theGrid();
    await pressOnAll(app, 'Export selection');
    await waitFor(() => expect(app.client.inputs('bulk.exportKeys')).toMatchObject([{ keys: [{}, {}, {}] }]));
    expect(await screen.findAllByText('Saved as /tmp/keys.csv, without secrets')).not.toEqual([]);
  });
});

describe('the selection', () => {
  it('of one key asks about that key', async () => {
    const { user } = renderBulk({ keys: KEYS });
    await theGrid();
    await user.click(screen.getByRole('checkbox', { name: 'Select Plain' }));
    await user.click(screen.getByRole('button', { name: 'Delete 1 key' }));
    expect(await screen.findByRole('alertdialog', { name: 'Delete API key' })).toBeTruthy();
  });

  it('of more keys than one run takes says so', async () => {
    const { user } = renderBulk({ keys: someKeys(5_001) });
    await theGrid();
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(screen.getByText('5,001 selected; at most 5,000 can be dealt with at once')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Delete 5,001 keys' }).disabled).toBe(true);
  });

  it('says when part of the selection is out of sight', async () => {
    const { user } = renderBulk({ keys: KEYS });
    await theGrid();
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.type(screen.getByLabelText('Search keys'), 'mighty');
    expect(screen.getByText('3 selected, 2 of them not shown by the search or the filters')).toBeTruthy();
  });
});
