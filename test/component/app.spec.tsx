import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { createEmotionCache } from '@renderer/theme/emotion-cache';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole, anEnvironment, aStatus, someKeys, someSettings } from '@test/support/builders';
import { fakeClient, type FakeClient, type Stubs } from '@test/support/fake-client';
import { reads, type World } from '@test/support/reads';
import { renderWindow } from '@test/support/render-window';

const production = anEnvironment({ environmentId: 'env-prod', name: 'production', production: true });
const world: World = {
  environments: [anEnvironment(), production],
  keys: someKeys(3, () => ({ environmentId: 'env-staging' })),
};

function open(looked: World = world, more: Stubs = {}): FakeClient {
  const client = fakeClient(reads(looked), more);
  renderWindow(client);
  return client;
}

const painted = (client: FakeClient) =>
  client.inputs('app.painted').map((input) => (input as { state: string }).state);
const user = userEvent.setup();

describe('the window without a console', () => {
  it('offers two ways to begin, and says where credentials go', async () => {
    const client = open(
      { consoles: [] },
      { consoles: { openPractice: async () => [aConsole({ practice: true })] } },
    );
    expect(await screen.findByRole('button', { name: 'Add a console' })).toBeDefined();
    expect(screen.getByText(/keychain, never into a file/)).toBeDefined();
    expect(await accessibilityProblems()).toEqual([]);
    client.stub({ consoles: { list: async () => [aConsole()] } });
    await user.click(screen.getByRole('button', { name: 'Open the practice console' }));
    expect(await screen.findByRole('tab', { name: 'staging' })).toBeDefined();
  });

  it('reports that it painted, and that it can be used, once each', async () => {
    const client = open({ consoles: [] });
    await waitFor(() => expect(painted(client)).toContain('ready'));
    expect([...painted(client)].sort()).toEqual(['loading', 'ready']);
  });
});

describe('the window with consoles', () => {
  it('shows the keys of the first environment and then calls itself usable', async () => {
    const client = open();
    expect(await screen.findByRole('heading', { name: 'staging' })).toBeDefined();
    await waitFor(() => expect(painted(client)).toContain('ready'));
    expect(client.inputs('keys.load').length).toBeGreaterThan(0);
  });

  it('is not called usable while the keys are on their way', async () => {
    const client = open(world, { keys: { load: () => new Promise(() => undefined) } });
    await screen.findByRole('heading', { name: 'staging' });
    await waitFor(() => expect(painted(client)).toContain('loading'));
    expect(painted(client)).not.toContain('ready');
  });

  it('keeps a console it could not read apart from none at all', async () => {
    open({ ...world, environments: [] });
    expect(await screen.findByRole('heading', { name: 'No environments' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Open the practice console' })).toBeNull();
  });

  it('takes the theme of the settings', async () => {
    open({ ...world, settings: someSettings({ theme: 'dark' }) });
    await waitFor(() => expect(getComputedStyle(document.documentElement).colorScheme).toBe('dark'));
  });
});

describe('the header of an environment in the window', () => {
  const view = { targets: [], pipeline: null };
  const more: Stubs = { deployments: { read: async () => view }, protections: { list: async () => [] } };

  it('leads to the endpoints of a vendor that has them', async () => {
    const client = open({ ...world, consoles: [aConsole({ vendor: 'mia' })] }, more);
    await user.click(await screen.findByRole('button', { name: 'Endpoints' }));
    expect(await screen.findByRole('dialog', { name: 'Endpoints' })).toBeDefined();
    await waitFor(() => expect(client.inputs('deployments.read').length).toBeGreaterThan(0));
  });

  it('asks nothing of endpoints or deployments of a vendor that has none', async () => {
    const client = open(world, more);
    await screen.findByRole('heading', { name: 'staging' });
    expect(screen.queryByRole('button', { name: 'Endpoints' })).toBeNull();
    expect(client.inputs('deployments.read')).toEqual([]);
  });
});

describe('the window behind the lock', () => {
  it('reads after the unlocking what it was refused before', async () => {
    const refused = async (): Promise<never> => {
      throw new AppError('locked', 'Keydesk is locked. Unlock it and try again.');
    };
    const locked = aStatus({ locked: true });
    const client = open(world, { app: { status: async () => locked }, consoles: { list: refused } });
    await screen.findByRole('button', { name: 'Unlock' });
    client.stub(reads(world));
    act(() => client.emit('statusChanged', aStatus()));
    expect(await screen.findByRole('heading', { name: 'staging' })).toBeDefined();
  });
});

describe('the quick switcher', () => {
  const field = () => screen.findByRole('combobox', { name: 'Search environments and actions' });

  it('opens with Ctrl+K from any screen and goes where Enter points', async () => {
    open();
    await screen.findByRole('heading', { name: 'staging' });
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await field(), 'prod');
    expect(screen.getByRole('option', { name: /production/ }).getAttribute('aria-selected')).toBe('true');
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'production' })).toBeDefined();
  });

  it('reaches environments without a tab, which then have one while they are looked at', async () => {
    open({ ...world, environments: [anEnvironment(), { ...production, tab: false }] });
    await screen.findByRole('heading', { name: 'staging' });
    expect(screen.queryByRole('tab', { name: 'production' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Quick switcher' }));
    await user.click(await screen.findByRole('option', { name: /^production/ }));
    expect(await screen.findByRole('tab', { name: 'production', selected: true })).toBeDefined();
  });

  it('finds by the vendor and by what a place belongs to, too', async () => {
    open();
    await screen.findByRole('heading', { name: 'staging' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await field(), 'cloud desk prod');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    expect(screen.getByRole('option', { name: /^production/ })).toBeDefined();
  });

  it('moves with the arrow keys, around the ends, and points at the line for readers', async () => {
    open();
    await screen.findByRole('heading', { name: 'staging' });
    await user.keyboard('{Control>}k{/Control}');
    const input = await field();
    const pointed = () =>
      document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent;
    expect(pointed()).toContain('staging');
    await user.keyboard('{ArrowDown}');
    expect(pointed()).toContain('production');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(pointed()).toContain('Edit console Acme Qodly');
    await user.type(input, 'zzz');
    expect(screen.getByText('Nothing matches.')).toBeDefined();
  });

  it('does things, too', async () => {
    open();
    await screen.findByRole('heading', { name: 'staging' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await field(), 'add a{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Add console' })).toBeDefined();
  });
});

describe('a lock', () => {
  it('takes everything out of the page, typed credentials too, and gives way to a click', async () => {
    const client = open(world, { app: { unlock: async () => ({ done: true }) } });
    await screen.findByRole('heading', { name: 'staging' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'add a{Enter}');
    await user.type(await screen.findByLabelText('Password'), 'pw-canary');
    act(() => client.emit('statusChanged', aStatus({ locked: true })));
    const unlock = await screen.findByRole('button', { name: 'Unlock' });
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
    expect(screen.queryByText('staging')).toBeNull();
    expect(document.querySelectorAll('input')).toHaveLength(0);
    client.stub({ app: { status: async () => aStatus() } });
    await user.click(unlock);
    expect(await screen.findByRole('heading', { name: 'staging' })).toBeDefined();
  });
});

describe('styles', () => {
  it('are added as rules, never as text, so that the page may forbid style text', () => {
    expect(createEmotionCache().sheet).toMatchObject({ isSpeedy: true });
  });
});
