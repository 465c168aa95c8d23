import { screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { MenuButton } from '@renderer/shared/MenuButton';
import { useNotify } from '@renderer/shared/Notifications';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { SelectInput } from '@renderer/shared/SelectInput';
import { StatusChip } from '@renderer/shared/StatusChip';
import { TextInput } from '@renderer/shared/TextInput';
import { useHotkey } from '@renderer/shared/use-hotkey';
import { accessibilityProblems } from '@test/support/axe';
import { renderWithApp } from '@test/support/render-app';

function Talker(): ReactNode {
  const notify = useNotify();
  return (
    <button
      onClick={() => {
        notify('First.');
        notify('Second.');
      }}
    >
      talk
    </button>
  );
}

describe('notifications', () => {
  it('come one after the other and are read out politely', async () => {
    const { user } = renderWithApp(<Talker />);
    await user.click(screen.getByRole('button', { name: 'talk' }));
    expect(screen.getByRole('status').textContent).toBe('First.');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Second.'));
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
  });
});

describe('fields', () => {
  it('are named by their label and described by their problem', async () => {
    renderWithApp(
      <TextInput label="Console URL" help="Help." problem="Wrong." value="" onChange={() => undefined} />,
    );
    const input = screen.getByRole('textbox', { name: 'Console URL', description: 'Wrong.' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('autocomplete')).toBe('off');
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('offer a few choices', async () => {
    const change = vi.fn();
    const options = [
      { value: 'a', label: 'Alpha' },
      { value: 'b', label: 'Beta', note: 'The second.' },
    ];
    const { user } = renderWithApp(
      <SelectInput label="Role" value="a" options={options} onChange={change} />,
    );
    await user.click(screen.getByRole('combobox', { name: 'Role' }));
    await user.click(screen.getByRole('option', { name: /Beta/ }));
    expect(change).toHaveBeenCalledExactlyOnceWith('b');
  });
});

describe('MenuButton', () => {
  it('opens its menu and runs what is chosen', async () => {
    const remove = vi.fn();
    const { user } = renderWithApp(
      <MenuButton label="Console menu" entries={[{ label: 'Remove', onSelect: remove }]} />,
    );
    await user.click(screen.getByRole('button', { name: 'Console menu' }));
    await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
    expect(remove).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });
});

describe('small parts', () => {
  it('say a status as a word with its reason', () => {
    renderWithApp(<StatusChip status="expired" reason="It expired 3 days ago and is refused." />);
    expect(
      screen.getByText('Expired').getAttribute('title') ?? screen.getByText('Expired').ariaDescription,
    ).toBe('It expired 3 days ago and is refused.');
  });

  it('say how far something has come, as far as anybody knows', () => {
    const { rerender } = renderWithApp(<ProgressNote label="Reading keys" loaded={2_000} total={10_000} />);
    const bar = screen.getByRole('progressbar', { name: 'Reading keys · 2,000 of 10,000' });
    expect(bar.getAttribute('aria-valuenow')).toBe('20');
    rerender(<ProgressNote label="Reading keys" loaded={2_000} total={null} />);
    expect(screen.getByText('Reading keys · 2,000')).toBeDefined();
  });
});

function Keyed({ onKey }: { onKey: () => void }): ReactNode {
  useHotkey({ key: 'k' }, onKey);
  return <div />;
}

describe('useHotkey', () => {
  it('runs on Ctrl and on Cmd, and not under a dialog', async () => {
    const onKey = vi.fn();
    const { user, rerender } = renderWithApp(<Keyed onKey={onKey} />);
    await user.keyboard('{Control>}k{/Control}{Meta>}k{/Meta}k');
    expect(onKey).toHaveBeenCalledTimes(2);
    rerender(
      <>
        <Keyed onKey={onKey} />
        <div role="dialog" />
      </>,
    );
    await user.keyboard('{Control>}k{/Control}');
    expect(onKey).toHaveBeenCalledTimes(2);
  });
});
