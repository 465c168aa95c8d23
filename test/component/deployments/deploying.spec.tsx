import { act, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { DeploymentView } from '@core/domain/deployment';
import { DeployBanner } from '@renderer/deployments/DeployBanner';
import { DeployDialogs } from '@renderer/deployments/DeployDialogs';
import { useDeployDialog } from '@renderer/shared/place-dialogs';
import { accessibilityProblems } from '@test/support/axe';
import { anEnvironment, daysFromNow } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { renderWithApp, type Rendered } from '@test/support/render-app';

const environment = anEnvironment({ name: 'main', parent: 'Acme · Shop' });
const ref = { consoleId: environment.consoleId, environmentId: environment.environmentId };

const CHANGES: DeploymentView['targets'][number]['pending'] = [
  { keyId: 'k1', name: 'billing', kind: 'issue', at: daysFromNow(-1) },
  { keyId: '/orders', name: '/orders', kind: 'protect', at: daysFromNow(0) },
];

const aView = (over: Partial<DeploymentView> = {}): DeploymentView => ({
  targets: [
    { id: 'dev', label: 'Development', production: false, state: 'saved', pending: CHANGES },
    { id: 'prod', label: 'Production', production: true, state: 'saved', pending: CHANGES },
  ],
  pipeline: null,
  ...over,
});

const pipeline = (
  state: NonNullable<DeploymentView['pipeline']>['state'],
  message?: string,
): DeploymentView['pipeline'] => ({
  target: 'dev',
  state,
  startedAt: daysFromNow(0),
  ...(message !== undefined && { message }),
});

function Opener(): ReactNode {
  const open = useDeployDialog();
  return <button onClick={() => open(environment)}>open</button>;
}

const show = (view: DeploymentView | AppError, more: Stubs['deployments'] = {}): Rendered =>
  renderWithApp(
    <DeployDialogs>
      <DeployBanner environment={environment} />
      <Opener />
    </DeployDialogs>,
    fakeClient({ deployments: { read: async () => answer(view), ...more } }),
  );

function answer(view: DeploymentView | AppError): DeploymentView {
  if (view instanceof AppError) throw view;
  return view;
}

async function opened(view: DeploymentView, more: Stubs['deployments'] = {}): Promise<Rendered> {
  const rendered = show(view, more);
  await rendered.user.click(screen.getByRole('button', { name: 'open' }));
  await screen.findByRole('dialog', { name: 'Deploy' });
  return rendered;
}

const inDialog = () => within(screen.getByRole('dialog', { name: 'Deploy' }));

describe('the line above the keys', () => {
  it('counts what is saved and not deployed, each change once, and leads to Deploy', async () => {
    const { user } = show(aView());
    expect(await screen.findByText('2 changes are saved, not deployed.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Deploy' }));
    expect(await screen.findByRole('dialog', { name: 'Deploy' })).toBeDefined();
  });

  it('names the place where only some are missing', async () => {
    const [dev, prod] = aView().targets;
    if (dev === undefined || prod === undefined) throw new Error('no targets');
    show(aView({ targets: [{ ...dev, state: 'live', pending: [] }, prod] }));
    expect(await screen.findByText('2 changes are saved, not deployed to Production.')).toBeDefined();
  });

  it('is not there when everything is live', async () => {
    const { client } = show(aView());
    await screen.findByText('2 changes are saved, not deployed.');
    const targets = aView().targets.map((each) => ({ ...each, state: 'live' as const, pending: [] }));
    const view = aView({ targets, pipeline: pipeline('succeeded') });
    act(() => client.emit('deploymentChanged', { environment: ref, view }));
    await waitFor(() => expect(screen.queryByText(/not deployed|Deploying/)).toBeNull());
    expect(screen.queryByRole('button', { name: 'Deploy' })).toBeNull();
  });

  it('follows the pipeline to its end', async () => {
    const { client } = show(aView({ pipeline: pipeline('running') }));
    expect(await screen.findByText('Deploying to Development…')).toBeDefined();
    const view = aView({ pipeline: pipeline('failed', 'The pipeline failed.') });
    act(() => client.emit('deploymentChanged', { environment: ref, view }));
    expect(
      await screen.findByText(/^The deployment to Development failed\. 2 changes are saved/),
    ).toBeDefined();
  });

  it('gives way to one message when the pipeline succeeded', async () => {
    const { client } = show(aView({ pipeline: pipeline('running') }));
    await screen.findByText('Deploying to Development…');
    const targets = aView().targets.map((each) => ({ ...each, state: 'live' as const, pending: [] }));
    const view = aView({ targets, pipeline: pipeline('succeeded') });
    act(() => client.emit('deploymentChanged', { environment: ref, view }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Deployed to Development.'));
    expect(screen.queryByText('Deploying to Development…')).toBeNull();
  });

  it('says that nothing is known where it could not be read', async () => {
    show(new AppError('offline', 'The console cannot be reached.'));
    expect(await screen.findByText(/What is deployed could not be read/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });
});

describe('Deploy', () => {
  it('shows each place with its state, what goes live, and is accessible', async () => {
    await opened(aView());
    expect(inDialog().getByText('Acme · Shop · main')).toBeDefined();
    expect(inDialog().getByRole('radio', { name: 'Development' })).toHaveProperty('checked', true);
    expect(inDialog().getByRole('radio', { name: 'Production production' })).toBeDefined();
    expect(inDialog().getAllByText('2 changes not deployed.')).toHaveLength(2);
    const items = inDialog().getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent?.split(/(?<=created|changed)/)[0])).toEqual([
      'billing: created',
      '/orders: endpoint rules changed',
    ]);
    expect(inDialog().getByText(/also what others saved/)).toBeDefined();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('starts at a click where it is not production', async () => {
    const start = async () => aView({ pipeline: pipeline('running') });
    const rendered = await opened(aView(), { start });
    rendered.client.stub({ deployments: { read: start } });
    await rendered.user.click(inDialog().getByRole('button', { name: 'Deploy' }));
    expect(await inDialog().findByText('Deploying to Development')).toBeDefined();
    expect(rendered.client.inputs('deployments.start')).toEqual([{ environment: ref, target: 'dev' }]);
    expect(inDialog().queryByRole('button', { name: 'Deploy' })).toBeNull();
    const view = aView({ pipeline: pipeline('succeeded') });
    act(() => rendered.client.emit('deploymentChanged', { environment: ref, view }));
    expect(await inDialog().findByText('Deployed to Development')).toBeDefined();
  });

  it('asks for a word where it is production, and forgets it with the place', async () => {
    const rendered = await opened(aView(), { start: async () => aView() });
    const { user, client } = rendered;
    await user.click(inDialog().getByRole('radio', { name: 'Production production' }));
    const button = inDialog().getByRole('button', { name: 'Deploy' });
    await user.type(inDialog().getByLabelText('Type DEPLOY to confirm'), 'deploy{Enter}');
    expect(button).toHaveProperty('disabled', true);
    expect(client.inputs('deployments.start')).toEqual([]);
    await user.clear(inDialog().getByLabelText('Type DEPLOY to confirm'));
    await user.type(inDialog().getByLabelText('Type DEPLOY to confirm'), 'DEPLOY{Enter}');
    await waitFor(() =>
      expect(client.inputs('deployments.start')).toEqual([
        { environment: ref, target: 'prod', typed: 'DEPLOY' },
      ]),
    );
  });

  it.each([
    ['failed', 'The deployment failed: Development'],
    ['cancelled', 'The deployment was cancelled: Development'],
    ['unclear', 'Nobody knows how the deployment ended: Development'],
  ] as const)('says how it ended: %s', async (state, title) => {
    await opened(aView({ pipeline: pipeline(state, 'What main says.') }));
    expect(await inDialog().findByText(title)).toBeDefined();
    expect(inDialog().getByText('What main says.')).toBeDefined();
  });

  it('can be closed while it runs, and shows it again', async () => {
    const { user } = await opened(aView({ pipeline: pipeline('running') }));
    expect(await inDialog().findByText('Deploying to Development')).toBeDefined();
    await user.click(inDialog().getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Show deployment' }));
    expect(await inDialog().findByText('Deploying to Development')).toBeDefined();
  });

  it('says why it was not started', async () => {
    const { user } = await opened(aView(), {
      start: () => Promise.reject(new AppError('conflict', 'A deployment is running already.')),
    });
    await user.click(inDialog().getByRole('button', { name: 'Deploy' }));
    expect(await inDialog().findByText('A deployment is running already.')).toBeDefined();
  });

  it('says what is not known, and why', async () => {
    const target = {
      id: 'dev',
      label: 'Development',
      production: false,
      state: 'unknown',
      pending: [],
    } as const;
    await opened(aView({ targets: [{ ...target, pending: [] }] }));
    expect(inDialog().getByText(/^Unknown: it was not deployed from here/)).toBeDefined();
  });

  it('says that there is no place to deploy to', async () => {
    await opened(aView({ targets: [] }));
    expect(await inDialog().findByText(/names no place to deploy to/)).toBeDefined();
  });
});
