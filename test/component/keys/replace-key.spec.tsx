import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import type { Replacement } from '@core/domain/replacement';
import type { VendorId } from '@core/domain/vendor';
import { ReplacementDialogs } from '@renderer/replacements/ReplacementDialogs';
import { KeysScreen } from '@renderer/keys/KeysScreen';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp, type Rendered } from '@test/support/render-app';
import { keyOf, worldOf } from '@test/support/vendor-worlds';
import { onTheDay, pressInRow, promised, renderKeys, rowOf } from '@test/component/keys/keys-world';

onTheDay();

const old = keyOf('qodly', { id: 'old', name: 'Accounting', expiresAt: daysFromNow(41) });
const young = keyOf('qodly', { id: 'young', name: 'Books', hint: '…beef' });

const handedOver: Replacement = {
  id: '00000000-0000-4000-8000-000000000001',
  consoleId: old.consoleId,
  environmentId: old.environmentId,
  old: { keyId: 'old', name: old.name },
  new: { keyId: 'young', name: young.name, hint: '…beef' },
  wait: { kind: 'silence', days: 1 },
  startedAt: daysFromNow(-2),
  handedOverAt: daysFromNow(-2),
  seen: { at: daysFromNow(0), lastUsedAt: daysFromNow(-3) },
};

function renderReplacing(replacement: Replacement, stubs: Stubs = {}): Rendered {
  const world = { ...worldOf('qodly', [old, young]), replacements: [replacement] };
  const client = fakeClient(reads(world), stubs);
  const { consoles, environments } = world;
  const screenOf = <KeysScreen environments={environments} consoles={consoles} />;
  return renderWithApp(<ReplacementDialogs>{screenOf}</ReplacementDialogs>, client);
}

describe('Replace key', () => {
  const open = async (vendor: VendorId, key: ApiKey) => {
    const answer = promised<never>();
    const issue = () => answer.promise;
    const app = renderKeys({
      ...worldOf(vendor, [key]),
      stubs: { replacements: { issue }, keys: { issue } },
    });
    await pressInRow(app, key.name, 'Replace key');
    return { app, form: within(await screen.findByRole('dialog', { name: 'Replace API key' })) };
  };

  it('creates a key like the old one that lives no longer, and waits for silence', async () => {
    const { app, form } = await open('qodly', old);
    expect(form.getByText(/Nothing happens to it without your click/)).toBeTruthy();
    expect(form.getByRole('button', { name: 'As the old key' }).getAttribute('aria-pressed')).toBe('true');
    expect(await accessibilityProblems()).toEqual([]);
    await app.user.click(form.getByRole('button', { name: '90 days' }));
    expect(form.getByText(/longer than the old key/)).toBeTruthy();
    await app.user.click(form.getByRole('button', { name: 'As the old key' }));
    await app.user.clear(form.getByLabelText('Silent for (days)'));
    await app.user.type(form.getByLabelText('Silent for (days)'), '3');
    await app.user.click(form.getByRole('button', { name: 'Create' }));
    await waitFor(() =>
      expect(app.client.inputs('replacements.issue')).toMatchObject([
        {
          old: { keyId: 'old' },
          draft: { name: 'Accounting', type: old.type, role: old.role, expiresAt: daysFromNow(41) },
          wait: { kind: 'silence', days: 3 },
        },
      ]),
    );
  });

  it('waits for a day where use is not recorded, and keeps the name that endpoints let through', async () => {
    const { app, form } = await open('mia', keyOf('mia'));
    expect(form.queryByLabelText('Silent for (days)')).toBeNull();
    expect(form.getByText(/Endpoints let keys through by this name/)).toBeTruthy();
    await app.user.click(form.getByRole('button', { name: 'Create' }));
    await waitFor(() =>
      expect(app.client.inputs('replacements.issue')).toMatchObject([
        { draft: { name: 'mobile', active: true, secret: 'generate' }, wait: { kind: 'date' } },
      ]),
    );
  });

  it('sends nothing while what is waited for is wrong', async () => {
    const { app, form } = await open('qodly', old);
    await app.user.clear(form.getByLabelText('Silent for (days)'));
    await app.user.click(form.getByRole('button', { name: 'Create' }));
    expect(form.getByText(/whole number of days/)).toBeTruthy();
    expect(app.client.inputs('replacements.issue')).toEqual([]);
  });

  it('only creates where the old key has expired, for then there is nothing to wait for', async () => {
    const { app, form } = await open('qodly', { ...old, expiresAt: daysFromNow(-1) });
    await app.user.click(form.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(app.client.inputs('keys.issue')).toHaveLength(1));
  });
});

describe('a replacement under way', () => {
  it('is marked on both rows, and is due once the old key was silent', async () => {
    const app = renderReplacing(handedOver);
    expect(within(await rowOf('Accounting')).getByText('old key')).toBeTruthy();
    expect(within(await rowOf('Books')).getByText('new key')).toBeTruthy();
    expect(await screen.findByText(/“Accounting” has been silent for 1 day/)).toBeTruthy();
    await app.user.click(screen.getByRole('button', { name: 'Delete the old key' }));
    const question = within(await screen.findByRole('alertdialog', { name: 'Delete API key' }));
    expect(question.getAllByText(/Accounting/).length).toBeGreaterThan(0);
    expect(app.client.inputs('keys.stop')).toEqual([]);
  });

  it('looks at the console before it calls a key silent', async () => {
    const app = renderReplacing(
      { ...handedOver, seen: { at: daysFromNow(-1.5), lastUsedAt: 'never' } },
      { replacements: { look: async () => handedOver } },
    );
    await waitFor(() => expect(app.client.inputs('replacements.look')).toHaveLength(1));
    expect(screen.queryByText(/has been silent/)).toBeNull();
  });

  it('says how it stands, and is called off with both keys kept', async () => {
    const app = renderReplacing(
      { ...handedOver, wait: { kind: 'silence', days: 9 } },
      { replacements: { callOff: async () => ({ done: true }) } },
    );
    await pressInRow(app, 'Accounting', 'Replace key');
    const dialog = within(await screen.findByRole('dialog', { name: 'Replacement' }));
    expect(dialog.getByText(/Waiting until the old key was silent for 9 days/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await app.user.click(dialog.getByRole('button', { name: 'Keep both keys' }));
    await waitFor(() => expect(app.client.inputs('replacements.callOff')).toEqual([{ id: handedOver.id }]));
  });

  it('plays no part for a key that only has the id by now', async () => {
    renderReplacing({ ...handedOver, old: { ...handedOver.old, hint: '…gone' } });
    expect(within(await rowOf('Accounting')).queryByText('old key')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete the old key' })).toBeNull();
  });
});

it('tells how a replacement ended until that is dismissed', async () => {
  const app = renderReplacing(
    { ...handedOver, end: { at: daysFromNow(0), why: 'gone' } },
    { replacements: { forget: async () => ({ done: true }) } },
  );
  expect(await screen.findByText(/“Accounting” is no longer on the console/)).toBeTruthy();
  await app.user.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(app.client.inputs('replacements.forget')).toHaveLength(1));
});
