import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accessibilityProblems } from '@test/support/axe';
import { aKey, aStatus, someSettings } from '@test/support/builders';
import { fakeClient } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWindow } from '@test/support/render-window';
import { keyOf, worldOf } from '@test/support/vendor-worlds';
import { onTheDay, renderKeys, rowOf, theGrid } from '@test/component/keys/keys-world';

onTheDay();

const status = aStatus({ revokeOnly: 'setting' });
const buttonsOf = (row: HTMLElement): (string | null)[] =>
  within(row)
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'));

describe('the key table in revoke-only mode', () => {
  it('offers to stop and nothing that shows, makes or changes', async () => {
    renderKeys({ keys: [aKey({ name: 'Accounting' })], status });
    const row = await rowOf('Accounting');
    await waitFor(() => expect(buttonsOf(row)).toEqual(['Delete key']));
    expect(screen.queryByRole('button', { name: 'Create key' })).toBeNull();
  });

  it('offers to disable, and not to enable', async () => {
    const keys = [
      keyOf('mia', { id: 'a', name: 'works', active: true }),
      keyOf('mia', { id: 'b', name: 'stopped', active: false }),
    ];
    const { user } = renderKeys({ ...worldOf('mia', keys), status });
    const row = await rowOf('works');
    await waitFor(() => expect(buttonsOf(row)).toEqual(['Disable key', 'Delete key']));
    expect(buttonsOf(await rowOf('stopped'))).toEqual(['Delete key']);
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(screen.getByRole('button', { name: 'Disable 1 key' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Enable|Extend)/ })).toBeNull();
  });

  it('verifies a key that it does not show', async () => {
    const { user } = renderKeys({ keys: [aKey({ name: 'Accounting' })], status });
    await theGrid();
    await user.dblClick(within(await rowOf('Accounting')).getByText('Accounting'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Key details' }));
    expect(dialog.getByRole('button', { name: 'Verify key' })).toBeTruthy();
  });
});

describe('the window in revoke-only mode', () => {
  it.each([
    ['setting', /It is turned on in Settings/],
    ['switch', /Keydesk was started with --revoke-only/],
  ] as const)('says why so little is offered: %s', async (revokeOnly, why) => {
    renderWindow(fakeClient(reads({ status: aStatus({ revokeOnly }) })));
    expect(await screen.findByText(why)).toBeTruthy();
  });

  it('adds and changes no console, and says what the mode is good for', async () => {
    const app = renderWindow(fakeClient(reads({ status, settings: someSettings({ revokeOnly: true }) })));
    await app.user.click(await screen.findByRole('button', { name: 'Settings' }));
    const tick = await screen.findByRole<HTMLInputElement>('checkbox', {
      name: 'Only find, verify and stop keys',
    });
    expect([tick.checked, tick.disabled]).toEqual([true, false]);
    expect(screen.getByText(/guards against slips, not against whoever uses this computer/)).toBeTruthy();
    for (const name of [/^Add a console/, /^Edit console/, /^Remove console/])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
    app.client.stub({ settings: { change: async () => someSettings() } });
    await app.user.click(tick);
    expect(app.client.inputs('settings.change')).toEqual([{ revokeOnly: false }]);
  });

  it('cannot be turned off where the switch turned it on', async () => {
    const app = renderWindow(fakeClient(reads({ status: aStatus({ revokeOnly: 'switch' }) })));
    await app.user.click(await screen.findByRole('button', { name: 'Settings' }));
    const tick = await screen.findByRole<HTMLInputElement>('checkbox', {
      name: 'Only find, verify and stop keys',
    });
    expect([tick.checked, tick.disabled]).toEqual([true, true]);
  });
});
