import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { aKey } from '@test/support/builders';
import type { Stubs } from '@test/support/fake-client';
import type { Rendered } from '@test/support/render-app';
import { onTheDay, pressInRow, renderKeys } from '@test/component/keys/keys-world';

onTheDay();

const KEY = aKey({ id: 'key-7', name: 'Accounting', allowedHosts: ['203.0.113.7'], revision: '"1"' });

type Edited = Awaited<ReturnType<Rendered['client']['keys']['edit']>>;

interface EditCall {
  operationId: string;
  revision: string;
  changes: object;
}

async function openEdit(
  edit: NonNullable<Stubs['keys']>['edit'],
): Promise<Rendered & { dialog: HTMLElement }> {
  const app = renderKeys({ keys: [KEY], stubs: { keys: { ...(edit && { edit }) } } });
  await pressInRow(app, 'Accounting', 'Edit key');
  return { ...app, dialog: await screen.findByRole('dialog', { name: 'Edit API key' }) };
}

const confirmed = async (): Promise<Edited> => ({ state: 'confirmed', key: KEY });
const edits = ({ client }: Rendered): EditCall[] => client.inputs('keys.edit') as EditCall[];
const save = ({ user }: Rendered): Promise<void> => user.click(screen.getByRole('button', { name: 'Save' }));

describe('Edit API key', () => {
  it('shows what the key has, and has nothing to save until something differs', async () => {
    const { dialog, user } = await openEdit(confirmed);
    const form = within(dialog);
    expect(form.getByLabelText<HTMLInputElement>('Description').value).toBe('Accounting');
    expect(form.getByRole<HTMLInputElement>('radio', { name: 'Standard' }).checked).toBe(true);
    expect(form.getByText('203.0.113.7')).toBeTruthy();
    const button = form.getByRole<HTMLButtonElement>('button', { name: 'Save' });
    expect(button.disabled).toBe(true);
    await user.type(form.getByLabelText('Description'), ' 2');
    expect(button.disabled).toBe(false);
  });

  it('sends only what changed, against the version that was seen', async () => {
    const app = await openEdit(confirmed);
    await app.user.click(within(app.dialog).getByRole('radio', { name: 'Administration' }));
    await app.user.click(within(app.dialog).getByRole('button', { name: 'Remove 203.0.113.7' }));
    await save(app);
    expect((await screen.findAllByText('“Accounting” was changed.')).length).toBeGreaterThan(0);
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit API key' })).toBeNull());
    expect(edits(app)).toEqual([
      {
        operationId: expect.any(String) as string,
        key: { consoleId: 'acme', environmentId: 'env-staging', keyId: 'key-7' },
        label: 'Accounting',
        revision: '"1"',
        changes: { type: 'administration', allowedHosts: [] },
      },
    ]);
  });

  it('keeps what was typed when it fails', async () => {
    const app = await openEdit(async () => {
      throw new AppError('forbidden', 'You may not change keys here.');
    });
    await app.user.type(within(app.dialog).getByLabelText('Description'), ' 2');
    await save(app);
    expect(await screen.findByText('The key was not changed')).toBeTruthy();
    expect(within(app.dialog).getByLabelText<HTMLInputElement>('Description').value).toBe('Accounting 2');
  });

  it('checks instead of guessing when the answer got lost', async () => {
    const answers: Edited[] = [
      { state: 'checking', operationId: '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11', message: 'Looking.' },
      { state: 'confirmed', key: KEY },
    ];
    const app = await openEdit(async () => answers.shift() ?? confirmed());
    await app.user.type(within(app.dialog).getByLabelText('Description'), ' 2');
    await save(app);
    expect(await screen.findByText('Checking whether the console saved the change…')).toBeTruthy();
    await app.user.click(screen.getByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [first, second] = edits(app);
    expect(second).toEqual(first);
  });
});

describe('a conflict', () => {
  const theirs = { ...KEY, name: 'Renamed by Grace', role: 'Sales', revision: '"2"' };

  async function intoConflict(): Promise<Rendered & { dialog: HTMLElement }> {
    const answers: Edited[] = [{ state: 'conflict', theirs }];
    const app = await openEdit(async () => answers.shift() ?? confirmed());
    const form = within(app.dialog);
    await app.user.clear(form.getByLabelText('Description'));
    await app.user.type(form.getByLabelText('Description'), 'Mine');
    await app.user.click(form.getByRole('radio', { name: 'Administration' }));
    await save(app);
    await screen.findByText(/Somebody else changed this key/);
    return app;
  }

  it('shows both versions and sends what is kept, against the newer version', async () => {
    const app = await intoConflict();
    expect(screen.getByText('Renamed by Grace')).toBeTruthy();
    expect(screen.getByText('Mine')).toBeTruthy();
    const [, ofType] = screen.getAllByRole('button', { name: 'Take theirs' });
    if (ofType) await app.user.click(ofType);
    await app.user.click(screen.getByRole('button', { name: 'Save my choice' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(edits(app)[1]).toMatchObject({ revision: '"2"', changes: { name: 'Mine' } });
  });

  it('sends nothing when theirs stands everywhere', async () => {
    const app = await intoConflict();
    for (const button of screen.getAllByRole('button', { name: 'Take theirs' })) await app.user.click(button);
    await app.user.click(screen.getByRole('button', { name: 'Leave it as it is' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(edits(app)).toHaveLength(1);
  });
});
