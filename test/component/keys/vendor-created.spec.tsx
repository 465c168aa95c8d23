import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { toInstant } from '@core/domain/instant';
import type { ProbeReport } from '@core/domain/probe';
import type { VendorId } from '@core/domain/vendor';
import type { ApiKey } from '@core/domain/api-key';
import type { Environment } from '@core/domain/environment';
import { KeyCreatedDialog } from '@renderer/keys/KeyCreatedDialog';
import { DeployDialogContext } from '@renderer/shared/place-dialogs';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow, NOW } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { renderWithApp, type Rendered } from '@test/support/render-app';
import { ASSISTED, keyOf } from '@test/support/vendor-worlds';
import { onTheDay } from '@test/component/keys/keys-world';
import { placeOf } from '@test/unit/renderer/keys/places';

onTheDay();

interface Options {
  readonly key?: Partial<ApiKey>;
  /** Instead of the vendor's usual one. */
  readonly made?: ApiKey;
  readonly environment?: Partial<Environment>;
  readonly handle?: string | null;
  readonly secrets?: Stubs['secrets'];
}

interface Opened extends Rendered {
  readonly onStop: ReturnType<typeof vi.fn>;
  readonly deploy: ReturnType<typeof vi.fn>;
}

function open(
  vendor: VendorId,
  { key, made = keyOf(vendor, key), environment, handle = 'handle-1', secrets }: Options = {},
): Opened {
  const [onStop, deploy] = [vi.fn(), vi.fn()];
  const place = placeOf(vendor, environment);
  const created = { key: made, place, handle, adopted: false };
  const client = fakeClient({ secrets: { release: async () => ({ done: true }), ...secrets } });
  const app = renderWithApp(
    <DeployDialogContext value={deploy}>
      <KeyCreatedDialog created={created} onStop={onStop} onClose={() => undefined} />
    </DeployDialogContext>,
    client,
  );
  return { ...app, onStop, deploy };
}

const refused = (at: string): ProbeReport => ({ verdict: 'refused', reason: 'not-valid', status: 401, at });

describe('a key that takes a while to be active', () => {
  const key = { activatesAt: toInstant(NOW + 252_000) };

  it('counts down, and says when the time is over', async () => {
    vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
    open('qwilt', { key });
    expect(screen.getByText('Active in 4 min 12 s')).toBeTruthy();
    expect(screen.getByText(/It may be refused until 4 Mar 2026/)).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(254_000));
    expect(screen.getByText(/it should work everywhere now/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('is not called refused before', async () => {
    const app = open('qwilt', { key, secrets: { verify: async () => refused(daysFromNow(0)) } });
    await app.user.click(screen.getByRole('button', { name: 'Verify key' }));
    expect(await screen.findByText('The key is not active yet')).toBeTruthy();
  });

  it('is called refused afterwards', async () => {
    const app = open('qwilt', { key, secrets: { verify: async () => refused(daysFromNow(1)) } });
    await app.user.click(screen.getByRole('button', { name: 'Verify key' }));
    expect(await screen.findByText('The key was refused')).toBeTruthy();
  });
});

describe('a key that has to be deployed', () => {
  it('says so, and leads to the deployment', async () => {
    const { user, deploy } = open('mia', { key: { deployed: 'saved' } });
    expect(screen.getByText('It works only once it was deployed')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Deploy' }));
    expect(deploy).toHaveBeenCalledWith(expect.objectContaining({ consoleId: 'mia' }));
  });

  it('is refused for that reason', async () => {
    const { deployed: _, ...fresh } = keyOf('mia');
    const app = open('mia', {
      made: fresh,
      secrets: { verify: async () => refused(daysFromNow(0)) },
    });
    await app.user.click(screen.getByRole('button', { name: 'Verify key' }));
    expect(await screen.findByText(/the key works once it was deployed/)).toBeTruthy();
  });

  it('cannot be verified where nobody said where it is used', () => {
    const { endpoint: _, ...unknown } = placeOf('mia').environment;
    const place = { ...placeOf('mia'), environment: unknown };
    const created = { key: keyOf('mia'), place, handle: 'handle-1', adopted: false };
    renderWithApp(
      <KeyCreatedDialog created={created} onStop={() => undefined} onClose={() => undefined} />,
      fakeClient(),
    );
    expect(screen.getByRole('button', { name: 'Copy' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Verify key' })).toBeNull();
  });
});

describe('a key whose secret did not arrive', () => {
  it('is lost where it is shown once, and can be stopped at once', async () => {
    const app = open('cloudmc', { handle: null });
    expect(screen.getByText('The key exists, but its secret was lost on the way')).toBeTruthy();
    expect(screen.getByText('Revoke it and create another.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
    await app.user.click(screen.getByRole('button', { name: 'Revoke key' }));
    expect(app.onStop).toHaveBeenCalledWith(
      expect.objectContaining({ key: expect.objectContaining({ id: 'key-c' }) as unknown }),
    );
  });

  it('is in the table where it can be shown again', () => {
    open('mia', { handle: null });
    expect(screen.getByText(/could not be read just now/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete key' })).toBeNull();
  });
});

it('a recorded key is said to be kept or not', () => {
  open('qodly', { environment: ASSISTED, key: { readable: false } });
  expect(screen.getByRole('dialog', { name: 'Key recorded' })).toBeTruthy();
  expect(screen.getByText(/Keydesk does not keep it/)).toBeTruthy();
});
