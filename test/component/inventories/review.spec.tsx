import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { anInventory, renderInventories, sent, shown, theGrid } from './inventories-world';

/** The name of the key beside the table. */
const judged = (): string => document.querySelector('aside')?.textContent.slice(0, 10) ?? '';

const cellOf = (name: string): Element => {
  const cell = [...document.querySelectorAll('.kd-pinned')].find(({ textContent }) => textContent === name);
  if (cell === undefined) throw new Error(`There is no ${name}.`);
  return cell;
};

describe('an inventory from outside', () => {
  it('is opened by itself, and says where it comes from', async () => {
    renderInventories({ offered: anInventory() });
    await theGrid();
    expect(screen.getByRole('heading', { name: 'march.keydesk' })).toBeDefined();
    expect(screen.getByText(/^Exported 3 Mar 2026.* by ada · staging · 3 keys$/)).toBeDefined();
    await waitFor(() => expect(shown()).toEqual(['Accounting –', 'Backup –', 'Crm –']));
  });

  it('says why it cannot be opened', async () => {
    const error = new AppError('invalid-input', 'This file is cut off.');
    renderInventories({
      offered: anInventory(),
      stubs: { inventories: { page: () => Promise.reject(error) } },
    });
    const said = await screen.findByRole('alert');
    expect(said.textContent).toContain('march.keydesk was not opened');
    expect(said.textContent).toContain('This file is cut off.');
    expect(screen.getByRole('button', { name: 'Open inventory' })).toBeDefined();
  });
});

describe('judging by keyboard', () => {
  it('decides key after key, takes a step back, and hands over what was decided', async () => {
    const { user, client } = renderInventories({ open: [anInventory()] });
    await theGrid();
    await user.click(cellOf('Accounting'));
    await user.keyboard('x');
    expect(judged()).toContain('Backup');
    await user.keyboard('k');
    expect(shown()).toEqual(['Accounting Revoke', 'Backup Keep', 'Crm –']);
    expect(screen.getByText('2 of 3 decided')).toBeDefined();
    expect(document.activeElement?.textContent).toBe('Crm');
    await user.keyboard('u');
    expect(shown()).toEqual(['Accounting Revoke', 'Backup –', 'Crm –']);
    expect(judged()).toContain('Backup');
    await waitFor(() =>
      expect(sent(client)).toMatchObject([
        { row: 1, decision: 'revoke', by: 'grace' },
        { row: 2, decision: 'keep' },
        { row: 2, decision: null },
      ]),
    );
  });

  it('takes letters for what they are while a note is written', async () => {
    const { user, client } = renderInventories({ open: [anInventory()] });
    await theGrid();
    await user.click(cellOf('Backup'));
    await user.keyboard('nask Eve{Escape}');
    expect(document.activeElement?.textContent).toBe('Backup');
    await waitFor(() => expect(sent(client)).toMatchObject([{ row: 2, decision: null, note: 'ask Eve' }]));
    await user.keyboard('a');
    await waitFor(() => expect(sent(client)).toHaveLength(2));
    expect(sent(client)[1]).toMatchObject({ row: 2, decision: 'ask', note: 'ask Eve' });
  });

  it('decides about all that are ticked, in one step, and shows what is left', async () => {
    const { user } = renderInventories({ open: [anInventory()] });
    await theGrid();
    await user.click(await screen.findByRole('checkbox', { name: 'Select Backup' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select Crm' }));
    await user.click(screen.getByRole('button', { name: /^Replace/ }));
    expect(shown()).toEqual(['Accounting –', 'Backup Replace', 'Crm Replace']);
    await user.click(screen.getByRole('button', { name: 'Undecided' }));
    expect(shown()).toEqual(['Accounting –']);
    await user.click(cellOf('Accounting'));
    await user.keyboard('{Control>}z{/Control}');
    expect(shown()).toEqual(['Accounting –', 'Backup –', 'Crm –']);
  });
});

describe('where a review is saved', () => {
  it('is said, also when the disk is full', async () => {
    const { client, user } = renderInventories({ open: [anInventory()] });
    await theGrid();
    const problem = new AppError('storage', 'The disk is full, so nothing was saved.').toShape();
    const saved = { inventoryId: 'i-1', where: 'beside', savedAt: null, displaced: false } as const;
    client.emit('reviewSaved', { ...saved, problem });
    expect((await screen.findByText(/^The disk is full/)).textContent).toContain('kept in memory');
    client.emit('reviewSaved', { ...saved, where: 'profile', problem: null });
    expect(await screen.findByText(/^The folder of the file cannot be written/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Mark review as done' }));
    expect(await screen.findByText(/^Done by grace/)).toBeDefined();
  });
});
