import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aKey, someSettings } from '@test/support/builders';
import { KEYS, namesShown, onTheDay, renderKeys, theGrid } from '@test/component/keys/keys-world';

onTheDay();

describe('search and filters', () => {
  it('finds by name, role, host and the last characters of the key', async () => {
    const { user } = renderKeys({ keys: [...KEYS, aKey({ id: '4', name: 'Dump', hint: 'zz9q' })] });
    await theGrid();
    const search = screen.getByLabelText('Search keys');
    for (const [typed, found] of [
      ['acc', 'Accounting'],
      ['sales', 'Crm'],
      ['2001:db8', 'Backup'],
      ['ZZ9', 'Dump'],
    ]) {
      await user.clear(search);
      await user.type(search, typed ?? '');
      expect(namesShown()).toEqual([found]);
    }
  });

  it('goes to the search with a slash and with Ctrl+F', async () => {
    const { user } = renderKeys({ keys: KEYS });
    await theGrid();
    const search = screen.getByLabelText('Search keys');
    await user.keyboard('/');
    expect(document.activeElement).toBe(search);
    await user.keyboard('a/b{Escape}');
    expect((search as HTMLInputElement).value).toBe('');
    search.blur();
    await user.keyboard('{Control>}f{/Control}');
    expect(document.activeElement).toBe(search);
  });

  it('offers only filters that would make a difference', async () => {
    const { user } = renderKeys({ keys: KEYS });
    await theGrid();
    const chips = within(screen.getByRole('group', { name: 'Filters' }));
    expect(chips.getAllByRole('button').map((chip) => chip.firstChild?.textContent)).toEqual([
      'Expiring',
      'Expired',
      'Any host',
      'Administration',
      'Never used',
      'Findings',
    ]);
    await user.click(chips.getByRole('button', { name: 'Expiring' }));
    expect(namesShown()).toEqual(['Backup']);
    await user.click(chips.getByRole('button', { name: 'Expired' }));
    expect(namesShown()).toEqual(['Backup', 'Crm']);
    await user.click(chips.getByRole('button', { name: 'Any host' }));
    expect(namesShown()).toEqual(['Crm']);
    expect(screen.getByText(/1 of 3 keys/)).toBeTruthy();
  });

  it('says when nothing matches and takes the filters off', async () => {
    const { user } = renderKeys({ keys: KEYS });
    await theGrid();
    await user.type(screen.getByLabelText('Search keys'), 'nothing like this');
    expect(screen.getByText('No key matches')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(namesShown()).toHaveLength(3);
  });
});

describe('columns', () => {
  it('hides a column and keeps the choice', async () => {
    let settings = someSettings();
    const { user, client } = renderKeys({
      keys: KEYS,
      stubs: {
        settings: {
          read: async () => settings,
          change: async (change) => (settings = { ...settings, hiddenColumns: change.hiddenColumns ?? [] }),
        },
      },
    });
    await theGrid();
    await user.click(screen.getByRole('button', { name: 'Choose columns' }));
    expect(screen.queryByRole('menuitemcheckbox', { name: 'Description' })).toBeNull();
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Created by' }));
    expect(client.inputs('settings.change')).toEqual([{ hiddenColumns: ['createdBy'] }]);
    await waitFor(() => expect(screen.queryByText('Created by', { selector: 'button *' })).toBeNull());
  });
});
