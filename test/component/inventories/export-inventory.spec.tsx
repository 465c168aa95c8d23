import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ExportOutcome } from '@core/contract/inventories';
import { AppError } from '@core/domain/app-error';
import { ExportInventory } from '@renderer/inventories/export/ExportInventory';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole, anEnvironment } from '@test/support/builders';
import { fakeClient } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp } from '@test/support/render-app';

const STAGING = { consoleId: 'acme', environmentId: 'env-staging' };
const environments = [
  anEnvironment({ ...STAGING, name: 'staging' }),
  anEnvironment({ consoleId: 'acme', environmentId: 'env-live', name: 'live' }),
];
const WRITTEN: ExportOutcome = { path: '/home/ada/keys.keydesk', keys: 3, places: 2, signed: true, left: [] };

const show = (inventory: () => Promise<ExportOutcome | null>) =>
  renderWithApp(
    <ExportInventory
      environments={environments}
      consoles={[aConsole()]}
      initial={STAGING}
      open
      onClose={() => undefined}
    />,
    fakeClient(reads(), { exports: { inventory, cancel: async () => ({ done: true }) } }),
  );

it('exports the environment it was opened at, all, or those that are picked', async () => {
  const { user, client } = show(async () => null);
  const send = () => user.click(screen.getByRole('button', { name: 'Export' }));
  expect(screen.getByText(/^Signed by this Keydesk/)).toBeDefined();
  await send();
  await user.click(await screen.findByRole('button', { name: 'All (2)' }));
  await user.click(screen.getByRole('button', { name: 'CSV' }));
  expect(screen.getByText(/It is unsigned/)).toBeDefined();
  await user.click(screen.getByLabelText('Include fingerprints'));
  await send();
  await user.click(await screen.findByRole('button', { name: 'Pick' }));
  await user.click(screen.getByLabelText(/^staging/));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export' }).disabled).toBe(true);
  await user.click(screen.getByLabelText(/^live/));
  expect(await accessibilityProblems()).toEqual([]);
  await send();
  const [staging, live] = environments.map(({ consoleId, environmentId }) => ({ consoleId, environmentId }));
  await waitFor(() =>
    expect(client.inputs('exports.inventory')).toEqual([
      { environments: [staging], format: 'json', fingerprints: false },
      { environments: [staging, live], format: 'csv', fingerprints: true },
      { environments: [live], format: 'csv', fingerprints: true },
    ]),
  );
});

it('shows how far it is, can be cancelled, and asks again', async () => {
  let fail: (error: AppError) => void = () => undefined;
  const { user, client } = show(() => new Promise((_done, reject) => (fail = reject)));
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await screen.findByText('Reading environments');
  act(() => client.emit('exportProgress', { done: 1, of: 2 }));
  await screen.findByText('Reading environments · 1 of 2');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(client.inputs('exports.cancel')).toHaveLength(1);
  act(() => fail(new AppError('cancelled', 'The export was cancelled.')));
  expect(await screen.findByRole('button', { name: 'Export' })).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says where the file is, what it is worth, and what is missing', async () => {
  const left = [{ name: 'live', why: 'The console cannot be reached.' }];
  const { user } = show(async () => ({ ...WRITTEN, signed: false, left }));
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByText('/home/ada/keys.keydesk')).toBeDefined();
  expect(screen.getByText('3 keys of 2 environments, without any secret.')).toBeDefined();
  expect(screen.getByText(/^It is unsigned, because/)).toBeDefined();
  expect(screen.getByText('live: The console cannot be reached.')).toBeDefined();
  expect(await accessibilityProblems()).toEqual([]);
});
