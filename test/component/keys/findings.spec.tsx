import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aKey, daysFromNow } from '@test/support/builders';
import { namesShown, onTheDay, renderKeys, rowOf, theGrid } from './keys-world';

onTheDay();

const KEYS = [
  aKey({ id: 'a', name: 'Fine', allowedHosts: ['203.0.113.7'] }),
  aKey({ id: 'b', name: 'Idle', lastUsedAt: daysFromNow(-120), allowedHosts: ['203.0.113.7'] }),
  aKey({ id: 'c', name: 'Wide', type: 'administration' }),
];

it('findings stand in the table, the gravest first, and a chip leaves only keys that have any', async () => {
  const { user } = renderKeys({ keys: KEYS });
  const grid = within(await theGrid());
  expect(within(await rowOf('Wide')).getByText('2 · High')).toBeTruthy();
  expect(within(await rowOf('Idle')).getByText('1 · Medium')).toBeTruthy();
  await user.click(grid.getByRole('button', { name: 'Findings' }));
  expect(namesShown()).toEqual(['Wide', 'Idle', 'Fine']);
  const chips = within(screen.getByRole('group', { name: 'Filters' }));
  await user.click(chips.getByRole('button', { name: 'Findings' }));
  expect(namesShown()).toEqual(['Wide', 'Idle']);
});

it('the policy in force decides, and the details say who enforces it and what to do', async () => {
  const policy = { maxValidityDays: 365, unusedDays: 200, rules: { administration: false } };
  const { user } = renderKeys({
    keys: KEYS,
    stubs: { policy: { read: async () => ({ policy, file: null }) } },
  });
  expect(await within(await rowOf('Wide')).findByText('1 · Medium')).toBeTruthy();
  expect(within(await rowOf('Idle')).queryByText('1 · Medium')).toBeNull();
  await user.dblClick(within(await rowOf('Wide')).getByText('Wide'));
  const list = within(await screen.findByRole('list', { name: 'Findings' }));
  expect(list.getAllByRole('listitem')).toHaveLength(1);
  expect(list.getByText('Whoever has it can use it from any address.')).toBeTruthy();
  expect(list.getByText(/^Enforced by: Nobody but this policy: /)).toBeTruthy();
  expect(list.getByText('What to do: Edit it and list the addresses that may use it.')).toBeTruthy();
});
