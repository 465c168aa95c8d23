import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ProbeReport } from '@core/domain/probe';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow } from '@test/support/builders';
import type { Rendered } from '@test/support/render-app';
import { environmentOf, worldOf } from '@test/support/vendor-worlds';
import { onTheDay, renderKeys, rowOf } from '@test/component/keys/keys-world';

onTheDay();

const refused = (at: string): ProbeReport => ({ verdict: 'refused', reason: 'not-valid', status: 401, at });

describe('Verify key of a listed key', () => {
  const openDetails = async (app: Rendered, name: string): Promise<HTMLElement> => {
    await app.user.click(within(await rowOf(name)).getByText(name));
    await app.user.keyboard('{Enter}');
    return screen.findByRole('dialog', { name: 'Key details' });
  };

  it('takes a pasted key for one call where Keydesk cannot read it, and keeps nothing of it', async () => {
    const app = renderKeys({
      ...worldOf('cloudmc'),
      stubs: {
        keys: {
          verify: async () => ({ verdict: 'accepted', reason: 'ok', status: 200, at: daysFromNow(0) }),
        },
      },
    });
    const dialog = within(await openDetails(app, 'api_key_ab12cd34'));
    const paste = dialog.getByLabelText<HTMLInputElement>('API key');
    expect(paste.type).toBe('password');
    expect(dialog.getByText(/used for one call, not kept/)).toBeTruthy();
    await app.user.click(dialog.getByRole('button', { name: 'Verify key' }));
    expect(dialog.getByText('Paste the key first.')).toBeTruthy();
    await app.user.type(paste, ' mc_canary_71aa {Enter}');
    expect(await dialog.findByText('The key works')).toBeTruthy();
    expect(paste.value).toBe('');
    expect(document.body.innerHTML).not.toContain('mc_canary_71aa');
    expect(app.client.inputs('keys.verify')).toMatchObject([
      { key: { keyId: 'key-c' }, secret: 'mc_canary_71aa' },
    ]);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('asks for nothing where Keydesk can read it', async () => {
    const app = renderKeys({
      ...worldOf('mia'),
      stubs: { keys: { verify: async () => refused(daysFromNow(0)) } },
    });
    const dialog = within(await openDetails(app, 'mobile'));
    expect(dialog.queryByLabelText('API key')).toBeNull();
    expect(dialog.getByText('client-key · secret · cookie mia_client_key')).toBeTruthy();
    expect(dialog.getByText('Live. What is saved was deployed from here.')).toBeTruthy();
    await app.user.click(dialog.getByRole('button', { name: 'Verify key' }));
    expect(await dialog.findByText('The key was refused')).toBeTruthy();
    expect(app.client.inputs('keys.verify')).toEqual([
      { key: { consoleId: 'mia', environmentId: 'mia-1', keyId: 'mobile' } },
    ]);
  });

  it('says what is missing where nobody said where keys are used', async () => {
    const { endpoint: _, ...environment } = environmentOf('mia');
    const app = renderKeys({ ...worldOf('mia'), environments: [environment] });
    const dialog = within(await openDetails(app, 'mobile'));
    expect(
      dialog.getByText(/say above the table where the keys of this project revision are used/),
    ).toBeTruthy();
    expect(dialog.queryByRole('button', { name: 'Verify key' })).toBeNull();
  });
});
