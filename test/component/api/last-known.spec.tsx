import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { KeysPage } from '@renderer/KeysPage';
import { ConsoleDialogs } from '@renderer/consoles/ConsoleDialogs';
import { PlaceDialogs } from '@renderer/PlaceDialogs';
import { anEnvironment, daysFromNow, someKeys } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp } from '@test/support/render-app';

const staging = anEnvironment({ tab: true });
const keys = someKeys(3);
const down = new AppError('offline', 'Nothing answers there.');
const never = (): Promise<never> => new Promise(() => undefined);

/** What was kept the day before yesterday. */
const kept: Stubs = {
  lastKnown: {
    environments: async () => ({ asOf: daysFromNow(-2), environments: [staging] }),
    keys: async () => ({ listing: 'last', rows: 3, pages: 1, asOf: daysFromNow(-2) }),
    page: async () => ({ json: JSON.stringify(keys) }),
  },
};

function Page(): ReactNode {
  return (
    <ConsoleDialogs>
      <PlaceDialogs>
        <KeysPage selected={null} onSelect={() => undefined} onSwitch={() => undefined} />
      </PlaceDialogs>
    </ConsoleDialogs>
  );
}

const show = (more: Stubs) => renderWithApp(<Page />, fakeClient(reads(), kept, more));

describe('what was known last', () => {
  it('is shown with its age while the console has not answered yet', async () => {
    show({ environments: { list: never }, keys: { load: never } });
    expect(await screen.findByRole('tab', { name: 'staging' })).toBeDefined();
    expect(await screen.findByText(/^3 keys · as of \d+ \w+ \d{4}, \d\d:\d\d, reading again$/)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('stays while the console is down, which is said', async () => {
    show({ environments: { list: () => Promise.reject(down) }, keys: { load: () => Promise.reject(down) } });
    const sentence = /^As of \d+ \w+ \d{4}, \d\d:\d\d, console unreachable\. Nothing answers there\.$/;
    expect(await screen.findByText(sentence)).toBeDefined();
    expect(screen.getByRole('tab', { name: 'staging' })).toBeDefined();
    expect(screen.getByText(/^3 keys · as of/)).toBeDefined();
  });

  it('never takes the place of what was just read, however late it comes', async () => {
    let arrive = (): void => undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    const fresh = reads({ environments: [staging], keys: someKeys(2) });
    const { client } = show({
      ...fresh,
      lastKnown: {
        ...kept.lastKnown,
        keys: () => late.then(() => ({ listing: 'last', rows: 3, pages: 1, asOf: daysFromNow(-2) })),
      },
    });
    expect(await screen.findByText(/^2 keys · as of/)).toBeDefined();
    arrive();
    await late;
    expect(screen.getByText(/^2 keys · as of/)).toBeDefined();
    expect(client.inputs('lastKnown.page')).toEqual([]);
  });

  it('may be missing or damaged without anybody hearing of it', async () => {
    const broken = new AppError('not-found', 'This listing was replaced by a newer one.');
    show({
      environments: { list: async () => [staging] },
      keys: { load: () => Promise.reject(down) },
      lastKnown: { ...kept.lastKnown, page: () => Promise.reject(broken) },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing answers there.');
  });
});
