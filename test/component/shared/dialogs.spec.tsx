import { screen, waitFor } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { AppDialog, type ClosedBy } from '@renderer/shared/AppDialog';
import { ConfirmDialog } from '@renderer/shared/ConfirmDialog';
import { TextInput } from '@renderer/shared/TextInput';
import { accessibilityProblems } from '@test/support/axe';
import { renderWithApp } from '@test/support/render-app';

function Opener({ closedBy, onSubmit }: { closedBy?: ClosedBy; onSubmit?: () => void }): ReactNode {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  return (
    <>
      <button onClick={() => setOpen(true)}>open</button>
      <AppDialog
        open={open}
        title="A title"
        description="A description"
        onClose={() => setOpen(false)}
        onSubmit={onSubmit}
        {...(closedBy === undefined ? {} : { closedBy })}
        actions={<button type="submit">Go</button>}
      >
        <TextInput label="A field" value={text} onChange={setText} />
      </AppDialog>
    </>
  );
}

const backdrop = (): Element => {
  const found = document.querySelector('.MuiDialog-container');
  if (found === null) throw new Error('no backdrop');
  return found;
};

describe('AppDialog', () => {
  it('is named by its title, described, and gives the focus back', async () => {
    const { user } = renderWithApp(<Opener />);
    await user.click(screen.getByRole('button', { name: 'open' }));
    const dialog = screen.getByRole('dialog', { name: 'A title', description: 'A description' });
    expect(dialog.contains(document.activeElement)).toBe(true);
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement?.textContent).toBe('open');
  });

  it('closes on a click beside it when nothing was typed into it', async () => {
    const { user } = renderWithApp(<Opener />);
    await user.click(screen.getByRole('button', { name: 'open' }));
    await user.click(backdrop());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keeps a form open on a click beside it', async () => {
    const { user } = renderWithApp(<Opener onSubmit={() => undefined} />);
    await user.click(screen.getByRole('button', { name: 'open' }));
    await user.type(screen.getByLabelText('A field'), 'typed');
    await user.click(backdrop());
    expect(screen.getByDisplayValue('typed')).toBeDefined();
  });

  it('closes by its buttons alone when told so', async () => {
    const { user } = renderWithApp(<Opener closedBy="nothing" />);
    await user.click(screen.getByRole('button', { name: 'open' }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeDefined();
  });

  it('submits on Enter in a field', async () => {
    const submit = vi.fn();
    const { user } = renderWithApp(<Opener onSubmit={submit} />);
    await user.click(screen.getByRole('button', { name: 'open' }));
    await user.type(screen.getByLabelText('A field'), 'typed{Enter}');
    expect(submit).toHaveBeenCalledOnce();
  });
});

describe('ConfirmDialog', () => {
  const dialog = (over: object): ReactNode => (
    <ConfirmDialog
      open
      title="Delete it?"
      confirmLabel="Delete"
      onConfirm={() => undefined}
      onCancel={() => undefined}
      {...over}
    >
      It cannot come back.
    </ConfirmDialog>
  );

  it('waits for the word, exactly', async () => {
    const confirm = vi.fn();
    const { user } = renderWithApp(dialog({ word: 'DELETE', onConfirm: confirm }));
    const button = screen.getByRole('button', { name: 'Delete' });
    await user.type(screen.getByLabelText('Type DELETE to confirm'), 'delete');
    expect(button).toHaveProperty('disabled', true);
    await user.clear(screen.getByLabelText('Type DELETE to confirm'));
    await user.type(screen.getByLabelText('Type DELETE to confirm'), 'DELETE{Enter}');
    expect(confirm).toHaveBeenCalledExactlyOnceWith('DELETE');
  });

  it('asks only once where no word is needed, and shows why it failed', async () => {
    const confirm = vi.fn();
    const error = new AppError('forbidden', 'You may not.');
    const { user } = renderWithApp(dialog({ onConfirm: confirm, error }));
    expect(screen.getByRole('alert').textContent).toContain('You may not.');
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(confirm).toHaveBeenCalledOnce();
  });

  it('does nothing while it is busy', () => {
    renderWithApp(dialog({ busy: true }));
    for (const button of screen.getAllByRole('button')) expect(button).toHaveProperty('disabled', true);
  });
});
