import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { VendorId } from '@core/domain/vendor';
import { keyOf, worldOf } from '@test/support/vendor-worlds';
import { onTheDay, renderKeys, rowOf, theGrid } from '@test/component/keys/keys-world';

onTheDay();

describe('a new key that was left behind by a lock', () => {
  const waiting = (vendor: VendorId) => {
    const { consoleId, environmentId } = keyOf(vendor);
    return { handle: `handle-${vendor}`, key: { consoleId, environmentId, keyId: 'new' }, label: 'CI' };
  };

  it('is offered once, and opens as it was', async () => {
    const app = renderKeys({
      ...worldOf('qwilt'),
      waiting: [waiting('qwilt')],
      stubs: {
        secrets: {
          copy: async () => ({ clearsAfterSeconds: 20, verified: true }),
          release: async () => ({ done: true }),
        },
      },
    });
    expect(await screen.findByText(/A new key is waiting: .*of Acme Media \(Acme CDN\)/)).toBeTruthy();
    await app.user.click(screen.getByRole('button', { name: 'Open new key' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Key created' }));
    await app.user.click(dialog.getByRole('button', { name: 'Copy' }));
    await dialog.findByText(/on the clipboard/);
    await app.user.click(dialog.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.client.inputs('secrets.release')).toEqual([{ handle: 'handle-qwilt' }]);
    expect(screen.queryByText(/A new key is waiting/)).toBeNull();
  });

  it('is not offered where the console shows it again', async () => {
    renderKeys({ ...worldOf('mia'), waiting: [waiting('mia')] });
    await theGrid();
    await rowOf('mobile');
    expect(screen.queryByText(/A new key is waiting/)).toBeNull();
  });
});
