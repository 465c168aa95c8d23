import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { KeyRef } from '@core/domain/api-key';
import type { VendorId } from '@core/domain/vendor';
import type { UsageRequest } from '@renderer/shared/place-dialogs';
import { UsageButton } from '@renderer/shared/UsageButton';
import { UsageDialogs } from '@renderer/usage/UsageDialogs';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole, anEnvironment } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp, type Rendered } from '@test/support/render-app';

afterEach(() => void vi.useRealTimers());

const key: KeyRef = { consoleId: 'acme', environmentId: 'env-staging', keyId: 'k1' };
const request: UsageRequest = {
  environment: anEnvironment(),
  name: 'Accounting',
  of: { key, readable: true },
};

const shown = async () => ({ secret: 'secret-canary', hideAfterSeconds: 30 });
const copied = async () => ({ clearsAfterSeconds: null, verified: true });

async function opened(
  over: Partial<UsageRequest> = {},
  stubs: Stubs = {},
  vendor: VendorId = 'qodly',
): Promise<Rendered> {
  const rendered = renderWithApp(
    <UsageDialogs>
      <UsageButton request={{ ...request, ...over }} />
    </UsageDialogs>,
    fakeClient(reads({ consoles: [aConsole({ vendor })] }), stubs),
  );
  await rendered.user.click(screen.getByRole('button', { name: 'How to use this key' }));
  await screen.findByRole('region', { name: 'Example' });
  return rendered;
}

const example = (): string => screen.getByRole('region', { name: 'Example' }).textContent ?? '';

describe('How to use this key', () => {
  it('has examples with a placeholder, says how the key is sent, and is accessible', async () => {
    const { user } = await opened();
    expect(example()).toContain("curl --header 'api-key: YOUR_API_KEY'");
    expect(screen.getByText('The key is sent in the HTTP header api-key.')).toBeDefined();
    expect(screen.queryByRole('combobox', { name: 'Sent in' })).toBeNull();
    await user.click(screen.getByRole('tab', { name: 'openDatastore' }));
    expect(example()).toContain('openDatastore({');
    expect(screen.getByRole('tabpanel', { name: 'openDatastore' })).toBeDefined();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('knows every way in which the vendor takes a key', async () => {
    const { user } = await opened({}, {}, 'mia');
    expect(example()).toContain('client-key: YOUR_API_KEY');
    await user.click(screen.getByRole('combobox', { name: 'Sent in' }));
    await user.click(screen.getByRole('option', { name: 'Cookie: mia_client_key' }));
    expect(screen.getByText('The key is sent in the cookie mia_client_key.')).toBeDefined();
    expect(example()).toContain('mia_client_key=YOUR_API_KEY');
  });

  it('shows the key in the example for a while only', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { user } = await opened({}, { keys: { show: shown } });
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(example()).toContain('api-key: secret-canary'));
    act(() => void vi.advanceTimersByTime(30_000));
    await waitFor(() => expect(example()).toContain('YOUR_API_KEY'));
    expect(document.documentElement.outerHTML).not.toContain('secret-canary');
  });

  it('copies in main, with the key only while it is shown', async () => {
    const { user, client } = await opened({}, { keys: { show: shown, copyUsage: copied } });
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await user.click(await screen.findByRole('button', { name: 'Hide' }));
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await screen.findByRole('button', { name: 'Hide' });
    await user.click(screen.getByRole('tab', { name: 'Python' }));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await waitFor(() =>
      expect(client.inputs('keys.copyUsage')).toEqual([
        { key, snippet: 'curl', way: 0, withSecret: false },
        { key, snippet: 'python', way: 0, withSecret: true },
      ]),
    );
  });

  it('takes a new key from where it waits', async () => {
    const { user, client } = await opened(
      { of: { handle: 'h1' } },
      { secrets: { show: shown, copyUsage: copied } },
    );
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(example()).toContain('secret-canary'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await waitFor(() =>
      expect(client.inputs('secrets.copyUsage')).toEqual([
        { handle: 'h1', snippet: 'curl', way: 0, withSecret: true },
      ]),
    );
  });

  it('offers no Show where nobody can show the key', async () => {
    await opened({ of: { key, readable: false } }, {}, 'cloudmc');
    expect(screen.queryByRole('button', { name: 'Show' })).toBeNull();
    expect(screen.getByText(/cannot be shown again/)).toBeDefined();
  });

  it('says why the key could not be shown', async () => {
    const refused = () => Promise.reject(new AppError('forbidden', 'You may not see secrets.'));
    const { user } = await opened({}, { keys: { show: refused } });
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You may not see secrets.');
    expect(example()).toContain('YOUR_API_KEY');
  });

  it('says that the endpoint is not known', async () => {
    const { endpoint: _none, ...bare } = anEnvironment();
    await opened({ environment: bare });
    expect(example()).toContain('https://YOUR_ENDPOINT');
    expect(screen.getByText(/API endpoint is not known/)).toBeDefined();
  });
});
