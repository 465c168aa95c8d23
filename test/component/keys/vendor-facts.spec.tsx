import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import { daysFromNow, NOW } from '@test/support/builders';
import { keyOf, worldOf, worldOfAll } from '@test/support/vendor-worlds';
import { listing, namesShown, onTheDay, renderKeys, rowOf, theGrid } from '@test/component/keys/keys-world';

onTheDay();

describe('facts', () => {
  it('of deployments, endpoints and the way to being active are told with their reasons', async () => {
    renderKeys({
      ...worldOfAll([
        keyOf('mia', { deployed: 'saved' }),
        keyOf('mia', { id: 'b', name: 'live', deployed: 'live', usedBy: ['/only'] }),
        keyOf('mia', { id: 'c', name: 'odd', deployed: 'unknown', usedBy: [] }),
        keyOf('qwilt', { activatesAt: toInstant(NOW + 252_000) }),
      ]),
    });
    const row = within(await rowOf('mobile'));
    const tipOf = (text: string): string | null | undefined =>
      row.getByText(text).closest('[role="gridcell"]')?.getAttribute('aria-description');
    expect(tipOf('Saved, not deployed')).toMatch(/works as before until/);
    expect(row.getByText('/orders')).toBeTruthy();
    expect(tipOf('+2')).toBe('/orders, /cart, /users');
    expect(within(await rowOf('live')).getByText('Live')).toBeTruthy();
    expect(within(await rowOf('odd')).getByText('Unknown')).toBeTruthy();
    const fresh = within(await rowOf('Purge job'));
    expect(fresh.getByText('4:12')).toBeTruthy();
    expect(
      fresh.getByText('Activating').closest('[role="gridcell"]')?.getAttribute('aria-description'),
    ).toMatch(/It works everywhere by 4 Mar 2026/);
  });

  it('that a vendor does not record are said to be so in its name', async () => {
    renderKeys(worldOfAll());
    const row = within(await rowOf('Purge job'));
    expect(row.getAllByText('not recorded by Qwilt in Acme Media').length).toBeGreaterThan(0);
    expect(
      within(await rowOf('api_key_ab12cd34')).getAllByText('not recorded by CloudMC in Acme').length,
    ).toBeGreaterThan(0);
  });
});

it('one console that fails leaves the keys of the other three in sight', async () => {
  const { client, user } = renderKeys({
    ...worldOfAll(),
    stubs: {
      keys: {
        load: async (input) => {
          if (input.environment.consoleId === 'cloudmc')
            throw new AppError('offline', 'The console could not be reached.');
          return { ...(await listing(input)), rows: 1 };
        },
      },
    },
  });
  expect(
    await screen.findByText(
      'Acme (Acme Cloud): the keys could not be read. The console could not be reached.',
    ),
  ).toBeTruthy();
  await waitFor(() => expect(namesShown().sort()).toEqual(['Accounting', 'Purge job', 'mobile']));
  client.stub({ keys: { load: async (input) => ({ ...(await listing(input)), rows: 1 }) } });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await rowOf('api_key_ab12cd34')).toBeTruthy();
});

describe('the filters', () => {
  it('are those that tell the keys of these vendors apart', async () => {
    renderKeys(
      worldOfAll([
        keyOf('mia', { active: false }),
        keyOf('mia', { id: 'b', name: 'web' }),
        keyOf('qwilt', { revokedAt: daysFromNow(-2) }),
        keyOf('cloudmc', { lastUsedAt: 'never' }),
      ]),
    );
    await theGrid();
    const filters = within(screen.getByRole('group', { name: 'Filters' }));
    expect(filters.getAllByRole('button').map((chip) => chip.getAttribute('aria-label'))).toEqual([
      'Disabled',
      'Never used',
      'Recently stopped',
      'Findings',
    ]);
  });

  it('ask nothing of use where no use is recorded', async () => {
    renderKeys(worldOf('mia', [keyOf('mia'), keyOf('mia', { id: 'b', name: 'web' })]));
    await theGrid();
    expect(screen.queryByRole('button', { name: 'Never used' })).toBeNull();
  });
});

it('a status that counts down turns by itself', async () => {
  vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
  renderKeys(worldOf('qwilt', [keyOf('qwilt', { activatesAt: toInstant(NOW + 60_000) })]));
  const row = within(await rowOf('Purge job'));
  expect(row.getByText('Activating')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(61_500));
  expect(row.getByText('Active')).toBeTruthy();
});
