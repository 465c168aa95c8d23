import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CITIES, focused, grid, many, names, selected, Table } from '@test/component/table/cities';

describe('the keyboard', () => {
  it('has one place in the tab order and moves it with arrows', async () => {
    const user = userEvent.setup();
    render(<Table />);
    await user.tab();
    expect(focused()).toBe('Aarau');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Bern');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('130');
    await user.keyboard('{Control>}{End}{/Control}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Leave city');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Select Aarau');
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('skips an action that a row does not have', async () => {
    const user = userEvent.setup();
    render(<Table />);
    await user.tab();
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Visit city');
  });

  it('goes up to the headings and sorts there', async () => {
    const user = userEvent.setup();
    render(<Table />);
    await user.tab();
    await user.keyboard('{ArrowUp}{Enter}');
    expect(names()).toEqual(['Chur', 'Bern', 'Aarau']);
    expect(focused()).toBe('Name');
  });

  it('reaches rows far away and keeps the focus on them', async () => {
    const user = userEvent.setup();
    render(<Table rows={many(1_900)} />);
    await user.tab();
    await user.keyboard('{Control>}{ArrowDown}{/Control}');
    expect(focused()).toBe('City 1899');
    await user.keyboard('{PageUp}');
    expect(Number(focused().slice(5))).toBeLessThan(1_899);
  });

  it('opens a row with Enter and runs an action with Enter', async () => {
    const onOpen = vi.fn();
    const onRun = vi.fn();
    const user = userEvent.setup();
    render(<Table onOpen={onOpen} onRun={onRun} />);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(CITIES[1]);
    await user.keyboard('{End}{Enter}');
    expect(onRun).toHaveBeenCalledWith(CITIES[1]);
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it('ticks with Space, draws ranges with Shift, takes all with Ctrl+A, gives up with Escape', async () => {
    const user = userEvent.setup();
    render(<Table />);
    await user.tab();
    await user.keyboard(' ');
    expect(selected()).toBe('a');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selected()).toBe('a b c');
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(selected()).toBe('a b');
    await user.keyboard('{Control>}a{/Control}');
    expect(selected()).toBe('a b c');
    await user.keyboard('{Escape}');
    expect(selected()).toBe('');
  });
});

describe('ticking', () => {
  it('ticks one, a range with Shift, and all', async () => {
    const user = userEvent.setup();
    render(<Table />);
    await user.click(screen.getByRole('checkbox', { name: 'Select Aarau' }));
    expect(selected()).toBe('a');
    const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all' });
    expect(all.indeterminate).toBe(true);
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: 'Select Chur' }));
    await user.keyboard('{/Shift}');
    expect(selected()).toBe('a b c');
    expect(all.checked).toBe(true);
    await user.click(all);
    expect(selected()).toBe('');
  });
});

it('reaches and leaves a strip with arrows', async () => {
  const user = userEvent.setup();
  render(<Table strip={{ id: 'b', node: 'something else' }} />);
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(focused()).toBe('something else');
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Visit city');
});
