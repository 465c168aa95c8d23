import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { aKey, NOW } from '@test/support/builders';
import { pressInRow, promised, renderKeys, rowOf } from '@test/component/keys/keys-world';

const SECRET = 'qk_canary_5d1f0c7e';
const KEYS = [aKey({ id: '1', name: 'Accounting' }), aKey({ id: '2', name: 'Backup' })];
const show = async () => ({ secret: SECRET, hideAfterSeconds: 30 });

beforeEach(() => void vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

const later = async (ms: number): Promise<void> => {
  await act(() => vi.advanceTimersByTimeAsync(ms));
};

describe('Show key', () => {
  it('shows the key in its row and hides it again', async () => {
    const app = renderKeys({ keys: KEYS, stubs: { keys: { show } } });
    await pressInRow(app, 'Accounting', 'Show key');
    const row = await rowOf('Accounting');
    expect(await within(row).findByText(SECRET)).toBeTruthy();
    expect(app.client.inputs('keys.show')).toEqual([
      { key: { consoleId: 'acme', environmentId: 'env-staging', keyId: '1' } },
    ]);
    await pressInRow(app, 'Accounting', 'Hide key');
    expect(document.body.textContent).not.toContain(SECRET);
    expect(within(row).getByRole('button', { name: 'Show key' })).toBeTruthy();
  });

  it('hides the key by itself, counting down', async () => {
    const app = renderKeys({ keys: KEYS, stubs: { keys: { show } } });
    await pressInRow(app, 'Accounting', 'Show key');
    expect(await screen.findByText('Hides in 30 s')).toBeTruthy();
    await later(10_000);
    expect(screen.getByText('Hides in 20 s')).toBeTruthy();
    await later(20_100);
    expect(document.body.textContent).not.toContain(SECRET);
  });

  it('shows one key at a time', async () => {
    const app = renderKeys({
      keys: KEYS,
      stubs: {
        keys: { show: async ({ key }) => ({ secret: `${SECRET}-${key.keyId}`, hideAfterSeconds: 30 }) },
      },
    });
    await pressInRow(app, 'Accounting', 'Show key');
    await screen.findByText(`${SECRET}-1`);
    await pressInRow(app, 'Backup', 'Show key');
    expect(await screen.findByText(`${SECRET}-2`)).toBeTruthy();
    expect(screen.queryByText(`${SECRET}-1`)).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Hide key' })).toHaveLength(1);
  });

  it('shows the key that was asked for last, whichever answer comes last', async () => {
    const slow = promised<{ secret: string; hideAfterSeconds: number }>();
    const app = renderKeys({
      keys: KEYS,
      stubs: { keys: { show: ({ key }) => (key.keyId === '1' ? slow.promise : show()) } },
    });
    await pressInRow(app, 'Accounting', 'Show key');
    await pressInRow(app, 'Backup', 'Show key');
    await screen.findByText(SECRET);
    slow.give({ secret: 'too late', hideAfterSeconds: 30 });
    await later(10);
    expect(screen.queryByText('too late')).toBeNull();
  });

  it('leaves nothing behind when the screen goes', async () => {
    const app = renderKeys({ keys: KEYS, stubs: { keys: { show } } });
    await pressInRow(app, 'Accounting', 'Show key');
    const element = await screen.findByText(SECRET);
    app.unmount();
    expect(element.textContent).toBe('');
  });

  it('says why a key could not be shown', async () => {
    const app = renderKeys({
      keys: KEYS,
      stubs: {
        keys: {
          show: async () => {
            throw new AppError('rate-limited', 'Too many keys were shown in a row. Wait a minute.');
          },
        },
      },
    });
    await pressInRow(app, 'Accounting', 'Show key');
    expect((await screen.findAllByText(/Too many keys were shown/)).length).toBeGreaterThan(0);
    expect(within(await rowOf('Accounting')).getByRole('button', { name: 'Show key' })).toBeTruthy();
  });
});

describe('Copy key', () => {
  it.each([
    [{ clearsAfterSeconds: 20, verified: true }, /on the clipboard\. Keydesk clears it in 20 s/],
    [{ clearsAfterSeconds: null, verified: false }, /does not let us check/],
  ])('says what came of it: %o', async (report, sentence) => {
    const app = renderKeys({ keys: KEYS, stubs: { keys: { copy: async () => report } } });
    await pressInRow(app, 'Backup', 'Copy key');
    expect((await screen.findAllByText(sentence)).length).toBeGreaterThan(0);
    expect(app.client.inputs('keys.copy')).toEqual([
      { key: { consoleId: 'acme', environmentId: 'env-staging', keyId: '2' } },
    ]);
  });

  it('never says copied when it was not', async () => {
    const app = renderKeys({
      keys: KEYS,
      stubs: {
        keys: {
          copy: async () => {
            throw new AppError('forbidden', 'You may not see this key.');
          },
        },
      },
    });
    await pressInRow(app, 'Backup', 'Copy key');
    expect(
      (await screen.findAllByText('The key was not copied. You may not see this key.')).length,
    ).toBeGreaterThan(0);
  });
});
