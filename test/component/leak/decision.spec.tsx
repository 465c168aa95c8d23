import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { HandOverDialogContext, type HandOverRequest } from '@renderer/shared/place-dialogs';
import { LeakScreen } from '@renderer/leak/LeakScreen';
import { aConsole, aKey, anEnvironment } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp, type Rendered } from '@test/support/render-app';
import { consoleOf, environmentOf } from '@test/support/vendor-worlds';
import { promised } from '@test/component/keys/keys-world';
import { aLeaked, anIncident, INCIDENT, onTheDay, renderIncident } from '@test/component/leak/leak-world';

onTheDay();

const KEY = { consoleId: 'acme', environmentId: 'env-staging', keyId: '1' };
const OTHER = aLeaked({
  key: { consoleId: 'acme', environmentId: 'env-live', keyId: '2' },
  name: 'Backup',
  environmentName: 'live',
  production: true,
});
const stopped = anIncident({ leaked: [aLeaked({ state: 'stopped' })] });
const kills = ({ client }: Rendered): readonly unknown[] => client.inputs('incidents.stop');

/** The question of a decision, once it is there. */
async function decide({ user }: Rendered, label: string) {
  await user.click(await screen.findByRole('button', { name: label }));
  return within(await screen.findByRole('alertdialog', { name: label }));
}

describe('Kill now', () => {
  it('asks why, says what happens and what can undo it, and sends one order', async () => {
    const app = renderIncident(anIncident(), { stubs: { incidents: { stop: async () => stopped } } });
    const dialog = await decide(app, 'Kill now');
    expect(dialog.getByText(/Nothing brings a deleted key back/)).toBeTruthy();
    const kill = dialog.getByRole<HTMLButtonElement>('button', { name: 'Kill now' });
    expect(kill.disabled).toBe(true);
    await app.user.type(dialog.getByLabelText('Why'), 'It was public.');
    await app.user.dblClick(kill);
    expect(await screen.findByText('Stopped, not proved')).toBeTruthy();
    expect(kills(app)).toEqual([
      {
        incidentId: INCIDENT,
        mode: 'kill',
        why: 'It was public.',
        keys: [{ operationId: expect.any(String) as string, key: KEY }],
      },
    ]);
  });

  it.each([
    ['production', aLeaked({ production: true })],
    ['an Administration key', aLeaked({ type: 'administration' })],
  ])('asks for the word for %s', async (_what, leaked) => {
    const app = renderIncident(anIncident({ leaked: [leaked] }), {
      stubs: { incidents: { stop: async () => stopped } },
    });
    const dialog = await decide(app, 'Kill now');
    await app.user.type(dialog.getByLabelText('Why'), 'It was public.');
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Kill now' }).disabled).toBe(true);
    await app.user.type(dialog.getByLabelText('Type KILL to confirm'), 'KILL{Enter}');
    await waitFor(() => expect(kills(app)).toHaveLength(1));
    expect(kills(app)[0]).toMatchObject({ typed: 'KILL' });
  });

  it('is about the ticked keys, with a word that grows with their number', async () => {
    const app = renderIncident(anIncident({ leaked: [aLeaked(), OTHER] }));
    const dialog = await decide(app, 'Kill now');
    expect(dialog.getByLabelText('Type KILL 2 KEYS to confirm')).toBeTruthy();
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await app.user.click(screen.getByRole('checkbox', { name: 'Backup' }));
    expect(screen.getByText('About 1 of 2 keys below.')).toBeTruthy();
    const again = await decide(app, 'Kill now');
    expect(again.queryByLabelText(/to confirm/)).toBeNull();
  });

  it('asks on its own before Keydesk locks itself out', async () => {
    const own = new AppError('invalid-input', 'Keydesk may sign in with it.', { field: 'evenOwn' });
    let fail = true;
    const app = renderIncident(anIncident(), {
      stubs: { incidents: { stop: async () => (fail ? Promise.reject(own) : stopped) } },
    });
    const dialog = await decide(app, 'Kill now');
    await app.user.type(dialog.getByLabelText('Why'), 'It was public.{Enter}');
    const allow = await dialog.findByRole('checkbox', { name: /although Keydesk may sign in with it/ });
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Kill now' }).disabled).toBe(true);
    fail = false;
    await app.user.click(allow);
    await app.user.click(dialog.getByRole('button', { name: 'Kill now' }));
    await waitFor(() => expect(kills(app)).toHaveLength(2));
    const [first, second] = kills(app) as { keys: unknown }[];
    expect(second).toMatchObject({ evenOwn: true, keys: first?.keys });
  });

  it('says why it did not work and stays', async () => {
    const error = new AppError('storage', 'The record could not be written.');
    const app = renderIncident(anIncident(), {
      stubs: { incidents: { stop: () => Promise.reject(error) } },
    });
    const dialog = await decide(app, 'Kill now');
    await app.user.type(dialog.getByLabelText('Why'), 'It was public.{Enter}');
    expect(await dialog.findByText('The record could not be written.')).toBeTruthy();
  });

  it('goes on when the key changes its state meanwhile, and leaves the focus at the keys', async () => {
    const answer = promised<typeof stopped>();
    const app = renderIncident(anIncident(), { stubs: { incidents: { stop: () => answer.promise } } });
    const dialog = await decide(app, 'Kill now');
    await app.user.type(dialog.getByLabelText('Why'), 'It was public.{Enter}');
    app.client.emit('incidentChanged', stopped);
    expect(await dialog.findByText('Sending the order to stop it…')).toBeTruthy();
    answer.give(stopped);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Leaked keys' })),
    );
  });

  it('is not offered any more once nothing is live', async () => {
    renderIncident(stopped);
    await screen.findByText('Stopped, not proved');
    expect(screen.queryByRole('button', { name: 'Kill now' })).toBeNull();
  });
});

describe('Replace then kill', () => {
  const issued = async () =>
    ({ state: 'confirmed', key: aKey({ id: '9' }), handle: 'h', adopted: false }) as const;

  it('issues the copy, hands it over, and stops the old one only then', async () => {
    const asked: HandOverRequest[] = [];
    const app = renderHandingOver(asked, {
      incidents: { replace: issued, stop: async () => stopped },
    });
    const dialog = await decide(app, 'Replace then kill');
    await app.user.type(dialog.getByLabelText('Why'), 'It was public.{Enter}');
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({ handle: 'h', environment: { environmentId: 'env-staging' } });
    expect(kills(app)).toEqual([]);
    asked[0]?.onDone();
    await waitFor(() => expect(kills(app)).toHaveLength(1));
    expect(kills(app)[0]).toMatchObject({ mode: 'replace', keys: [{ key: KEY }] });
  });

  it('stops nothing while it is not known whether the copy exists, and never makes two', async () => {
    const asked: HandOverRequest[] = [];
    const checking = { state: 'checking', operationId: INCIDENT, message: 'Not confirmed.' } as const;
    const app = renderHandingOver(asked, {
      incidents: { replace: async () => checking, stop: async () => stopped },
    });
    const dialog = await decide(app, 'Replace then kill');
    await app.user.type(dialog.getByLabelText('Why'), 'It was public.{Enter}');
    expect(await dialog.findByText('Whether the copy exists is not known yet')).toBeTruthy();
    expect(kills(app)).toEqual([]);
    app.client.stub({ incidents: { replace: issued } });
    await app.user.click(dialog.getByRole('button', { name: 'Replace then kill' }));
    await waitFor(() => expect(asked).toHaveLength(1));
    const [first, second] = app.client.inputs('incidents.replace');
    expect(second).toEqual(first);
  });

  it('is not offered where Keydesk may only revoke, nor where no copy can be issued', async () => {
    renderIncident(anIncident(), { mayIssue: false });
    await screen.findByRole('button', { name: 'Kill now' });
    expect(screen.queryByRole('button', { name: 'Replace then kill' })).toBeNull();
  });

  it('is not offered for a record alone, which Keydesk cannot stop', async () => {
    renderIncident(anIncident(), { environments: [anEnvironment({ variant: 'assisted' })] });
    expect(await screen.findByText(/^Keydesk only keeps a record of this key/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Kill now' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Try it now' })).toBeTruthy();
  });
});

describe('Disable first', () => {
  it('is offered where keys can be stopped reversibly', async () => {
    const leaked = aLeaked({
      key: { consoleId: 'mia', environmentId: 'mia-1', keyId: 'mobile' },
      vendor: 'mia',
      type: null,
      role: null,
    });
    const app = renderIncident(anIncident({ leaked: [leaked] }), {
      consoles: [consoleOf('mia')],
      environments: [environmentOf('mia')],
      stubs: { incidents: { stop: async () => anIncident({ leaked: [{ ...leaked, state: 'saved' }] }) } },
    });
    const dialog = await decide(app, 'Disable first');
    await app.user.type(dialog.getByLabelText('Why'), 'Looking into it.{Enter}');
    expect(await screen.findByText('Live until deployed')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Deploy' })).toBeTruthy();
    expect(kills(app)[0]).toMatchObject({ mode: 'disable' });
  });
});

function renderHandingOver(asked: HandOverRequest[], stubs: Stubs): Rendered {
  const client = fakeClient(
    reads({ consoles: [aConsole()], environments: [anEnvironment()] }),
    { incidents: { list: async () => [], read: async () => anIncident() } },
    stubs,
  );
  return renderWithApp(
    <HandOverDialogContext value={(request) => void asked.push(request)}>
      <LeakScreen place={{ at: 'incident', incidentId: INCIDENT }} goTo={() => undefined} mayIssue />
    </HandOverDialogContext>,
    client,
  );
}
