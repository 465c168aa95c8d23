import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { ProfileReport, Route } from '@core/domain/route-profile';
import { vendorInfo } from '@core/domain/vendor';
import { likelyRoutes, operatorRoutes, usedRoutes } from '@renderer/consoles/facts/route-form';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole } from '@test/support/builders';
import type { Stubs } from '@test/support/fake-client';
import type { Rendered } from '@test/support/render-app';
import { opened, press } from './console-dialogs';

const cloudmc = aConsole({ vendor: 'cloudmc', label: 'Acme cloud', baseUrl: 'https://portal.acme.example' });
const { routes: SPECS } = vendorInfo('cloudmc');
const LIST: Route = { method: 'GET', path: '/found_keys' };

/** The list was found, the name is the operator's, the others are not known. */
const report: ProfileReport = {
  routes: SPECS.map(({ id }) => {
    if (id === 'keys.list') return { id, route: LIST, from: 'discovered' };
    if (id === 'keys.rename')
      return { id, route: { method: 'PUT', path: '/mine/{keyId}' }, from: 'operator' };
    return { id, route: null, from: 'unknown' };
  }),
  discovered: [
    { found: 'Operations named after API keys', routes: { 'keys.list': LIST } },
    { found: 'Paths with api_keys', routes: { 'keys.create': { method: 'POST', path: '/api_keys' } } },
  ],
  problem: null,
};

const show = (more: Stubs['consoles'] = {}, console = cloudmc): Promise<Rendered> =>
  opened('facts', { profile: async () => report, ...more }, console);

const purpose = (name: string): HTMLElement => screen.getByRole('group', { name });
const path = (name: string): HTMLElement => screen.getByRole('textbox', { name: `Path: ${name}` });

describe('Facts and routes', () => {
  it('says what is documented, read from code or assumed, and where that comes from', async () => {
    await show();
    const dialog = screen.getByRole('dialog', { name: 'Facts and routes' });
    expect(dialog.textContent).toContain('Acme cloud · CloudMC');
    expect(dialog.textContent).toContain(vendorInfo('cloudmc').reconcile);
    const assumed = await screen.findByRole('list', { name: 'Assumed' });
    expect(assumed.textContent).toContain('are not published');
    expect(screen.getByRole('list', { name: 'Documented' }).textContent).toContain('MC-Api-Key');
    expect(screen.getByRole('list', { name: 'Read from open code' })).toBeDefined();
    expect(screen.getByText('https://portal.acme.example')).toBeDefined();
    await screen.findByRole('textbox', { name: 'Path: Create an API key' });
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('names the addresses that are told from the URL', async () => {
    await show({}, aConsole({ vendor: 'qwilt', baseUrl: 'https://qc-services.cqloud.com' }));
    expect(screen.getByText('https://users.cqloud.com')).toBeDefined();
    expect(screen.getAllByText(/told from the console URL/)).toHaveLength(3);
  });

  it('has no routes where none can be changed', async () => {
    const { client } = await show({}, aConsole());
    expect(screen.queryByRole('button', { name: 'Try routes' })).toBeNull();
    expect(client.inputs('consoles.profile')).toEqual([]);
  });

  it('says where each route comes from', async () => {
    await show();
    await screen.findByRole('button', { name: 'Try routes' });
    const list = purpose('List the API keys of the operator');
    expect(list.textContent).toContain('found in the console’s own description');
    expect(purpose('Rename an API key').textContent).toContain('yours');
    expect(purpose('Create an API key').textContent).toContain('not known');
    expect(path('Create an API key')).toHaveProperty('placeholder', '/api_keys');
  });

  it('checks a path as it is typed', async () => {
    const { user } = await show();
    await user.type(await screen.findByRole('textbox', { name: 'Path: Revoke an API key' }), '/keys');
    expect(within(purpose('Revoke an API key')).getByRole('alert').textContent).toBe(
      '{keyId} is missing: it says which key is meant.',
    );
    for (const name of ['Save routes', 'Try routes'])
      expect(screen.getByRole('button', { name })).toHaveProperty('disabled', true);
  });

  it('keeps what is the operator’s, and only that', async () => {
    const rendered = await show({ setRoutes: async () => cloudmc });
    await rendered.user.click(await screen.findByRole('combobox', { name: 'Method: Create an API key' }));
    await rendered.user.click(screen.getByRole('option', { name: 'PUT' }));
    await rendered.user.type(path('Create an API key'), '/new');
    await press(rendered, 'Save routes');
    expect(await screen.findByText('The routes are saved.')).toBeDefined();
    expect(rendered.client.inputs('consoles.setRoutes')).toEqual([
      {
        consoleId: 'acme',
        routes: {
          'keys.create': { method: 'PUT', path: '/new' },
          'keys.rename': { method: 'PUT', path: '/mine/{keyId}' },
        },
      },
    ]);
  });

  it('goes back to what is not the operator’s', async () => {
    const rendered = await show({ setRoutes: async () => cloudmc });
    await screen.findByRole('button', { name: 'Back to defaults' });
    await press(rendered, 'Back to defaults');
    expect(path('Rename an API key')).toHaveProperty('value', '');
    expect(path('List the API keys of the operator')).toHaveProperty('value', '/found_keys');
    await press(rendered, 'Save routes');
    await waitFor(() =>
      expect(rendered.client.inputs('consoles.setRoutes')).toEqual([{ consoleId: 'acme', routes: {} }]),
    );
  });

  it('takes the likely routes, or those the console offers', async () => {
    const rendered = await show();
    await screen.findByRole('button', { name: 'Use the likely routes' });
    await press(rendered, 'Use the likely routes');
    expect(path('Revoke an API key')).toHaveProperty('value', '/api_keys/{keyId}');
    expect(purpose('Revoke an API key').textContent).toContain('yours');
    await press(rendered, 'Back to defaults');
    expect(screen.getByText('in use')).toBeDefined();
    await press(rendered, 'Use these');
    expect(path('Create an API key')).toHaveProperty('value', '/api_keys');
  });

  it('tries what reads, and says so', async () => {
    const rendered = await show({
      tryRoutes: async () => [
        { id: 'keys.list', outcome: 'fails', status: 404, message: 'The console knows no such path.' },
        { id: 'keys.create', outcome: 'not-tried', status: null, message: 'It would change something.' },
      ],
    });
    await screen.findByRole('button', { name: 'Try routes' });
    await press(rendered, 'Try routes');
    expect(await screen.findByText(/Only reading was tried/)).toBeDefined();
    const list = purpose('List the API keys of the operator');
    expect(list.textContent).toContain('Fails (HTTP 404). The console knows no such path.');
    expect(purpose('Create an API key').textContent).toContain('It would change something.');
    expect(rendered.client.inputs('consoles.tryRoutes')).toEqual([
      { consoleId: 'acme', routes: { 'keys.list': LIST, 'keys.rename': report.routes[2]?.route } },
    ]);
    await rendered.user.type(path('List the API keys of the operator'), '2');
    expect(list.textContent).not.toContain('Fails');
  });

  it('says why the routes could not be read', async () => {
    await show({ profile: () => Promise.reject(new AppError('offline', 'It cannot be reached.')) });
    expect(await screen.findByText('The routes could not be read')).toBeDefined();
  });
});

describe('the form of routes', () => {
  it('turns the likely routes into the operator’s, except where they are in use already', () => {
    const used: ProfileReport = {
      ...report,
      routes: SPECS.map(({ id, likely }) => ({ id, route: likely, from: 'likely' })),
    };
    expect(operatorRoutes(SPECS, likelyRoutes(SPECS), used)).toEqual({});
    expect(Object.keys(operatorRoutes(SPECS, likelyRoutes(SPECS), report))).toEqual(
      SPECS.map(({ id }) => id),
    );
    expect(usedRoutes(SPECS, report)['keys.create']).toEqual({ method: 'POST', path: '' });
  });
});
