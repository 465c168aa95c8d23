import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { ProbeReport } from '@core/domain/probe';
import { KeyCreatedDialog } from '@renderer/keys/KeyCreatedDialog';
import { placesOf, type Place } from '@renderer/shared/place';
import { aConsole, aKey, anEnvironment, daysFromNow } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { renderWithApp, type Rendered } from '@test/support/render-app';
import { onTheDay } from '@test/component/keys/keys-world';

onTheDay();

const SECRET = 'qk_canary_77ad01';

function aPlace(shown: 'any-time' | 'once'): Place {
  const [place] = placesOf([anEnvironment()], [aConsole()]).values();
  if (place === undefined) throw new Error('no place');
  return { ...place, traits: { ...place.traits, secret: { ...place.traits.secret, shown } } };
}

interface Opened extends Rendered {
  readonly dialog: HTMLElement;
  readonly closed: () => number;
}

function open(
  secrets: Stubs['secrets'] = {},
  shown: 'any-time' | 'once' = 'any-time',
  adopted = false,
): Opened {
  const onClose = vi.fn();
  const created = { key: aKey({ name: 'Accounting' }), place: aPlace(shown), handle: 'handle-1', adopted };
  const client = fakeClient({ secrets: { release: async () => ({ done: true }), ...secrets } });
  const app = renderWithApp(
    <KeyCreatedDialog created={created} onStop={vi.fn()} onClose={onClose} />,
    client,
  );
  const closed = (): number => onClose.mock.calls.length;
  return { ...app, dialog: screen.getByRole('dialog', { name: 'Key created' }), closed };
}

const press = ({ user }: Opened, name: string): Promise<void> =>
  user.click(screen.getByRole('button', { name }));

describe('the secret', () => {
  it('is not in the page until it is shown, and is gone again when hidden', async () => {
    const app = open({ show: async () => ({ secret: SECRET, hideAfterSeconds: 30 }) });
    expect(document.body.textContent).not.toContain(SECRET);
    expect(app.client.made).toEqual([]);
    await press(app, 'Show');
    expect(await screen.findByText(SECRET)).toBeTruthy();
    await press(app, 'Hide');
    expect(document.body.textContent).not.toContain(SECRET);
  });

  it('is copied in main, with a truthful sentence inside the dialog', async () => {
    const app = open({ copy: async () => ({ clearsAfterSeconds: 20, verified: true }) });
    await press(app, 'Copy');
    expect(await within(app.dialog).findByText(/Keydesk clears it in 20 s/)).toBeTruthy();
    expect(app.client.inputs('secrets.copy')).toEqual([{ handle: 'handle-1' }]);
  });

  it('is saved in the chosen form, and the dialog says where', async () => {
    const app = open({ download: async ({ format }) => ({ path: `/home/ada/key.${format}` }) });
    for (const [label, format] of Object.entries({
      'Text file': 'text',
      '.env file': 'env',
      JSON: 'json',
      'Postman environment': 'postman',
      'curl snippet': 'curl',
    })) {
      await press(app, 'Download');
      await app.user.click(await screen.findByRole('menuitem', { name: label }));
      expect(
        await within(app.dialog).findByText(new RegExp(`Saved to /home/ada/key\\.${format}\\.`)),
      ).toBeTruthy();
    }
    expect(app.client.inputs('secrets.download')).toHaveLength(5);
  });

  it('stays within reach when the disk is full', async () => {
    const app = open({
      download: async () => {
        throw new AppError('storage', 'The disk is full: nothing was saved.', { system: 'ENOSPC' });
      },
    });
    await press(app, 'Download');
    await app.user.click(await screen.findByRole('menuitem', { name: 'JSON' }));
    expect(await within(app.dialog).findByText('The disk is full: nothing was saved.')).toBeTruthy();
    expect(app.closed()).toBe(0);
    expect(app.client.inputs('secrets.release')).toEqual([]);
  });

  it('says nothing when the operator cancels saving', async () => {
    const app = open({ download: async () => null });
    await press(app, 'Download');
    await app.user.click(await screen.findByRole('menuitem', { name: 'JSON' }));
    await waitFor(() => expect(app.client.inputs('secrets.download')).toHaveLength(1));
    expect(within(app.dialog).queryByText(/Saved/)).toBeNull();
  });
});

describe('Verify key', () => {
  const cases: [ProbeReport['reason'], number | null, RegExp][] = [
    ['ok', 200, /The endpoint accepted it\. \(HTTP 200/],
    ['role-too-weak', 403, /its role may not read/],
    ['not-valid', 401, /does not accept this key/],
    ['expired', 401, /It has expired/],
    ['host-refused', 403, /not among the allowed hosts.*whatever the key/],
    ['environment-stopped', 503, /is stopped/],
    ['unreachable', null, /could not be reached from this computer\. \(no answer/],
    ['strange-answer', 418, /says nothing about the key/],
  ];
  it.each(cases)('says what %s means', async (reason, status, sentence) => {
    const app = open({
      verify: async () => ({ verdict: 'inconclusive', reason, status, at: daysFromNow(0) }),
    });
    await press(app, 'Verify key');
    expect(await within(app.dialog).findByText(sentence)).toBeTruthy();
  });
});

describe('leaving', () => {
  it('gives the secret up and closes at once where it can be shown again', async () => {
    const app = open();
    expect(within(app.dialog).getByText(/again at any time/)).toBeTruthy();
    await press(app, 'Done');
    expect(app.closed()).toBe(1);
    expect(app.client.inputs('secrets.release')).toEqual([{ handle: 'handle-1' }]);
  });

  it('asks first when a secret shown once was neither copied nor saved', async () => {
    const app = open({}, 'once');
    await press(app, 'Done');
    expect(app.closed()).toBe(0);
    await press(app, 'Cancel');
    expect(app.client.inputs('secrets.release')).toEqual([]);
    await waitFor(() => expect(screen.queryByText('Leave without the key?')).toBeNull());
    await app.user.keyboard('{Escape}');
    expect(app.closed()).toBe(0);
    await press(app, 'Leave without it');
    expect(app.closed()).toBe(1);
  });

  it('does not ask when it was copied', async () => {
    const app = open({ copy: async () => ({ clearsAfterSeconds: 20, verified: true }) }, 'once');
    await press(app, 'Copy');
    await screen.findByText(/clipboard/);
    await press(app, 'Done');
    expect(app.closed()).toBe(1);
  });
});

it('says how the key is sent, without the key', () => {
  const { dialog } = open();
  expect(within(dialog).getByText('Sent in the HTTP header api-key')).toBeTruthy();
  expect(
    within(dialog).getByText(
      "curl --header 'api-key: YOUR_API_KEY' --url 'https://staging.order-desk.acme.example/rest/$catalog'",
    ),
  ).toBeTruthy();
});
