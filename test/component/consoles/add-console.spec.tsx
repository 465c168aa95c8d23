import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole, aReport } from '@test/support/builders';
import type { Rendered } from '@test/support/render-app';
import { opened, press } from './console-dialogs';

async function fillIn({ user }: Rendered, url = 'https://console.acme.example'): Promise<void> {
  const fields = { Name: 'Acme', 'Console URL': url, 'User name': 'ada', Password: 'pw-canary' };
  for (const [label, text] of Object.entries(fields)) {
    await user.click(screen.getByLabelText(label));
    await user.paste(text);
  }
}

const refusal = new AppError('unauthorized', 'The console refused this user name and password.', {
  status: 401,
});

describe('Add console', () => {
  it('is drawn from what is known of the vendor, and accessible', async () => {
    await opened('add');
    const dialog = screen.getByRole('dialog', { name: 'Add console' });
    expect(within(dialog).getByRole('combobox', { name: 'Vendor' }).textContent).toContain('Qodly Cloud');
    expect(screen.getByLabelText('Password')).toHaveProperty('type', 'password');
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('tests without keeping anything and says who we are and who signed', async () => {
    const rendered = await opened('add', { test: async () => aReport() });
    await fillIn(rendered);
    await press(rendered, 'Test connection');
    const report = await screen.findByText('Connected as Ada Byron');
    expect(report).toBeDefined();
    for (const text of [
      'ada@acme.example',
      'see keys, show secrets, change keys',
      '3 environments',
      'Acme Internal CA',
    ]) {
      expect(screen.getByText(text)).toBeDefined();
    }
    expect(screen.getByText(/^AB:AB:/)).toBeDefined();
    expect(rendered.client.inputs('consoles.add')).toEqual([]);
  });

  it('warns when the clocks differ by more than two minutes', async () => {
    const rendered = await opened('add', { test: async () => aReport({ skewMs: -400_000 }) });
    await fillIn(rendered);
    await press(rendered, 'Test connection');
    expect(await screen.findByText(/6 minutes behind/)).toBeDefined();
  });

  it('forgets what a test found as soon as the form changes', async () => {
    const rendered = await opened('add', { test: async () => aReport() });
    await fillIn(rendered);
    await press(rendered, 'Test connection');
    await screen.findByText('Connected as Ada Byron');
    await rendered.user.type(screen.getByLabelText('Console URL'), '/other');
    expect(screen.queryByText('Connected as Ada Byron')).toBeNull();
  });

  it('saves what works and closes', async () => {
    const rendered = await opened('add', { add: async () => aConsole({ label: 'Acme' }) });
    await fillIn(rendered);
    await press(rendered, 'Save');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(rendered.client.inputs('consoles.add')).toEqual([
      {
        insist: false,
        draft: {
          vendor: 'qodly',
          label: 'Acme',
          baseUrl: 'https://console.acme.example',
          method: 'password',
          credentials: { userName: 'ada', password: 'pw-canary' },
          allowLoopback: false,
          allowPrivate: false,
        },
      },
    ]);
    expect(screen.getByRole('status').textContent).toBe('Acme was saved.');
    expect(document.documentElement.outerHTML).not.toContain('pw-canary');
  });

  it('sends nothing while something is missing, and says what', async () => {
    const rendered = await opened('add');
    await press(rendered, 'Save');
    expect(screen.getByText('Give the console a name of your own.')).toBeDefined();
    expect(screen.getByText('Password is required.')).toBeDefined();
    expect(rendered.client.made).toEqual([]);
  });

  it('keeps everything typed when it fails, and saves it anyway when the operator insists', async () => {
    const rendered = await opened('add', {
      add: async ({ insist }) => {
        if (!insist) throw refusal;
        return aConsole();
      },
    });
    await fillIn(rendered);
    await press(rendered, 'Save');
    expect((await screen.findByRole('alert')).textContent).toContain(refusal.message);
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'pw-canary');
    await press(rendered, 'Save anyway');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(
      rendered.client.inputs('consoles.add').map((input) => (input as { insist: boolean }).insist),
    ).toEqual([false, true]);
  });

  it('puts a failure at the field it belongs to, without offering to insist', async () => {
    const sentence = 'Leave out what follows ? or # in the address.';
    const rendered = await opened('add', {
      test: () => Promise.reject(new AppError('invalid-input', sentence, { field: 'baseUrl' })),
    });
    await fillIn(rendered);
    await press(rendered, 'Test connection');
    expect(await screen.findByRole('textbox', { name: 'Console URL', description: sentence })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Save anyway' })).toBeNull();
    expect(screen.getByRole('checkbox', { name: 'Allow a private network address' })).toBeDefined();
  });

  it('asks for a tick for plain http on this computer, and only there', async () => {
    const rendered = await opened('add', { add: async () => aConsole() });
    expect(screen.queryByRole('checkbox')).toBeNull();
    await fillIn(rendered, 'http://127.0.0.1:4000');
    await rendered.user.click(screen.getByRole('checkbox', { name: 'Allow plain http on this computer' }));
    await press(rendered, 'Save');
    await waitFor(() => expect(rendered.client.inputs('consoles.add')).toHaveLength(1));
    expect(rendered.client.inputs('consoles.add')[0]).toMatchObject({ draft: { allowLoopback: true } });
  });

  it('changes its fields with the way to sign in', async () => {
    const rendered = await opened('add');
    await press(rendered, 'Token');
    expect(screen.getByLabelText('Token')).toHaveProperty('type', 'password');
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('takes a certificate authority from a file', async () => {
    const rendered = await opened('add', {
      chooseCertificate: async () => ({ fileName: 'acme-ca.pem', pem: 'PEM' }),
      add: async () => aConsole(),
    });
    await fillIn(rendered);
    await press(rendered, 'Choose PEM file');
    expect(await screen.findByText('acme-ca.pem')).toBeDefined();
    await press(rendered, 'Save');
    await waitFor(() => expect(rendered.client.inputs('consoles.add')).toHaveLength(1));
    expect(rendered.client.inputs('consoles.add')[0]).toMatchObject({ draft: { caPem: 'PEM' } });
  });

  it('starts empty the next time, after Escape too', async () => {
    const rendered = await opened('add');
    await rendered.user.type(screen.getByLabelText('Password'), 'pw-canary');
    await rendered.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press(rendered, 'add');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', '');
  });
});
