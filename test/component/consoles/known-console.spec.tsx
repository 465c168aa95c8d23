import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { aConsole, aReport } from '@test/support/builders';
import { opened, press } from './console-dialogs';

describe('Edit console', () => {
  it('fills in what is known and never the credentials', async () => {
    const rendered = await opened('edit', { change: async () => aConsole() });
    expect(screen.getByRole('dialog', { name: 'Edit console' })).toBeDefined();
    expect(screen.getByLabelText('Console URL')).toHaveProperty('value', 'https://console.acme.example');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', '');
    await rendered.user.type(screen.getByLabelText('Name'), ' 2');
    await press(rendered, 'Save');
    await waitFor(() => expect(rendered.client.inputs('consoles.change')).toHaveLength(1));
    const [input] = rendered.client.inputs('consoles.change') as [{ draft: object }];
    expect(input).toMatchObject({ consoleId: 'acme', insist: false, draft: { label: 'Acme Qodly 2' } });
    expect(input.draft).not.toHaveProperty('credentials');
  });

  it('tests with the kept credentials', async () => {
    const rendered = await opened('edit', { test: async () => aReport() });
    await press(rendered, 'Test connection');
    await screen.findByText('Connected as Ada Byron');
    expect(rendered.client.inputs('consoles.test')[0]).toMatchObject({ consoleId: 'acme' });
  });
});

describe('Remove console', () => {
  it('says what goes and what stays, and removes it on confirmation', async () => {
    const rendered = await opened('remove', { remove: async () => ({ done: true }) });
    const dialog = screen.getByRole('alertdialog', { name: 'Remove Acme Qodly?' });
    expect(dialog.textContent).toContain('deletes its credentials from the keychain');
    expect(dialog.textContent).toContain('The keys stay on the console');
    await press(rendered, 'Remove console');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(rendered.client.inputs('consoles.remove')).toEqual([{ consoleId: 'acme' }]);
  });

  it('stays open with the reason when it could not be removed', async () => {
    const error = new AppError('keychain-locked', 'The console was kept: the keychain is locked.');
    const rendered = await opened('remove', { remove: () => Promise.reject(error) });
    await press(rendered, 'Remove console');
    expect((await screen.findByRole('alert')).textContent).toContain(error.message);
  });
});

describe('the practice console', () => {
  it('says why it did not start', async () => {
    await opened('practice', {
      openPractice: () => Promise.reject(new AppError('storage', 'The disk is full.')),
    });
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe(
        'The practice console did not start. The disk is full.',
      ),
    );
  });
});
