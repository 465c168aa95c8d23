import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { TrustedKey } from '@core/domain/signature';
import { SignaturesSection } from '@renderer/settings/SignaturesSection';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp } from '@test/support/render-app';

const publicKey = `${'A'.repeat(43)}=`;
const BO: TrustedKey = { publicKey, fingerprint: 'ab12'.repeat(16), name: 'Bo', trustedAt: daysFromNow(-3) };

const show = (signing: NonNullable<Stubs['signing']>) =>
  renderWithApp(<SignaturesSection />, fakeClient(reads(), { signing }));

it('shows the own fingerprint in groups, and the trusted keys until they are removed', async () => {
  let known = [BO];
  const { user, client } = show({
    own: async () => ({ state: 'ok', publicKey, fingerprint: '0f1e'.repeat(16) }),
    trusted: async () => known,
    distrust: async () => (known = []),
  });
  expect(await screen.findByText(Array(16).fill('0f1e').join(' '))).toBeDefined();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Remove Bo' }));
  await waitFor(() => expect(screen.queryByText(/Bo/)).toBeNull());
  expect(client.inputs('signing.distrust')).toEqual([{ fingerprint: BO.fingerprint }]);
});

it('says why nothing is signed', async () => {
  show({ own: async () => ({ state: 'locked' }), trusted: async () => [] });
  expect(await screen.findByText(/^The keychain is locked/)).toBeDefined();
});
