import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { ExpiryScreen } from '@renderer/inventories/expiry/ExpiryScreen';
import { LiveExpiry } from '@renderer/inventories/expiry/LiveExpiry';
import type { KeyRow } from '@renderer/key-table/key-row';
import { placesOf } from '@renderer/shared/place';
import { accessibilityProblems } from '@test/support/axe';
import { aConsole, aKey, anEnvironment, daysFromNow, NOW, someSettings } from '@test/support/builders';
import { fakeClient } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp } from '@test/support/render-app';

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const [QODLY] = placesOf([anEnvironment()], [aConsole()]).values();
const [QWILT] = placesOf(
  [anEnvironment({ environmentId: 'org', name: 'Acme', variant: 'token' })],
  [aConsole({ vendor: 'qwilt', label: 'CDN' })],
).values();

const rowOf = (name: string, facts: Partial<ApiKey>, place = QODLY): KeyRow => {
  if (place === undefined) throw new Error('There is no place.');
  return { id: name, key: aKey({ id: name, name, ...facts }), place };
};

const ROWS = [
  rowOf('Soon', { expiresAt: daysFromNow(20) }, QWILT),
  rowOf('Urgent', { expiresAt: daysFromNow(7) }, QWILT),
  rowOf('Later', { expiresAt: daysFromNow(200) }),
  rowOf('Gone', { expiresAt: daysFromNow(-3) }),
  rowOf('Endless', { expiresAt: 'never' }),
  rowOf('Revoked', { revokedAt: daysFromNow(-1) }),
];

it('counts, lists by month or day with what to do until when, and saves what has not ended', async () => {
  const client = fakeClient(reads({ settings: someSettings({ expiryLeadDays: 7 }) }), {
    expiry: { saveIcs: async () => ({ path: '/home/ada/keys.ics' }) },
  });
  const onClose = vi.fn();
  const { user } = renderWithApp(<ExpiryScreen rows={ROWS} title="acme.keydesk" onClose={onClose} />, client);
  const counts = within(await screen.findByRole('table', { name: /^Keys by the time/ }));
  const said = counts
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);
  expect(said).toEqual([
    'Expired1',
    'Next 7 days1',
    '8 to 30 days1',
    '31 to 90 days0',
    'Later1',
    'Never1',
    'Unknown0',
  ]);
  const march = within(await screen.findByRole('list', { name: 'March 2026' }));
  expect(march.getByText('Soon')).toBeTruthy();
  expect(await march.findByText('It cannot be renewed: make its successor by 17 Mar 2026.')).toBeTruthy();
  expect(march.getByText('It cannot be renewed: make its successor now.')).toBeTruthy();
  expect(screen.getByText('Renew it by 13 Sept 2026.')).toBeTruthy();
  expect(screen.queryByText('Revoked')).toBeNull();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Day' }));
  expect(screen.getByRole('list', { name: '24 Mar 2026' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save calendar file' }));
  expect(client.inputs('expiry.saveIcs')).toMatchObject([
    {
      leadDays: 7,
      keys: [
        { name: 'Urgent' },
        { name: 'Soon', place: 'Acme · CDN', renewable: false },
        {
          name: 'Later',
          renewable: true,
          identity: '["qodly","https://console.acme.example","env-staging","Later"]',
        },
      ],
    },
  ]);
  await user.click(screen.getByRole('button', { name: 'Close calendar' }));
  expect(onClose).toHaveBeenCalledOnce();
});

it('shows the keys of all live environments, or that none has an end', async () => {
  const keys = [aKey({ name: 'Live', expiresAt: daysFromNow(5) })];
  const live = renderWithApp(<LiveExpiry onClose={() => undefined} />, fakeClient(reads({ keys })));
  expect(await screen.findByText('Live')).toBeTruthy();
  live.unmount();
  renderWithApp(
    <ExpiryScreen rows={[]} title="empty.keydesk" onClose={() => undefined} />,
    fakeClient(reads()),
  );
  expect(await screen.findByText('No key here has an end')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save calendar file' }).hasAttribute('disabled')).toBe(true);
});
