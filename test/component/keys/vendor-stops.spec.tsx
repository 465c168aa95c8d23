import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow } from '@test/support/builders';
import type { Rendered } from '@test/support/render-app';
import { ASSISTED, keyOf, worldOf } from '@test/support/vendor-worlds';
import { onTheDay, pressInRow, renderKeys, theGrid } from '@test/component/keys/keys-world';

onTheDay();

const GONE = { state: 'confirmed' as const, readBackAt: '2026-03-04T12:00:11.000Z' };
const gone = { keys: { stop: async () => GONE } };

const press = ({ user }: Rendered, name: string): Promise<void> =>
  user.click(screen.getByRole('button', { name }));

describe('a key that has to be deployed away', () => {
  it('lists the endpoints that name it, and never looks dead', async () => {
    const app = renderKeys({ ...worldOf('mia'), stubs: gone });
    await pressInRow(app, 'mobile', 'Delete key');
    const question = within(await screen.findByRole('alertdialog', { name: 'Delete API key' }));
    expect(question.getByText('/orders, /cart, /users')).toBeTruthy();
    expect(question.getByText(/refused from the next deployment on/)).toBeTruthy();
    await press(app, 'Delete');
    expect(
      await screen.findByText('Removed from the configuration. It still works until it is deployed.'),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Deploy' })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Deleted\./);
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe('a record of a key made elsewhere', () => {
  it('goes, and the key is said to live on', async () => {
    const app = renderKeys({ ...worldOf('qodly', [keyOf('qodly')], ASSISTED), stubs: gone });
    await pressInRow(app, 'Accounting', 'Forget key');
    await app.user.click(await screen.findByRole('button', { name: 'Forget' }));
    expect(await screen.findByText('Forgotten. Keydesk no longer lists it.')).toBeTruthy();
    expect(screen.getByText(/keeps working until you delete it in the Qodly console/)).toBeTruthy();
  });
});

describe('the key that Keydesk signs in with', () => {
  it.each([
    ['yes' as const, 'Stop it although Keydesk signs in with it'],
    ['perhaps' as const, 'Stop it although Keydesk may sign in with it'],
  ])('is confirmed on its own (%s)', async (signsIn, label) => {
    const app = renderKeys({ ...worldOf('qwilt', [keyOf('qwilt', { signsIn })]), stubs: gone });
    await pressInRow(app, 'Purge job', 'Revoke key');
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Revoke API key' }));
    const button = dialog.getByRole<HTMLButtonElement>('button', { name: 'Revoke' });
    expect(button.disabled).toBe(true);
    await app.user.click(dialog.getByRole('checkbox', { name: label }));
    expect(await accessibilityProblems()).toEqual([]);
    await app.user.click(button);
    expect(await screen.findByText(/^Revoked\./)).toBeTruthy();
    expect(app.client.inputs('keys.stop')).toMatchObject([{ evenOwn: true }]);
  });

  it('is asked about when main alone knew it', async () => {
    let own = true;
    const app = renderKeys({
      ...worldOf('qwilt'),
      stubs: {
        keys: {
          stop: async () => {
            if (own) throw new AppError('invalid-input', 'Keydesk may sign in.', { field: 'evenOwn' });
            return GONE;
          },
        },
      },
    });
    await pressInRow(app, 'Purge job', 'Revoke key');
    await app.user.click(await screen.findByRole('button', { name: 'Revoke' }));
    await app.user.click(await screen.findByRole('checkbox', { name: /although Keydesk may sign in/ }));
    own = false;
    await press(app, 'Revoke');
    expect(await screen.findByText(/^Revoked\./)).toBeTruthy();
    expect(app.client.inputs('keys.stop')[1]).toMatchObject({ evenOwn: true });
  });

  it('sends no such word for any other key', async () => {
    const app = renderKeys({ ...worldOf('qwilt'), stubs: gone });
    await pressInRow(app, 'Purge job', 'Revoke key');
    await app.user.click(await screen.findByRole('button', { name: 'Revoke' }));
    await screen.findByText(/^Revoked\./);
    expect(app.client.inputs('keys.stop')[0]).not.toHaveProperty('evenOwn');
  });
});

describe('many keys at once', () => {
  const KEYS = [
    keyOf('qwilt', { id: '1', name: 'Own', signsIn: 'yes' }),
    keyOf('qwilt', { id: '2', name: 'First' }),
    keyOf('qwilt', { id: '3', name: 'Second' }),
    keyOf('qwilt', { id: '4', name: 'Gone', revokedAt: daysFromNow(-1) }),
  ];

  it('leave out the key that Keydesk signs in with and those that are stopped, and say so', async () => {
    const app = renderKeys(worldOf('qwilt', KEYS));
    await theGrid();
    await app.user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(
      screen.getByText(
        '4 selected. Left out: 1 that Keydesk signs in with (stop it on its own, last) and 1 stopped already',
      ),
    ).toBeTruthy();
    await press(app, 'Revoke 2 keys');
    const dialog = await screen.findByRole('alertdialog', { name: 'Revoke 2 API keys' });
    const lines = within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent ?? '');
    expect(lines.filter((line) => line.includes('Revoke: final'))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('Left out'))).toHaveLength(2);
  });

  it('ask on their own whether one that may be Keydesk’s goes too', async () => {
    const asked: unknown[] = [];
    const perhaps = KEYS.slice(1, 3).map((key) => ({ ...key, signsIn: 'perhaps' as const }));
    const app = renderKeys({
      ...worldOf('qwilt', perhaps),
      stubs: {
        bulk: {
          confirm: async (input) => {
            asked.push(input);
            return null;
          },
        },
      },
    });
    await theGrid();
    await app.user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await press(app, 'Revoke 2 keys');
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Revoke 2 API keys' }));
    await app.user.type(dialog.getByLabelText('Type REVOKE 2 KEYS to confirm'), 'REVOKE 2 KEYS');
    const button = dialog.getByRole<HTMLButtonElement>('button', { name: 'Revoke 2 keys' });
    expect(button.disabled).toBe(true);
    await app.user.click(dialog.getByRole('checkbox', { name: /may sign in with one of them/ }));
    await app.user.click(button);
    await waitFor(() => expect(asked).toMatchObject([{ evenOwn: true, targets: [{}, {}] }]));
  });
});

it('a new ClientType that rules do not know is warned about', async () => {
  const app = renderKeys(worldOf('mia'));
  await pressInRow(app, 'mobile', 'Edit key');
  const form = within(await screen.findByRole('dialog', { name: 'Edit API key' }));
  expect(form.queryByLabelText('API key')).toBeNull();
  await app.user.type(form.getByLabelText('Description'), '!');
  expect(form.queryByText(/by the old name/)).toBeNull();
  await app.user.type(form.getByLabelText('ClientType'), '_v2');
  expect(form.getByText(/let callers through by the old name/).textContent).toMatch(
    /\/orders, \/cart, \/users/,
  );
  expect(form.getByText(/once they were deployed/)).toBeTruthy();
});
