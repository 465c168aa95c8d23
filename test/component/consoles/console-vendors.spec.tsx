import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole, aReport } from '@test/support/builders';
import type { Rendered } from '@test/support/render-app';
import { opened, press } from './console-dialogs';

async function chooseVendor({ user }: Rendered, name: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: 'Vendor' }));
  await user.click(screen.getByRole('option', { name }));
}

async function paste({ user }: Rendered, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await user.click(screen.getByLabelText(label));
    await user.paste(text);
  }
}

const saved = (rendered: Rendered): unknown =>
  (rendered.client.inputs('consoles.add')[0] as { draft: unknown } | undefined)?.draft;

describe('the vendors of Add console', () => {
  it('are all there, each told by its name', async () => {
    const { user } = await opened('add');
    await user.click(screen.getByRole('combobox', { name: 'Vendor' }));
    const names = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(names).toEqual(['QQodly Cloud', 'MMia-Platform', 'CCloudMC', 'WQwilt']);
  });

  it('take what only the former vendor asked for out of the form', async () => {
    const rendered = await opened('add', { add: async () => aConsole() });
    await paste(rendered, {
      Name: 'Mine',
      'Console URL': 'https://portal.acme.example',
      Password: 'pw-canary',
    });
    await chooseVendor(rendered, 'CloudMC');
    expect(screen.queryByLabelText('Password')).toBeNull();
    await paste(rendered, { 'API key': 'key-canary' });
    await press(rendered, 'Save');
    await waitFor(() =>
      expect(saved(rendered)).toMatchObject({ vendor: 'cloudmc', credentials: { apiKey: 'key-canary' } }),
    );
    expect(JSON.stringify(saved(rendered))).not.toContain('pw-canary');
  });
});

describe('a sign-in method', () => {
  it('without fields asks for no credentials, and calls the address what it is', async () => {
    const rendered = await opened('add', { add: async () => aConsole() });
    await press(rendered, 'Without management URL');
    expect(screen.queryByText(/Credentials go to the keychain/)).toBeNull();
    expect(screen.getByText(/keys are made in the Qodly web console/)).toBeDefined();
    await paste(rendered, { Name: 'Mine', 'API endpoint': 'https://dev.acme.example' });
    await press(rendered, 'Save');
    await waitFor(() => expect(saved(rendered)).toMatchObject({ method: 'assisted', credentials: {} }));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('leaves an optional field out when it is empty, and says that it is optional', async () => {
    const rendered = await opened('add', { add: async () => aConsole() });
    await chooseVendor(rendered, 'Mia-Platform');
    expect(screen.getByLabelText('Console client-key').getAttribute('aria-describedby')).not.toBeNull();
    await paste(rendered, {
      Name: 'Mia',
      'Console URL': 'https://mia.acme.example',
      'Client ID': 'keydesk',
      'Client secret': 'pw-canary',
    });
    expect(screen.getByText(/^Optional\. Only where the console/)).toBeDefined();
    await press(rendered, 'Save');
    await waitFor(() =>
      expect(saved(rendered)).toMatchObject({
        method: 'client-secret',
        credentials: { clientId: 'keydesk', clientSecret: 'pw-canary' },
      }),
    );
  });

  it('takes a private key of several lines, hidden until it is asked for', async () => {
    const rendered = await opened('add', { add: async () => aConsole() });
    await chooseVendor(rendered, 'Mia-Platform');
    await press(rendered, 'Service account (private key)');
    const pem = '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----';
    await paste(rendered, { 'Private key': pem });
    const area = screen.getByLabelText('Private key');
    expect(area).toHaveProperty('value', pem);
    expect(area.getAttribute('data-secret')).toBe('hidden');
    await press(rendered, 'Show Private key');
    expect(area.getAttribute('data-secret')).toBe('shown');
    expect(screen.getByRole('button', { name: 'Hide Private key' })).toBeDefined();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe('further addresses', () => {
  const sendable = {
    Name: 'Qwilt',
    'User name': 'ada',
    Password: 'pw-canary',
  };

  it('are out of the way where they can be told from the URL, and then show what is used', async () => {
    const rendered = await opened('add', { add: async () => aConsole() });
    await chooseVendor(rendered, 'Qwilt');
    await paste(rendered, { 'Console URL': 'https://qc-services.cqloud.com' });
    expect(screen.getByLabelText('Login URL').closest('[hidden]')).not.toBeNull();
    await press(rendered, 'Other addresses');
    expect(screen.getByLabelText('Login URL')).toHaveProperty('placeholder', 'https://login.cqloud.com');
    expect(screen.getByLabelText('Data URL')).toHaveProperty('placeholder', 'https://media-sites.cqloud.com');
    await paste(rendered, { ...sendable, 'Users URL': 'https://users.acme.example' });
    await press(rendered, 'Save');
    await waitFor(() =>
      expect(saved(rendered)).toMatchObject({ origins: { users: 'https://users.acme.example' } }),
    );
  });

  it('are asked for where they cannot be told', async () => {
    const rendered = await opened('add', { add: async () => aConsole() });
    await chooseVendor(rendered, 'Qwilt');
    await paste(rendered, { ...sendable, 'Console URL': 'https://cdn.acme.example' });
    expect(screen.queryByRole('button', { name: 'Other addresses' })).toBeNull();
    await press(rendered, 'Save');
    expect(screen.getByText('Login URL cannot be told from the console URL: type it.')).toBeDefined();
    expect(saved(rendered)).toBeUndefined();
  });
});

describe('what the operator is told', () => {
  it('names letters that look like others, as the address is typed', async () => {
    const rendered = await opened('add');
    await paste(rendered, { 'Console URL': 'https://xn--acm-5cd.example' });
    expect(screen.getByText(/letters that look like others/)).toBeDefined();
  });

  it('includes what is special about the sign-in', async () => {
    const note = 'Signed in with an API key: only its own organization is seen.';
    const { operator } = aReport();
    const rendered = await opened('add', { test: async () => aReport({ operator: { ...operator, note } }) });
    await chooseVendor(rendered, 'CloudMC');
    await paste(rendered, { Name: 'C', 'Console URL': 'https://portal.acme.example', 'API key': 'k' });
    await press(rendered, 'Test connection');
    expect(await screen.findByText(note)).toBeDefined();
    expect(screen.getByText('3 organizations')).toBeDefined();
  });
});
