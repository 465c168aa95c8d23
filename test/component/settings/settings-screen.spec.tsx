import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { VENDOR_LIST } from '@core/domain/vendor';
import { ConsoleDialogs } from '@renderer/consoles/ConsoleDialogs';
import { readNumber, readProxy } from '@renderer/settings/read-setting';
import { SettingsScreen } from '@renderer/settings/SettingsScreen';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole, aStatus, someSettings } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads, type World } from '@test/support/reads';
import { renderWithApp } from '@test/support/render-app';

const kept: Stubs = {
  settings: { change: async (change) => ({ ...someSettings(), ...withValues(change) }) },
};
const withValues = (change: object) => JSON.parse(JSON.stringify(change)) as object;

const show = (world: World = {}, more: Stubs = kept) =>
  renderWithApp(
    <ConsoleDialogs>
      <SettingsScreen />
    </ConsoleDialogs>,
    fakeClient(reads(world), more),
  );

describe('settings', () => {
  it('are accessible and show what is kept', async () => {
    show({ settings: someSettings({ hideAfterSeconds: 45 }) });
    expect(await screen.findByDisplayValue('45')).toBeDefined();
    expect(screen.getByRole('button', { name: 'System' }).getAttribute('aria-pressed')).toBe('true');
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('change the theme at once', async () => {
    const { user, client } = show();
    await user.click(await screen.findByRole('button', { name: 'Dark' }));
    expect(client.inputs('settings.change')).toEqual([{ theme: 'dark' }]);
  });

  it('keep a number when its field is left', async () => {
    const { user, client } = show();
    const field = await screen.findByLabelText('Hide a shown key after (seconds)');
    await user.clear(field);
    await user.type(field, '60');
    await user.tab();
    await waitFor(() => expect(client.inputs('settings.change')).toEqual([{ hideAfterSeconds: 60 }]));
  });

  it('keep a text on Enter, once', async () => {
    const { user, client } = show();
    await user.type(await screen.findByLabelText('Proxy URL'), 'http://proxy:8080{Enter}');
    await user.tab();
    await waitFor(() =>
      expect(client.inputs('settings.change')).toEqual([{ proxyUrl: 'http://proxy:8080' }]),
    );
  });

  it('take 0 for never locking', async () => {
    const { user, client } = show();
    const field = await screen.findByLabelText('Lock when idle for (minutes)');
    await user.clear(field);
    await user.type(field, '0');
    await user.tab();
    await waitFor(() => expect(client.inputs('settings.change')).toEqual([{ idleLockMinutes: 0 }]));
  });

  it('refuse a number out of bounds next to its field, and send nothing', async () => {
    const { user, client } = show();
    const field = await screen.findByLabelText('Clear the clipboard after (seconds)');
    await user.clear(field);
    await user.type(field, '500');
    await user.tab();
    expect(await screen.findByText('A whole number from 5 to 120 seconds.')).toBeDefined();
    expect(client.inputs('settings.change')).toEqual([]);
  });

  it('say why something could not be kept, and leave it in the field', async () => {
    const error = new AppError('storage', 'The settings could not be written: the disk is full.');
    const { user } = show({}, { settings: { change: () => Promise.reject(error) } });
    const field = await screen.findByLabelText('Proxy URL');
    await user.type(field, 'http://proxy:8080{Enter}');
    expect(await screen.findByText(error.message)).toBeDefined();
    expect(field).toHaveProperty('value', 'http://proxy:8080');
  });

  it('offer another attempt when they cannot be read', async () => {
    const error = new AppError('storage', 'The settings could not be read.');
    const { user, client } = show({}, { settings: { read: () => Promise.reject(error) } });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    client.stub({ settings: { read: async () => someSettings() } });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText('Proxy URL')).toBeDefined();
  });
});

describe('the consoles in the settings', () => {
  const consoles = [
    aConsole(),
    aConsole({ id: 'lost', label: 'Lost', credentials: 'missing' }),
    aConsole({ id: 'practice', label: 'Practice console', practice: true }),
  ];

  it('are listed with where their credentials are', async () => {
    show({ consoles });
    const list = await screen.findByRole('list', { name: 'Consoles' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(list.textContent).toContain('credentials in the keychain');
    expect(list.textContent).toContain('credentials missing');
  });

  it('are edited and removed from there, the practice console only removed', async () => {
    const { user } = show({ consoles });
    await user.click(await screen.findByRole('button', { name: 'Edit console Lost' }));
    expect(screen.getByRole('dialog', { name: 'Edit console' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Edit console Practice console', hidden: true })).toBeNull();
  });

  it('offer the practice consoles while one of them is not there', async () => {
    show({ consoles });
    expect(await screen.findByRole('button', { name: 'Open the practice console' })).toBeDefined();
  });

  it('offer the practice consoles no longer when all of them are there', async () => {
    const all = VENDOR_LIST.map(({ id }) => aConsole({ id, label: id, vendor: id, practice: true }));
    show({ consoles: all });
    await screen.findByRole('list', { name: 'Consoles' });
    expect(screen.queryByRole('button', { name: 'Open the practice console' })).toBeNull();
  });

  it('lead to what Keydesk relies on, and say once where that is assumed', async () => {
    const qwilt = aConsole({ id: 'q', label: 'Acme CDN', vendor: 'qwilt' });
    const { user } = show({ consoles: [aConsole(), qwilt] });
    const note = await screen.findByRole('button', { name: 'Some routes of this console are assumed' });
    expect(screen.getAllByRole('button', { name: /^Facts and routes of/ })).toHaveLength(2);
    await user.click(note);
    expect(screen.getByRole('dialog', { name: 'Facts and routes' }).textContent).toContain('Acme CDN');
  });
});

describe('what is known of Keydesk', () => {
  it('names versions, the training folder, and what is not promised', async () => {
    show({ status: aStatus({ keychain: 'unavailable', sessionOnly: true }) });
    expect(await screen.findByText('/home/ada/.config/keydesk-training')).toBeDefined();
    expect(screen.getByText(/no keychain service.*in memory only/)).toBeDefined();
    expect(screen.getByText(/Programs that run under your account may read/)).toBeDefined();
  });
});

describe('reading typed settings', () => {
  it.each(['', '4', '301', '1.5', '-5', '1e2', 'abc'])('refuses %j as a number of seconds', (typed) => {
    expect(readNumber('hideAfterSeconds')(typed)).toBeTypeOf('string');
  });

  it('takes a proxy by its origin and an empty field as none', () => {
    expect(readProxy('http://proxy.example.com:8080/')).toEqual({
      proxyUrl: 'http://proxy.example.com:8080',
    });
    expect(readProxy('')).toEqual({ proxyUrl: '' });
  });

  it.each([
    'proxy:8080',
    'https://proxy',
    'socks5://proxy',
    'http://user:pw@proxy',
    'http://proxy/path',
    'http://proxy/?q',
  ])('refuses %s as a proxy', (typed) => expect(readProxy(typed)).toBeTypeOf('string'));
});
