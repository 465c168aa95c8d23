import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole } from '@test/support/builders';
import { adjustments, show, staging, world } from './environments-world';

describe('the header of an environment, by its vendor', () => {
  it('takes the endpoint from the operator where the console does not say it, and only there', async () => {
    const { endpoint: _none, ...bare } = staging;
    const mia = { environments: [bare], consoles: [aConsole({ vendor: 'mia' })] };
    const { user, client } = show({ environments: { adjust: async () => ({ done: true }) } }, mia);
    await user.click(await screen.findByRole('button', { name: 'Enter the API endpoint' }));
    const dialog = within(screen.getByRole('dialog', { name: 'API endpoint' }));
    await user.type(dialog.getByLabelText('API endpoint'), 'shop.example');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByText(/^This is not a complete address/)).toBeDefined();
    expect(adjustments(client)).toEqual([]);
    await user.clear(dialog.getByLabelText('API endpoint'));
    await user.type(dialog.getByLabelText('API endpoint'), 'https://shop.example');
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(adjustments(client)).toEqual([
      {
        environment: { consoleId: 'acme', environmentId: 'env-staging' },
        endpoint: 'https://shop.example',
      },
    ]);
  });

  it('lets the operator edit and forget an endpoint of theirs', async () => {
    const mia = { environments: [staging], consoles: [aConsole({ vendor: 'mia' })] };
    const { user, client } = show({ environments: { adjust: async () => ({ done: true }) } }, mia);
    await user.click(await screen.findByRole('button', { name: 'Edit endpoint' }));
    expect(screen.getByLabelText('API endpoint', { selector: 'input' })).toHaveProperty(
      'value',
      staging.endpoint,
    );
    await user.click(screen.getByRole('button', { name: 'Forget it' }));
    await waitFor(() => expect(adjustments(client)[0]).toMatchObject({ endpoint: null }));
  });

  it('offers Deploy where changes have to be deployed, and only there', async () => {
    const { user, unmount } = show({}, { ...world, consoles: [aConsole({ vendor: 'mia' })] });
    await user.click(await screen.findByRole('button', { name: 'Environment menu' }));
    expect(screen.getByRole('menuitem', { name: 'Deploy' })).toBeDefined();
    unmount();
    const other = show();
    await other.user.click(await screen.findByRole('button', { name: 'Environment menu' }));
    expect(screen.queryByRole('menuitem', { name: 'Deploy' })).toBeNull();
  });
});
