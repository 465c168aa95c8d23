import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole, anEnvironment } from '@test/support/builders';
import type { Stubs } from '@test/support/fake-client';
import type { World } from '@test/support/reads';
import { adjustments, production, show, staging, world } from './environments-world';

describe('environment tabs', () => {
  it('are named by the environment, and say the rest as a description', async () => {
    show();
    const tab = await screen.findByRole('tab', { name: 'production' });
    const description = document.getElementById(tab.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(description).toBe('Qodly Cloud, Acme Qodly, Order Desk, production, 48 keys');
    expect(tab.textContent).toContain('PROD');
    expect(screen.getByRole('tab', { name: 'staging' }).textContent).not.toContain('PROD');
    expect(screen.getAllByRole('tab')[0]).toBe(screen.getByRole('tab', { name: 'All environments' }));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('show the keys of the chosen one, or of all', async () => {
    const { user } = show();
    expect(await screen.findByText('keys of production')).toBeDefined();
    await user.click(screen.getByRole('tab', { name: 'staging' }));
    expect(screen.getByText('keys of staging')).toBeDefined();
    await user.click(screen.getByRole('tab', { name: 'All environments' }));
    expect(screen.getByText('keys of production, staging')).toBeDefined();
    expect(screen.getByRole('tabpanel', { name: 'All environments' })).toBeDefined();
  });

  it('are walked with the arrow keys and chosen with Enter', async () => {
    const { user } = show();
    const first = await screen.findByRole('tab', { name: 'production' });
    first.focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'staging' }));
    expect(screen.getByText('keys of production')).toBeDefined();
    await user.keyboard('{Enter}');
    expect(screen.getByText('keys of staging')).toBeDefined();
  });
});

describe('one console that fails', () => {
  const two: World = { ...world, consoles: [aConsole(), aConsole({ id: 'north', label: 'Northwind' })] };
  const failing: Stubs = {
    environments: {
      list: async (input) => {
        if (input.consoleId === 'north') throw new AppError('offline', 'Northwind cannot be reached.');
        return [production];
      },
    },
  };

  it('leaves the others alone, and offers its own ways out', async () => {
    const { user, client } = show(failing, two);
    expect(await screen.findByText('keys of production')).toBeDefined();
    await user.click(await screen.findByRole('tab', { name: 'Northwind' }));
    expect(screen.getByRole('alert').textContent).toContain('Northwind cannot be reached.');
    client.stub({
      environments: { list: async () => [anEnvironment({ consoleId: 'north', name: 'north-dev' })] },
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('keys of north-dev')).toBeDefined();
  });

  it('is named in the table of all environments', async () => {
    const { user } = show(failing, two);
    await user.click(await screen.findByRole('tab', { name: 'All environments' }));
    expect(await screen.findByText('Missing, because they cannot be reached: Northwind.')).toBeDefined();
  });

  it('leads to its credentials', async () => {
    const { user } = show(failing, two);
    await user.click(await screen.findByRole('tab', { name: 'Northwind' }));
    await user.click(await screen.findByRole('button', { name: 'Edit console' }));
    expect(screen.getByRole('dialog', { name: 'Edit console' })).toBeDefined();
  });
});

describe('the header of an environment', () => {
  it('says where it belongs and copies its endpoint truthfully', async () => {
    const { user, client } = show({
      environments: { copyEndpoint: async () => ({ clearsAfterSeconds: null, verified: true }) },
    });
    expect(await screen.findByRole('heading', { name: 'production' })).toBeDefined();
    const endpoint = screen.getByRole('group', { name: 'API endpoint' });
    expect(endpoint.textContent).toContain('https://staging.order-desk.acme.example');
    await user.click(within(endpoint).getByRole('button', { name: 'Copy endpoint' }));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('The endpoint is on the clipboard.'),
    );
    expect(client.inputs('environments.copyEndpoint')).toEqual([
      { environment: { consoleId: 'acme', environmentId: 'env-prod' } },
    ]);
  });

  it('lets the operator decide what is production', async () => {
    const { user, client } = show({ environments: { adjust: async () => ({ done: true }) } });
    await user.click(await screen.findByRole('button', { name: 'Environment menu' }));
    await user.click(screen.getByRole('menuitem', { name: 'Mark as not production' }));
    await waitFor(() => expect(adjustments(client)).toHaveLength(1));
    expect(adjustments(client)[0]).toMatchObject({
      environment: { environmentId: 'env-prod' },
      production: false,
    });
    await waitFor(() => expect(client.inputs('environments.list').length).toBeGreaterThan(1));
  });

  it('gives a decision back', async () => {
    const own = { ...staging, production: true, productionBasis: 'operator' as const };
    const { user, client } = show(
      { environments: { adjust: async () => ({ done: true }) } },
      { environments: [own] },
    );
    await user.click(await screen.findByRole('button', { name: 'Environment menu' }));
    await user.click(screen.getByRole('menuitem', { name: 'Undo my mark' }));
    await waitFor(() => expect(adjustments(client)[0]).toMatchObject({ production: null }));
  });

  it('says that a stopped environment refuses every key', async () => {
    show({}, { environments: [anEnvironment({ state: 'stopped' })] });
    expect(await screen.findByText(/^Stopped:/)).toBeDefined();
  });

  it('shows no endpoint where the console names none', async () => {
    const { endpoint: _none, ...bare } = staging;
    show({}, { environments: [bare] });
    await screen.findByText('keys of staging');
    expect(screen.queryByRole('group', { name: 'API endpoint' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Enter the API endpoint' })).toBeNull();
  });

  it('reaches the console behind it', async () => {
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: 'Console menu' }));
    await user.click(screen.getByRole('menuitem', { name: 'Remove console' }));
    expect(screen.getByRole('alertdialog', { name: 'Remove Acme Qodly?' })).toBeDefined();
  });
});

describe('Choose tabs', () => {
  it('keeps what was changed, and only that', async () => {
    const { user, client } = show({ environments: { adjust: async () => ({ done: true }) } });
    await screen.findByText('keys of production');
    await user.click(screen.getByRole('button', { name: 'Choose tabs' }));
    await user.click(screen.getByRole('checkbox', { name: /^staging/ }));
    expect(screen.getByText('1 of 2 have a tab')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(adjustments(client)).toEqual([
      { environment: { consoleId: 'acme', environmentId: 'env-staging' }, tab: false },
    ]);
  });

  it('narrows down by words and ticks all that is shown', async () => {
    const { user } = show();
    await screen.findByText('keys of production');
    await user.click(screen.getByRole('button', { name: 'Choose tabs' }));
    await user.type(screen.getByLabelText('Search environments'), 'stag');
    expect(screen.queryByRole('checkbox', { name: /^production/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Clear shown' }));
    expect(screen.getByText('1 of 2 have a tab')).toBeDefined();
  });
});

describe('a console without environments', () => {
  it('says so and asks again', async () => {
    const { user, client } = show({}, { environments: [] });
    expect(await screen.findByRole('heading', { name: 'No environments' })).toBeDefined();
    const before = client.inputs('environments.list').length;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(client.inputs('environments.list').length).toBeGreaterThan(before));
  });
});
