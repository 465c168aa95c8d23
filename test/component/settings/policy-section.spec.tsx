import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { PolicyView } from '@core/contract/policy';
import { AppError } from '@core/domain/app-error';
import { PolicySection } from '@renderer/settings/PolicySection';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow, someSettings } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp } from '@test/support/render-app';

const FROM_FILE: PolicyView = {
  policy: { maxValidityDays: 90, unusedDays: 30, rules: { unused: false } },
  file: { name: 'team.json', usedAt: daysFromNow(0) },
};

const show = (policy: NonNullable<Stubs['policy']>) =>
  renderWithApp(<PolicySection settings={someSettings()} />, fakeClient(reads(), { policy }));

it('keeps limits when their field is left, and rules when they are ticked', async () => {
  const { user, client } = show({ change: async () => FROM_FILE });
  const field = await screen.findByLabelText('Maximum validity (days)');
  await user.clear(field);
  await user.type(field, '0');
  await user.tab();
  expect(await screen.findByText('A whole number from 1 to 3650 days.')).toBeTruthy();
  await user.clear(field);
  await user.type(field, '90{Enter}');
  await user.click(screen.getByLabelText('Any host'));
  await waitFor(() =>
    expect(client.inputs('policy.change')).toEqual([
      { maxValidityDays: 90 },
      { rules: { 'any-host': false } },
    ]),
  );
  expect(await accessibilityProblems()).toEqual([]);
});

it('takes a file over as a whole and says which it is; one that is refused changes nothing', async () => {
  let now: PolicyView = { ...FROM_FILE, file: null };
  const { user, client } = show({
    read: async () => now,
    openFile: async () => (now = FROM_FILE),
    saveFile: async () => ({ path: '/home/ada/keydesk-policy.json' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Use a policy file' }));
  expect(await screen.findByText(/^From the file/)).toBeTruthy();
  expect(screen.getByText('team.json')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Unused').checked).toBe(false);
  const refusal = new AppError('invalid-input', 'This file is no policy of Keydesk.');
  client.stub({ policy: { openFile: () => Promise.reject(refusal) } });
  await user.click(screen.getByRole('button', { name: 'Use a policy file' }));
  expect(await screen.findByText(/This file is no policy/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save policy file' }));
  expect(client.inputs('policy.saveFile')).toHaveLength(1);
});
