import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { aKey, anEnvironment, daysFromNow } from '@test/support/builders';
import { CONFIRMED, create, openForm, sent, type Issued } from '@test/component/keys/create-form';
import { onTheDay, promised } from '@test/component/keys/keys-world';

onTheDay();

describe('sending', () => {
  it('sends one operation for a double click', async () => {
    const answer = promised<Issued>();
    const app = await openForm({ stubs: { keys: { issue: () => answer.promise } } });
    await app.user.type(within(app.dialog).getByLabelText('Description'), 'Accounting');
    await app.user.dblClick(within(app.dialog).getByRole('button', { name: 'Create' }));
    await app.user.keyboard('{Escape}');
    expect(sent(app)).toHaveLength(1);
    expect(screen.getByRole('dialog', { name: 'Create API key' })).toBeTruthy();
    answer.give(CONFIRMED);
    expect(await screen.findByRole('dialog', { name: 'Key created' })).toBeTruthy();
  });

  it('keeps everything typed after a failure and tries again under the same operation', async () => {
    let fail = true;
    const app = await openForm({
      stubs: {
        keys: {
          issue: async () => {
            if (fail)
              throw new AppError('offline', 'The console could not be reached.', { system: 'ECONNREFUSED' });
            return CONFIRMED;
          },
        },
      },
    });
    const form = within(app.dialog);
    await app.user.type(form.getByLabelText('Description'), 'Accounting');
    await app.user.click(form.getByRole('button', { name: '7 days' }));
    await create(app);
    expect(await form.findByText('The key was not created')).toBeTruthy();
    expect(form.getByLabelText<HTMLInputElement>('Description').value).toBe('Accounting');
    fail = false;
    await app.user.click(form.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('dialog', { name: 'Key created' });
    const [first, second] = sent(app);
    expect(second).toEqual(first);
  });

  it('puts an answer of the console at the field it is about', async () => {
    const app = await openForm({
      stubs: {
        keys: {
          issue: async () => {
            throw new AppError('invalid-input', 'A key of this name exists already.', { field: 'name' });
          },
        },
      },
    });
    const form = within(app.dialog);
    const name = form.getByLabelText('Description');
    await app.user.type(name, 'Accounting');
    await create(app);
    expect(await form.findByText('A key of this name exists already.')).toBeTruthy();
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(form.queryByText('The key was not created')).toBeNull();
    await app.user.type(name, ' 2');
    expect(form.queryByText('A key of this name exists already.')).toBeNull();
  });

  it('never says failed when the answer got lost: it checks, under the same operation', async () => {
    const answers: Issued[] = [
      { state: 'checking', operationId: '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11', message: 'Looking for it.' },
      { ...CONFIRMED, adopted: true },
    ];
    const app = await openForm({ stubs: { keys: { issue: async () => answers.shift() ?? CONFIRMED } } });
    await app.user.type(within(app.dialog).getByLabelText('Description'), 'Accounting');
    await create(app);
    expect(await screen.findByText('Checking whether the console created it…')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Close and keep watching' })).toBeTruthy();
    await app.user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByText(/It is one key, not two/)).toBeTruthy();
    const [first, second] = sent(app);
    expect(second).toEqual(first);
  });

  it('keeps what was typed when another environment is chosen', async () => {
    const app = await openForm({
      environments: [anEnvironment(), anEnvironment({ environmentId: 'env-2', name: 'second' })],
    });
    const form = within(app.dialog);
    const choose = async (name: RegExp): Promise<void> => {
      await app.user.click(form.getByRole('combobox', { name: 'Environment' }));
      await app.user.click(await screen.findByRole('option', { name }));
    };
    await choose(/staging/);
    await app.user.type(form.getByLabelText('Description'), 'Accounting');
    await choose(/second/);
    expect(form.getByLabelText<HTMLInputElement>('Description').value).toBe('Accounting');
    expect(form.getByText(/in second \(Acme Qodly\)/)).toBeTruthy();
  });
});

it('shows the new key in the table', async () => {
  const keys = [aKey({ id: '1', name: 'There' })];
  const app = await openForm({
    keys,
    stubs: {
      keys: {
        issue: async () => {
          keys.push(aKey({ id: '2', name: 'Accounting', expiresAt: daysFromNow(90) }));
          return CONFIRMED;
        },
      },
      secrets: { release: async () => ({ done: true }) },
    },
  });
  await app.user.type(within(app.dialog).getByLabelText('Description'), 'Accounting');
  await create(app);
  await app.user.click(await screen.findByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3'));
});
