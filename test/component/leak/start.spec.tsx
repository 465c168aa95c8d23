import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { accessibilityProblems } from '@test/support/axe';
import { anIncident, aSearch, FOUND, INCIDENT, onTheDay, renderLeak } from '@test/component/leak/leak-world';

onTheDay();

const SECRET = 'qk_live_b3f6a1c2d4e5';

describe('the way in', () => {
  it('teaches in an empty list, and is accessible', async () => {
    renderLeak();
    expect(await screen.findByText('No incidents yet')).toBeTruthy();
    expect(screen.getByText(/What you paste stays in this computer’s memory/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('lists what is open first, with how many keys are proved dead', async () => {
    const closed = anIncident({
      incidentId: INCIDENT.replace(/1$/, '2'),
      title: 'Old one',
      state: 'closed',
      proved: 1,
    });
    renderLeak({ incidents: [closed, anIncident({ title: 'New one' })] });
    const lines = await screen.findAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^OpenNew one.*Ada1 key, none proved dead$/),
      expect.stringMatching(/^ClosedOld one.*Ada1 key, proved dead$/),
    ]);
  });

  it('hands a found text over, clears it, and keeps nothing of it in the page', async () => {
    const app = renderLeak({
      stubs: { leak: { submit: async () => aSearch({ state: 'ready' }), search: async () => FOUND } },
    });
    const box = await screen.findByLabelText<HTMLTextAreaElement>('Found text');
    expect(box.getAttribute('spellcheck')).toBe('false');
    await app.user.type(box, `api-key: ${SECRET}`);
    await app.user.click(screen.getByRole('button', { name: 'Search text' }));
    expect(box.value).toBe('');
    await screen.findByRole('heading', { name: /^Found: one key/ });
    expect(app.client.inputs('leak.submit')).toEqual([{ text: `api-key: ${SECRET}` }]);
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
  });

  it('asks for something to search', async () => {
    const app = renderLeak();
    await app.user.click(await screen.findByRole('button', { name: 'Search text' }));
    expect(await screen.findByText('Paste something first.')).toBeTruthy();
    expect(app.client.inputs('leak.submit')).toEqual([]);
  });

  it('says so when there is nothing to look for', async () => {
    const app = renderLeak({
      stubs: { leak: { readClipboard: async () => aSearch({ candidates: [], state: 'ready' }) } },
    });
    await app.user.click(await screen.findByRole('button', { name: 'Search clipboard' }));
    expect(await screen.findByText('Nothing to look for')).toBeTruthy();
    expect(app.client.inputs('leak.search')).toEqual([]);
  });

  it('says why the clipboard could not be read', async () => {
    const error = new AppError('unexpected', 'The clipboard holds no text.');
    const app = renderLeak({ stubs: { leak: { readClipboard: () => Promise.reject(error) } } });
    await app.user.click(await screen.findByRole('button', { name: 'Search clipboard' }));
    expect(await screen.findByText('The clipboard holds no text.')).toBeTruthy();
  });

  it('opens the record a colleague saved', async () => {
    const app = renderLeak({
      incidents: [anIncident()],
      stubs: { incidents: { openFile: async () => anIncident() } },
    });
    await app.user.click(await screen.findByRole('button', { name: 'Open a record…' }));
    expect(await screen.findByRole('heading', { name: /Leaked key: Accounting/ })).toBeTruthy();
  });
});

describe('a drill', () => {
  it('is not offered where Keydesk may only revoke', async () => {
    renderLeak({ mayIssue: false });
    await screen.findByRole('button', { name: 'Open a record…' });
    expect(screen.queryByRole('button', { name: 'Start a leak drill' })).toBeNull();
  });

  it('asks who responds, tells the story and runs a stopwatch over its search', async () => {
    const incident = anIncident({ drill: true, leaked: [], keys: 0 });
    const app = renderLeak({
      incidents: [incident],
      stubs: {
        incidents: {
          startDrill: async () => ({
            incident,
            search: aSearch({ state: 'ready' }),
            story: 'A colleague saw it in a build log.',
          }),
          attach: async () => anIncident({ drill: true }),
        },
        leak: { search: async () => FOUND },
      },
    });
    await app.user.click(await screen.findByRole('button', { name: 'Start a leak drill' }));
    await app.user.clear(screen.getByLabelText('Your name'));
    await app.user.type(screen.getByLabelText('Your name'), 'Grace{Enter}');
    expect(await screen.findByText('Drill on the practice console')).toBeTruthy();
    expect(screen.getByText('A colleague saw it in a build log.')).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toBe('00:00');
    expect(app.client.inputs('incidents.startDrill')).toEqual([{ by: 'Grace' }]);
    await app.user.click(await screen.findByRole('button', { name: 'Add to the record' }));
    await waitFor(() =>
      expect(app.client.inputs('incidents.attach')).toEqual([
        {
          incidentId: INCIDENT,
          searchId: 'search-1',
          keys: [{ consoleId: 'acme', environmentId: 'env-staging', keyId: '1' }],
        },
      ]),
    );
    expect(await screen.findByRole('list', { name: 'Timeline' })).toBeTruthy();
  });
});
