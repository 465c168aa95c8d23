import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { aConsole, aKey, anEnvironment, someKeys } from '@test/support/builders';
import {
  failing,
  KEYS,
  LEGACY,
  listing,
  namesShown,
  onTheDay,
  promised,
  renderKeys,
  rowOf,
  theGrid,
} from '@test/component/keys/keys-world';

onTheDay();

describe('the table', () => {
  it('shows the facts the vendor has under its own headings', async () => {
    renderKeys({ keys: KEYS });
    await theGrid();
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      '',
      'Description',
      'Status',
      'Findings',
      'Type',
      'Role',
      'Expires',
      'Allowed hosts',
      'Last used',
      'Last used from',
      'Created by',
      'Created',
      'Key ends in',
      'Actions',
    ]);
    const row = await rowOf('Backup');
    expect(
      within(row).getByText('Expiring').closest('[role="gridcell"]')?.getAttribute('aria-description'),
    ).toBe('It expires in 3 days.');
    expect(within(row).getByText('+1').closest('[role="gridcell"]')?.getAttribute('aria-description')).toBe(
      '203.0.113.7, 2001:db8::1',
    );
  });

  it('has no column and no button for what the first generation lacks', async () => {
    renderKeys({
      environments: [LEGACY],
      keys: [aKey({ environmentId: 'env-legacy', name: 'Old', type: null, expiresAt: 'never' })],
    });
    const row = await rowOf('Old');
    expect(screen.getByRole('columnheader', { name: 'API Name' })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Profile' })).toBeTruthy();
    expect(screen.queryByRole('columnheader', { name: 'Type' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Edit key' })).toBeNull();
    expect(within(row).getByText('Never')).toBeTruthy();
  });

  it('says the exact moment with its zone in the tooltip of a date', async () => {
    renderKeys({ keys: KEYS });
    const cell = within(await rowOf('Accounting'))
      .getByText('20 Sept 2026')
      .closest('[role="gridcell"]');
    expect(cell?.getAttribute('aria-description')).toMatch(
      /20 Sept 2026, \d\d:\d\d:\d\d \S+ \(in \d months\)/,
    );
  });

  it('opens all facts of a key with Enter', async () => {
    const { user } = renderKeys({ keys: KEYS });
    await user.click(within(await rowOf('Backup')).getByText('Backup'));
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Key details' });
    expect(within(dialog).getByText('203.0.113.7, 2001:db8::1')).toBeTruthy();
    expect(within(dialog).getByText('https://staging.order-desk.acme.example')).toBeTruthy();
  });

  it('verifies a key from its details and says what the endpoint answered', async () => {
    const report = {
      verdict: 'refused',
      reason: 'expired',
      status: 401,
      at: '2026-05-01T10:00:00.000Z',
    } as const;
    const { client, user } = renderKeys({ keys: KEYS, stubs: { keys: { verify: async () => report } } });
    await user.click(within(await rowOf('Backup')).getByText('Backup'));
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Verify key' }));
    expect(await screen.findByText(/HTTP 401/)).toBeTruthy();
    expect(client.inputs('keys.verify')).toHaveLength(1);
  });
});

describe('states', () => {
  it('shows how far the reading is and stops it', async () => {
    const listing = promised<never>();
    const { client, user } = renderKeys({
      stubs: { keys: { load: () => listing.promise, cancelLoad: async () => ({ done: true }) } },
    });
    await screen.findByText(/Reading keys/);
    const environment = { consoleId: 'acme', environmentId: 'env-staging' };
    client.emit('keysProgress', { environment, loaded: 4_000, total: 12_000 });
    expect(await screen.findByText(/4,000 of 12,000/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(client.inputs('keys.cancelLoad')).toEqual([{ environment }]);
    listing.fail(new AppError('cancelled', 'Reading was cancelled.'));
    expect(await screen.findByText('The keys of staging were not read')).toBeTruthy();
  });

  it('leads from an empty table to the first key', async () => {
    const { user } = renderKeys({ keys: [] });
    await user.click(
      within((await screen.findByText('No keys yet')).parentElement as HTMLElement).getByRole('button', {
        name: 'Create key',
      }),
    );
    expect(await screen.findByRole('dialog', { name: 'Create API key' })).toBeTruthy();
  });

  it('says what went wrong and tries again', async () => {
    const { user, client } = renderKeys({
      keys: KEYS,
      stubs: { keys: { load: failing('offline', 'The console could not be reached.') } },
    });
    expect(await screen.findByText('The keys of staging could not be read')).toBeTruthy();
    expect(screen.getByText('The console could not be reached.')).toBeTruthy();
    client.stub({ keys: { load: listing } });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf('Backup')).toBeTruthy();
  });

  it('keeps the last known keys and says how old they are', async () => {
    renderKeys({
      keys: KEYS,
      stubs: {
        keys: {
          load: async (input) => ({
            ...(await listing(input)),
            stale: { code: 'timeout', message: 'The console did not answer in time.', facts: {} },
          }),
        },
      },
    });
    expect(
      await screen.findByText(/As of \d\d:\d\d, console unreachable\. The console did not answer in time\./),
    ).toBeTruthy();
    expect(namesShown()).toHaveLength(3);
  });

  it('reads again on Refresh', async () => {
    const { user, client } = renderKeys({ keys: KEYS });
    await theGrid();
    const before = client.inputs('keys.load').length;
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(client.inputs('keys.load')).toHaveLength(before + 1);
  });
});

it('draws two thousand keys and more of several consoles', async () => {
  renderKeys({
    consoles: [aConsole(), aConsole({ id: 'beta', label: 'Beta' })],
    environments: [
      anEnvironment(),
      anEnvironment({ consoleId: 'beta', environmentId: 'env-b', name: 'beta' }),
    ],
    keys: [...someKeys(2_400), ...someKeys(5, () => ({ consoleId: 'beta', environmentId: 'env-b' }))],
  });
  await waitFor(async () => expect((await theGrid()).getAttribute('aria-rowcount')).toBe('2406'));
  expect(namesShown().length).toBeLessThan(60);
});
