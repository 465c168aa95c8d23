import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { aKey, anEnvironment, daysFromNow } from '@test/support/builders';
import type { Rendered } from '@test/support/render-app';
import { onTheDay, pressInRow, promised, renderKeys, type KeysWorld } from '@test/component/keys/keys-world';

onTheDay();

type Stopped = Awaited<ReturnType<Rendered['client']['keys']['stop']>>;
const GONE: Stopped = { state: 'confirmed', readBackAt: '2026-03-04T12:00:11.000Z' };

const KEY = aKey({ id: '1', name: 'Accounting', lastUsedAt: daysFromNow(-2), lastUsedIp: '198.51.100.9' });

async function openStop(world: KeysWorld): Promise<Rendered & { dialog: HTMLElement }> {
  const app = renderKeys({ keys: [KEY], ...world });
  await pressInRow(app, 'Accounting', 'Delete key');
  return { ...app, dialog: await screen.findByRole('alertdialog', { name: 'Delete API key' }) };
}

const press = ({ user }: Rendered, name: string): Promise<void> =>
  user.click(screen.getByRole('button', { name }));
const stops = ({ client }: Rendered): { operationId: string }[] =>
  client.inputs('keys.stop') as { operationId: string }[];

describe('the question', () => {
  it('names the keys of the same name elsewhere', async () => {
    const live = anEnvironment({ environmentId: 'env-2', name: 'live', production: true });
    const { user } = renderKeys({
      environments: [anEnvironment(), live],
      keys: [
        KEY,
        aKey({ id: '9', name: 'Backup' }),
        aKey({ id: '2', name: 'Accounting', environmentId: 'env-2' }),
      ],
    });
    const row = await screen.findByRole('row', { name: /Select Accounting .*staging/ });
    await user.click(within(row).getByRole('button', { name: 'Delete key' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete API key' });
    expect(within(dialog).getByText('env-2. Those keys stay.')).toBeTruthy();
  });

  it('asks for no word for a Standard key outside production', async () => {
    const app = await openStop({ stubs: { keys: { stop: async () => GONE } } });
    const facts = within(app.dialog);
    expect(facts.getByText('198.51.100.9')).toBeTruthy();
    expect(facts.getByText(/2 Mar 2026.*2 days ago/)).toBeTruthy();
    expect(facts.getByText(/Nothing brings a deleted key back/)).toBeTruthy();
    expect(facts.queryByLabelText(/to confirm/)).toBeNull();
    await press(app, 'Delete');
    expect(
      await screen.findByText(/^Deleted\. The console no longer lists it \(read back \d\d:\d\d:11\)\.$/),
    ).toBeTruthy();
    await press(app, 'Done');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(stops(app)).toEqual([
      {
        operationId: expect.any(String) as string,
        key: { consoleId: 'acme', environmentId: 'env-staging', keyId: '1' },
        revision: '"1"',
        typed: '',
      },
    ]);
  });

  it.each([
    ['production', { environments: [anEnvironment({ production: true })] }],
    ['an Administration key', { keys: [{ ...KEY, type: 'administration' as const }] }],
  ])('asks for the word for %s', async (_what, world) => {
    const app = await openStop({ ...world, stubs: { keys: { stop: async () => GONE } } });
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Delete' });
    expect(button.disabled).toBe(true);
    await app.user.type(screen.getByLabelText('Type DELETE to confirm'), 'delete');
    expect(button.disabled).toBe(true);
    await app.user.clear(screen.getByLabelText('Type DELETE to confirm'));
    await app.user.type(screen.getByLabelText('Type DELETE to confirm'), 'DELETE{Enter}');
    expect(await screen.findByText(/^Deleted\./)).toBeTruthy();
    expect(stops(app)[0]).toMatchObject({ typed: 'DELETE' });
  });

  it('does nothing on Cancel', async () => {
    const app = await openStop({});
    await press(app, 'Cancel');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(stops(app)).toEqual([]);
  });
});

describe('the outcome', () => {
  it('never says deleted while it is not confirmed', async () => {
    const answers: Stopped[] = [
      {
        state: 'checking',
        operationId: '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11',
        message: 'Sent, not confirmed: treat it as live.',
      },
    ];
    const app = await openStop({ stubs: { keys: { stop: async () => answers.shift() ?? GONE } } });
    await press(app, 'Delete');
    expect(await screen.findByText('Sent, not confirmed')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Deleted/);
    await press(app, 'Check again');
    expect(await screen.findByText(/^Deleted\./)).toBeTruthy();
    const [first, second] = stops(app);
    expect(second).toEqual(first);
  });

  it('sends one operation for a double click', async () => {
    const answer = promised<Stopped>();
    const app = await openStop({ stubs: { keys: { stop: () => answer.promise } } });
    await app.user.dblClick(screen.getByRole('button', { name: 'Delete' }));
    expect(stops(app)).toHaveLength(1);
    answer.give(GONE);
    expect(await screen.findByText(/^Deleted\./)).toBeTruthy();
  });

  it('shows what changed when somebody else was faster, and asks again', async () => {
    const answers: Stopped[] = [
      { state: 'conflict', theirs: { ...KEY, type: 'administration', role: 'Sales', revision: '"2"' } },
    ];
    const app = await openStop({ stubs: { keys: { stop: async () => answers.shift() ?? GONE } } });
    await press(app, 'Delete');
    expect(await screen.findByText('Somebody else changed this key meanwhile')).toBeTruthy();
    expect(screen.getByText('Sales')).toBeTruthy();
    await app.user.type(screen.getByLabelText('Type DELETE to confirm'), 'DELETE');
    await press(app, 'Delete');
    expect(await screen.findByText(/^Deleted\./)).toBeTruthy();
    expect(stops(app)[1]).toMatchObject({ revision: '"2"', typed: 'DELETE' });
  });

  it('says why it did not work, and tries again under the same operation', async () => {
    let fail = true;
    const app = await openStop({
      stubs: {
        keys: {
          stop: async () => {
            if (fail) throw new AppError('forbidden', 'You may not delete keys here.');
            return GONE;
          },
        },
      },
    });
    await press(app, 'Delete');
    expect(await screen.findByText('The key was not deleted')).toBeTruthy();
    expect(screen.getByText('You may not delete keys here.')).toBeTruthy();
    fail = false;
    await press(app, 'Try again');
    expect(await screen.findByText(/^Deleted\./)).toBeTruthy();
    const [first, second] = stops(app);
    expect(second).toEqual(first);
  });
});
