import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accessibilityProblems } from '@test/support/axe';
import {
  aDeath,
  after,
  aLeaked,
  anIncident,
  aProof,
  INCIDENT,
  onTheDay,
  renderIncident,
} from '@test/component/leak/leak-world';

onTheDay();

const KEY = { consoleId: 'acme', environmentId: 'env-staging', keyId: '1' };
const theKeys = (): Promise<HTMLElement> => screen.findByRole('list', { name: 'Leaked keys' });

describe('the header', () => {
  it('says when each station was reached and how long after the report, and is accessible', async () => {
    renderIncident(anIncident());
    const stations = within(await screen.findByRole('list', { name: 'Timeline' })).getAllByRole('listitem');
    expect(stations.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Reported\d\d:\d\d:00$/),
      expect.stringMatching(/^Identified\d\d:\d\d:21after 21 s$/),
      'Decidednext',
      'Stopped–',
      'Proved dead–',
    ]);
    expect(stations[2]?.getAttribute('aria-current')).toBe('step');
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('stands still once everything is proved, with the times in one sentence', async () => {
    renderIncident(
      anIncident({
        drill: true,
        leaked: [aLeaked({ state: 'stopped', proof: aDeath() })],
        times: {
          reportedAt: after(0),
          identifiedAt: after(21),
          decidedAt: after(40),
          stoppedAt: after(45),
          provedAt: after(133),
        },
      }),
    );
    expect(await screen.findByText('Drill passed: proved dead')).toBeTruthy();
    expect(
      screen.getByText(
        'From the report to the proof it took 2 min 13 s: identified after 21 s, decided after 40 s, stopped after 45 s, proved dead after 2 min 13 s.',
      ),
    ).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toBe('02:13from report to proof');
  });
});

describe('a leaked key', () => {
  it('is never called dead while it is only refused', async () => {
    renderIncident(anIncident({ leaked: [aLeaked({ state: 'stopped', proof: aProof() })] }));
    const keys = await theKeys();
    expect(keys.textContent).toContain(
      'Refused 2 of 5 times in a row. It counts as dead after 5 refusals over 10 s.',
    );
    expect(keys.textContent).not.toContain('Proved dead');
  });

  it('is dead after a measured time, a number and a window of refusals', async () => {
    renderIncident(anIncident({ leaked: [aLeaked({ state: 'stopped', proof: aDeath() })] }));
    expect((await theKeys()).textContent).toContain(
      'Dead 3.2 s after the order. Refused 5 times in a row over 10 s.',
    );
  });

  it('alarms when it is accepted again', async () => {
    renderIncident(
      anIncident({
        leaked: [
          aLeaked({ state: 'stopped', proof: aDeath({ state: 'relapsed', lastAcceptedAt: after(90) }) }),
        ],
      }),
    );
    expect((await screen.findByRole('alert')).textContent).toContain(
      'A key that counted as dead was accepted again',
    );
  });

  it('says why nothing is proved', async () => {
    const latest = { verdict: 'inconclusive', reason: 'host-refused', status: 403, at: after(52) } as const;
    renderIncident(
      anIncident({
        leaked: [aLeaked({ state: 'stopped', proof: aProof({ state: 'inconclusive', latest }) })],
      }),
    );
    expect((await theKeys()).textContent).toMatch(
      /Nothing is proved\. This computer is not among the allowed/,
    );
  });

  it('is tried, and watched no longer', async () => {
    const watched = anIncident({ leaked: [aLeaked({ proof: aProof({ state: 'alive', refusals: 0 }) })] });
    const app = renderIncident(anIncident(), {
      stubs: { incidents: { prove: async () => watched, unwatch: async () => anIncident() } },
    });
    await app.user.click(await screen.findByRole('button', { name: 'Try it now' }));
    await app.user.click(await screen.findByRole('button', { name: 'Stop watching' }));
    await waitFor(() =>
      expect(app.client.inputs('incidents.unwatch')).toEqual([{ incidentId: INCIDENT, key: KEY }]),
    );
    expect(app.client.inputs('incidents.prove')).toEqual([{ incidentId: INCIDENT, key: KEY }]);
  });

  it('that main does not hold any more is pasted again', async () => {
    const app = renderIncident(anIncident({ leaked: [aLeaked({ state: 'stopped', provable: false })] }));
    expect((await theKeys()).textContent).toContain('paste it again to go on trying');
    await app.user.click(screen.getByRole('button', { name: 'Paste again' }));
    expect(await screen.findByRole('heading', { name: 'Paste the key again' })).toBeTruthy();
    expect(screen.getByLabelText('Found text')).toBeTruthy();
  });

  it('whose stop is not confirmed is looked for again', async () => {
    const app = renderIncident(
      anIncident({ leaked: [aLeaked({ state: 'checking', operationId: INCIDENT })] }),
      {
        stubs: { operations: { recheck: () => Promise.reject(new Error('no')) } },
      },
    );
    await app.user.click(await screen.findByRole('button', { name: 'Check again' }));
    expect(app.client.inputs('operations.recheck')).toEqual([{ operationId: INCIDENT }]);
  });

  it('changes as main reports it', async () => {
    const app = renderIncident(anIncident());
    await theKeys();
    app.client.emit(
      'incidentChanged',
      anIncident({ leaked: [aLeaked({ state: 'stopped', proof: aDeath() })] }),
    );
    expect(await screen.findByText('The key is proved dead.')).toBeTruthy();
  });
});

describe('the record', () => {
  it('lists who did what, and that its lines follow from each other', async () => {
    renderIncident(anIncident());
    const record = await screen.findByRole('region', { name: 'Record' });
    expect(record.textContent).toContain('Intact: every line follows from the one before.');
    expect(record.textContent).toMatch(/Reported 4 Mar 2026.*A public repository — Ada/);
  });

  it('says from which line on it was changed', async () => {
    renderIncident(anIncident({ chain: { state: 'damaged', line: 2 } }));
    expect(await screen.findByText('This record was changed outside Keydesk')).toBeTruthy();
    expect(screen.getByText('Damaged from line 3 on.')).toBeTruthy();
  });

  it('takes a note, a second responder, and is saved', async () => {
    const app = renderIncident(anIncident(), {
      stubs: {
        incidents: {
          note: async () => anIncident(),
          resume: async () => anIncident(),
          save: async () => ({ path: '/tmp/record.md' }),
        },
      },
    });
    await app.user.click(await screen.findByRole('button', { name: 'Add a note' }));
    await app.user.type(screen.getByLabelText('Note'), 'Told the owner.{Enter}');
    await app.user.click(await screen.findByRole('button', { name: 'Continue as…' }));
    await app.user.type(await screen.findByLabelText('Your name'), 'Grace{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await app.user.click(screen.getByRole('button', { name: 'Save record' }));
    await app.user.click(screen.getByRole('menuitem', { name: /^Markdown/ }));
    expect((await screen.findAllByText('Saved to /tmp/record.md. It holds no key.')).length).toBeGreaterThan(
      0,
    );
    expect(app.client.inputs('incidents.note')).toEqual([{ incidentId: INCIDENT, text: 'Told the owner.' }]);
    expect(app.client.inputs('incidents.resume')).toEqual([{ incidentId: INCIDENT, by: 'Grace' }]);
    expect(app.client.inputs('incidents.save')).toEqual([{ incidentId: INCIDENT, format: 'markdown' }]);
  });

  it('is not closed by one click while a key is not proved dead', async () => {
    const app = renderIncident(anIncident(), {
      stubs: { incidents: { close: async () => anIncident({ state: 'closed' }) } },
    });
    await app.user.click(await screen.findByRole('button', { name: 'Close incident' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Close incident' }));
    const close = dialog.getByRole<HTMLButtonElement>('button', { name: 'Close incident' });
    expect(dialog.getByText('Not proved dead: Accounting')).toBeTruthy();
    expect(close.disabled).toBe(true);
    await app.user.click(dialog.getByLabelText('Close it all the same'));
    await app.user.click(close);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Add a note' })).toBeNull());
    expect(app.client.inputs('incidents.close')).toEqual([{ incidentId: INCIDENT, summary: '' }]);
  });
});
