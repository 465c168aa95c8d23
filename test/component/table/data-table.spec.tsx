import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { grid, many, names, Table } from '@test/component/table/cities';

describe('a table for readers', () => {
  it('says where rows and cells stand, and which are ticked', () => {
    render(<Table />);
    expect(grid().getAttribute('aria-rowcount')).toBe('4');
    expect(grid().getAttribute('aria-colcount')).toBe('4');
    const row = within(grid()).getAllByRole('row')[1];
    expect(row?.getAttribute('aria-rowindex')).toBe('2');
    expect(row?.getAttribute('aria-selected')).toBe('false');
    expect(
      within(row ?? grid())
        .getAllByRole('gridcell')
        .map((cell) => cell.getAttribute('aria-colindex')),
    ).toEqual(['1', '2', '3', '4']);
  });

  it('draws a window of rows only', () => {
    render(<Table rows={many(1_900)} />);
    expect(grid().getAttribute('aria-rowcount')).toBe('1901');
    expect(names().length).toBeLessThan(40);
    expect(names()[0]).toBe('City 0');
  });
});

describe('sorting', () => {
  it('sorts by a heading, turns around, and says so', async () => {
    const user = userEvent.setup();
    render(<Table />);
    expect(names()).toEqual(['Aarau', 'Bern', 'Chur']);
    const people = screen.getByRole('columnheader', { name: 'People' });
    expect(people.getAttribute('aria-sort')).toBe('none');
    await user.click(within(people).getByRole('button'));
    expect(names()).toEqual(['Aarau', 'Chur', 'Bern']);
    expect(people.getAttribute('aria-sort')).toBe('ascending');
    await user.click(within(people).getByRole('button'));
    expect(names()).toEqual(['Bern', 'Chur', 'Aarau']);
    expect(people.getAttribute('aria-sort')).toBe('descending');
  });
});

describe('many rows', () => {
  it('are there at once as they came, and in order as soon as they are indexed', async () => {
    render(<Table rows={many(5_000).reverse()} />);
    expect(names()[0]).toBe('City 4999');
    await waitFor(() => expect(names()[0]).toBe('City 0'));
    expect(grid().getAttribute('aria-rowcount')).toBe('5001');
  });
});

describe('searching', () => {
  it('shows only what matches', () => {
    render(<Table search="ur" />);
    expect(names()).toEqual(['Chur']);
    expect(grid().getAttribute('aria-rowcount')).toBe('2');
  });
});

describe('a strip', () => {
  it('takes the place of one row’s facts and leaves name and actions', () => {
    render(<Table strip={{ id: 'b', node: 'something else' }} />);
    const row = screen.getByRole('row', { name: /Bern/ });
    const cells = within(row).getAllByRole('gridcell');
    expect(cells.map((cell) => cell.textContent)).toEqual(['', 'Bern', 'something else', '']);
    expect(cells[2]?.getAttribute('aria-colspan')).toBe('1');
    expect(within(row).getByRole('button', { name: 'Visit city' })).toBeTruthy();
  });
});
