import { screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { ProtectionView } from '@core/domain/protection';
import { callersText } from '@renderer/endpoints/callers';
import { EndpointsButton } from '@renderer/endpoints/EndpointsButton';
import { EndpointsDialogs } from '@renderer/endpoints/EndpointsDialogs';
import { DeployDialogContext } from '@renderer/shared/place-dialogs';
import { accessibilityProblems } from '@test/support/axe';
import { aKey, anEnvironment } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp, type Rendered } from '@test/support/render-app';

const environment = anEnvironment();
const KEYS = ['billing', 'crm'].map((name) => aKey({ id: name, name, active: true }));

const anEndpoint = (over: Partial<ProtectionView> = {}): ProtectionView => ({
  path: '/orders',
  secreted: true,
  acl: 'clientType == "billing"',
  overrides: [],
  revision: 'r1',
  callers: [{ keyId: 'billing', name: 'billing', may: 'yes' }],
  ...over,
});

const ENDPOINTS = [
  anEndpoint(),
  anEndpoint({ path: '/open', secreted: false, acl: '', callers: [] }),
  anEndpoint({
    path: '/mixed',
    acl: 'clientType == "crm" && groups.admin',
    callers: [{ keyId: 'crm', name: 'crm', may: 'depends' }],
    overrides: ['GET /export'],
  }),
  anEndpoint({ path: '/broken', acl: 'clientType =', callers: [], problem: 'Here == is expected.' }),
];

const deployed: unknown[] = [];

async function opened(
  protections: Stubs['protections'] = {},
  where = environment,
  content: ReactNode = <EndpointsButton environment={where} />,
): Promise<Rendered> {
  const rendered = renderWithApp(
    <DeployDialogContext value={(one) => deployed.push(one)}>
      <EndpointsDialogs>{content}</EndpointsDialogs>
    </DeployDialogContext>,
    fakeClient(reads({ environments: [where], keys: KEYS }), {
      protections: { list: async () => ENDPOINTS, ...protections },
    }),
  );
  await rendered.user.click(screen.getByRole('button', { name: 'Endpoints' }));
  await screen.findByRole('dialog', { name: 'Endpoints' });
  return rendered;
}

const rowOf = (path: string): HTMLElement => screen.getByRole('row', { name: new RegExp(`^${path}`) });

async function editing(path: string, protections: Stubs['protections'] = {}): Promise<Rendered> {
  const rendered = await opened(protections);
  await rendered.user.click(await screen.findByRole('button', { name: `Edit endpoint ${path}` }));
  await screen.findByText('May call now');
  return rendered;
}

async function write({ user }: Rendered, acl: string): Promise<void> {
  const field = screen.getByLabelText('User Group Permission');
  await user.clear(field);
  if (acl !== '') {
    await user.click(field);
    await user.paste(acl);
  }
}

const editor = () => within(screen.getByRole('dialog', { name: 'Edit endpoint' }));

describe('Endpoints', () => {
  it('says of each who may call it, and is accessible', async () => {
    await opened();
    expect((await screen.findByText('4 endpoints')).textContent).toBe('4 endpoints');
    expect(rowOf('/orders').textContent).toContain('Yes');
    expect(rowOf('/orders').textContent).toContain('billing');
    expect(rowOf('/open').textContent).toContain('Anybody, with or without a key');
    expect(rowOf('/mixed').textContent).toContain('Depending on the user’s groups: crm');
    expect(rowOf('/mixed').textContent).toContain('1 route with rules of its own');
    expect(rowOf('/broken').textContent).toContain('Cannot be read: Here == is expected.');
    expect(rowOf('/broken').textContent).toContain('Not known');
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('finds by path, expression and key', async () => {
    const { user } = await opened();
    await user.type(await screen.findByLabelText('Search endpoints'), 'ADMIN crm');
    expect(screen.getByText('1 of 4 endpoints')).toBeDefined();
    expect(screen.queryByRole('row', { name: /^\/orders/ })).toBeNull();
    expect(rowOf('/mixed')).toBeDefined();
  });

  it('says why it has none, or could not read them', async () => {
    const { user, client } = await opened({
      list: () => Promise.reject(new AppError('offline', 'The console cannot be reached.')),
    });
    expect(await screen.findByText('The endpoints could not be read')).toBeDefined();
    client.stub({ protections: { list: async () => [] } });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/There is no endpoint in this configuration/)).toBeDefined();
  });

  it('offers no edit where nothing can be changed, and says why', async () => {
    await opened({}, anEnvironment({ readOnly: 'A version cannot be changed.' }));
    await screen.findByText('4 endpoints');
    expect(screen.getByText('A version cannot be changed.')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Edit endpoint/ })).toBeNull();
  });
});

describe('who may call', () => {
  const caller = (name: string, may: 'yes' | 'depends' = 'yes') => ({ keyId: name, name, may });

  it.each([
    [[], 'No key'],
    [[caller('a'), caller('a'), caller('b')], 'a, b'],
    [[caller('a'), caller('b', 'depends')], 'a; depending on the user’s groups: b'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => caller(name)), 'a, b, c, d, e, f and 2 more'],
  ])('%j is %s', (callers, text) => expect(callersText(callers)).toBe(text));
});

describe('Edit endpoint', () => {
  it('reads the expression in words and shows whom a change gives and takes', async () => {
    const rendered = await editing('/orders');
    expect(editor().getByText('Lets through the key “billing”.')).toBeDefined();
    await write(rendered, 'clientType == "crm"');
    expect(editor().getByText('Lets through the key “crm”.')).toBeDefined();
    const facts = Object.fromEntries(
      [...document.querySelectorAll('dt')].map((dt) => [dt.textContent, dt.nextSibling?.textContent]),
    );
    expect(facts).toMatchObject({
      'May call now': 'billing',
      'May call after': 'crm',
      Gained: 'crm',
      Lost: 'billing',
    });
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('says where an expression cannot be read, and does not send it', async () => {
    const rendered = await editing('/orders');
    await write(rendered, 'clientType == ');
    expect(editor().getByRole('alert').textContent).toMatch(/^At character 1[45]: /);
    expect(editor().getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    expect(editor().queryByText('May call after')).toBeNull();
  });

  it('warns of a name that no key has', async () => {
    const rendered = await editing('/orders');
    await write(rendered, 'clientType == "biling"');
    expect(editor().getByText('No key is called “biling”.')).toBeDefined();
  });

  it('sends only what changed, then says that it is not live and leads to Deploy', async () => {
    const rendered = await editing('/orders', {
      change: async () => ({ state: 'confirmed', protection: anEndpoint({ secreted: false }) }),
    });
    const { user, client } = rendered;
    await user.click(editor().getByRole('checkbox', { name: 'API Key required' }));
    await user.click(editor().getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('/orders is saved, not deployed')).toBeDefined();
    expect(client.inputs('protections.change')).toMatchObject([
      {
        environment: { consoleId: 'acme', environmentId: 'env-staging' },
        path: '/orders',
        revision: 'r1',
        change: { secreted: false },
      },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit endpoint' })).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Deploy' }));
    expect(deployed.at(-1)).toEqual(environment);
  });

  it('shows both versions of a conflict, and replaces theirs only on purpose', async () => {
    const theirs = anEndpoint({ acl: 'groups.admin', revision: 'r2' });
    const rendered = await editing('/orders', { change: async () => ({ state: 'conflict', theirs }) });
    const { user, client } = rendered;
    await write(rendered, 'clientType == "crm"');
    await user.click(editor().getByRole('button', { name: 'Save' }));
    const alert = await editor().findByRole('alert');
    expect(alert.textContent).toContain('groups.admin');
    expect(alert.textContent).toContain('clientType == "crm"');
    await user.click(editor().getByRole('button', { name: 'Save mine' }));
    await waitFor(() => expect(client.inputs('protections.change')).toHaveLength(2));
    expect(client.inputs('protections.change')[1]).toMatchObject({
      revision: 'r2',
      change: { acl: 'clientType == "crm"' },
    });
    await user.click(await editor().findByRole('button', { name: 'Take theirs' }));
    expect(screen.getByLabelText('User Group Permission')).toHaveProperty('value', 'groups.admin');
  });

  it('does not call a change saved while that is unclear', async () => {
    const operationId = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';
    const rendered = await editing('/orders', {
      change: async () => ({ state: 'checking', operationId, message: 'Sent, not confirmed.' }),
    });
    await write(rendered, '');
    expect(editor().getByText('Lets everybody through.')).toBeDefined();
    await rendered.user.click(editor().getByRole('button', { name: 'Save' }));
    expect(await editor().findByText('It is not clear whether this was saved')).toBeDefined();
    expect(screen.queryByText(/is saved, not deployed/)).toBeNull();
  });
});
