import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SignatureState } from '@core/domain/signature';
import { anInventory, renderInventories } from './inventories-world';

const KEY = { publicKey: `${'A'.repeat(42)}A=`, fingerprint: '0123456789abcdef'.repeat(4) };

const show = (signature: SignatureState) =>
  renderInventories({ open: [anInventory({ signature, rows: 0, pages: 0 })], keys: [] });

describe('the signature of an inventory', () => {
  it('warns not to rely on a file that was changed', async () => {
    show({ state: 'altered' });
    expect(await screen.findByText('Do not rely on this file.')).toBeDefined();
  });

  it('by an unknown key counts once its fingerprint was compared', async () => {
    const { user, client } = show({ state: 'unknown', ...KEY });
    client.stub({ signing: { trust: async () => [] } });
    expect(await screen.findByText(/^0123 4567 89ab cdef/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Trust this key…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Trust this key?' });
    const trust = within(dialog).getByRole('button', { name: 'Trust' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Whose key is it?' }), ' Ada ');
    expect(trust).toHaveProperty('disabled', true);
    await user.click(within(dialog).getByRole('checkbox', { name: 'I compared this fingerprint with Ada' }));
    await user.click(trust);
    await waitFor(() =>
      expect(client.inputs('signing.trust')).toEqual([{ publicKey: KEY.publicKey, name: 'Ada' }]),
    );
  });
});
