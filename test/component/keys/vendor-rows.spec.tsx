import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow } from '@test/support/builders';
import { ASSISTED, consoleOf, environmentOf, keyOf, worldOf, worldOfAll } from '@test/support/vendor-worlds';
import { onTheDay, pressInRow, renderKeys, rowOf } from '@test/component/keys/keys-world';

onTheDay();

const buttonsOf = async (name: string): Promise<string[]> =>
  within(await rowOf(name))
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? '');

describe('the buttons of a row', () => {
  it('are those that its vendor has', async () => {
    renderKeys(worldOfAll());
    expect(await buttonsOf('Accounting')).toEqual([
      'Show key',
      'Copy key',
      'Edit key',
      'Replace key',
      'Delete key',
    ]);
    expect(await buttonsOf('mobile')).toEqual([
      'Show key',
      'Copy key',
      'Edit key',
      'Replace key',
      'Disable key',
      'Delete key',
    ]);
    expect(await buttonsOf('api_key_ab12cd34')).toEqual(['Edit key', 'Replace key', 'Revoke key']);
    expect(await buttonsOf('Purge job')).toEqual(['Replace key', 'Revoke key']);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('offer no secret that cannot be read, and no end to a key that has ended', async () => {
    const recorded = (name: string, readable: boolean): ApiKey =>
      keyOf('qodly', { id: name, name, readable });
    renderKeys(worldOf('qodly', [recorded('kept', true), recorded('not kept', false)], ASSISTED));
    expect(await buttonsOf('kept')).toEqual(['Show key', 'Copy key', 'Edit key', 'Forget key']);
    expect(await buttonsOf('not kept')).toEqual(['Edit key', 'Forget key']);
  });

  it('offer nothing for a revoked key', async () => {
    const key = (name: string, over: Partial<ApiKey>): ApiKey => keyOf('qwilt', { id: name, name, ...over });
    renderKeys(
      worldOf('qwilt', [
        key('dead', { revokedAt: daysFromNow(-1) }),
        key('ended', { expiresAt: daysFromNow(-5) }),
      ]),
    );
    expect(within(await rowOf('dead')).queryAllByRole('button')).toEqual([]);
    expect(await buttonsOf('ended')).toEqual(['Create its successor', 'Revoke key']);
  });
});

describe('Disable key', () => {
  const edited = (active: boolean) => async () => ({
    state: 'confirmed' as const,
    key: keyOf('mia', { active }),
  });

  it('asks once with what depends on it, and says that it is not live yet', async () => {
    const app = renderKeys({ ...worldOf('mia'), stubs: { keys: { edit: edited(false) } } });
    await pressInRow(app, 'mobile', 'Disable key');
    const dialog = within(await screen.findByRole('dialog', { name: 'Disable API key' }));
    expect(dialog.getByText('/orders, /cart, /users')).toBeTruthy();
    expect(dialog.getByText(/is refused, from the next deployment on/)).toBeTruthy();
    await app.user.click(dialog.getByRole('button', { name: 'Disable' }));
    expect((await screen.findAllByText(/was disabled in the configuration/)).length).toBeGreaterThan(0);
    expect(app.client.inputs('keys.edit')).toMatchObject([
      { changes: { active: false }, key: { keyId: 'mobile' } },
    ]);
  });

  it('is Enable key for one that is disabled', async () => {
    const app = renderKeys({
      ...worldOf('mia', [keyOf('mia', { active: false })]),
      stubs: { keys: { edit: edited(true) } },
    });
    expect(within(await rowOf('mobile')).getByText('Disabled')).toBeTruthy();
    await pressInRow(app, 'mobile', 'Enable key');
    await app.user.click(await screen.findByRole('button', { name: 'Enable' }));
    await waitFor(() =>
      expect(app.client.inputs('keys.edit')).toMatchObject([{ changes: { active: true } }]),
    );
  });

  it('shows what somebody else made of the key first', async () => {
    const theirs = keyOf('mia', { active: true, revision: '8' });
    const app = renderKeys({
      ...worldOf('mia'),
      stubs: { keys: { edit: async () => ({ state: 'conflict', theirs }) } },
    });
    await pressInRow(app, 'mobile', 'Disable key');
    await app.user.click(await screen.findByRole('button', { name: 'Disable' }));
    expect(await screen.findByText(/Somebody else changed this key/)).toBeTruthy();
  });
});

describe('where nothing can be changed', () => {
  const REASON = 'A version is a snapshot; change the revision instead.';

  it('says why, and has no button that would', async () => {
    renderKeys(worldOf('mia', [keyOf('mia')], { readOnly: REASON, canEdit: false }));
    expect(await buttonsOf('mobile')).toEqual(['Show key', 'Copy key']);
    expect(screen.getByText(REASON)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Create key' })).toBeNull();
  });

  it('leads from no keys to nowhere', async () => {
    renderKeys(worldOf('mia', [], { readOnly: REASON, canEdit: false }));
    expect(await screen.findByText('No keys yet')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Create key' })).toBeNull();
  });

  it('is named beside places where something can, which alone are offered for a new key', async () => {
    const fixed = environmentOf('mia', { readOnly: REASON, canEdit: false });
    const app = renderKeys({
      consoles: [consoleOf('mia'), consoleOf('qwilt')],
      environments: [fixed, environmentOf('qwilt')],
      keys: [keyOf('mia'), keyOf('qwilt')],
    });
    expect(await screen.findByText(`shop/main (Acme Mia): ${REASON}`)).toBeTruthy();
    expect(await buttonsOf('Purge job')).toEqual(['Replace key', 'Revoke key']);
    await app.user.click(screen.getByRole('button', { name: 'Create key' }));
    expect(await screen.findByLabelText('Valid for (days)')).toBeTruthy();
  });
});
