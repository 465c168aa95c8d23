import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { AppError, type AppErrorCode } from '@core/domain/app-error';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment, type EnvironmentRef } from '@core/domain/environment';
import { KeysScreen } from '@renderer/keys/KeysScreen';
import { aConsole, aKey, anEnvironment, daysFromNow, NOW } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads, type World } from '@test/support/reads';
import { renderWithApp, type Rendered } from '@test/support/render-app';

/** What the key screen of a test looks at, and how single calls answer. */
export interface KeysWorld extends World {
  readonly environments?: readonly Environment[];
  readonly consoles?: readonly ConsoleView[];
  readonly stubs?: Stubs;
}

/** Sets the clock to the day around which built keys are dated; timers stay real. Forms are slow to fill in here. */
export function onTheDay(): void {
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());
}

/** Renders the key screen over a world. */
export function renderKeys({ stubs = {}, ...world }: KeysWorld = {}): Rendered {
  const environments = world.environments ?? [anEnvironment()];
  const consoles = world.consoles ?? [aConsole()];
  const client = fakeClient(reads({ ...world, environments, consoles }), stubs);
  return renderWithApp(<KeysScreen environments={environments} consoles={consoles} />, client);
}

/** The key table, once it is there. */
export const theGrid = (): Promise<HTMLElement> => screen.findByRole('grid', { name: 'API keys' });

/** The row of a key, once it is there. */
export const rowOf = (name: string): Promise<HTMLElement> =>
  screen.findByRole('row', { name: new RegExp(`Select ${name} `) });

/** The names in the table from top to bottom. */
export const namesShown = (): string[] =>
  within(screen.getByRole('grid', { name: 'API keys' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? '');

/** Presses a button of a key's row. */
export async function pressInRow({ user }: Rendered, name: string, button: string): Promise<void> {
  await user.click(within(await rowOf(name)).getByRole('button', { name: button }));
}

/** An answer that a test gives when it is ready. */
export function promised<T>(): {
  readonly promise: Promise<T>;
  readonly give: (value: T) => void;
  readonly fail: (error: Error) => void;
} {
  let give: (value: T) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { promise, give: (value) => give(value), fail: (error) => fail(error) };
}

/** An Administration key that was never used, one that expires soon, and one that has expired. */
export const KEYS: readonly ApiKey[] = [
  aKey({ id: '1', name: 'Accounting', type: 'administration', lastUsedAt: 'never' }),
  aKey({ id: '2', name: 'Backup', expiresAt: daysFromNow(3), allowedHosts: ['203.0.113.7', '2001:db8::1'] }),
  aKey({ id: '3', name: 'Crm', expiresAt: daysFromNow(-3), role: 'Sales' }),
];

/** An environment of the first generation. */
export const LEGACY = anEnvironment({
  environmentId: 'env-legacy',
  name: 'legacy',
  variant: 'generation-1',
  canEdit: false,
  maxValidityDays: null,
});

/** A call that fails. */
export const failing = (code: AppErrorCode, message: string) => async (): Promise<never> => {
  throw new AppError(code, message);
};

/** A listing of up to a page of whatever keys the world has there. */
export const listing = async ({ environment }: { environment: EnvironmentRef }) => ({
  listing: environmentKey(environment),
  rows: 3,
  pages: 1,
  asOf: daysFromNow(0),
  stale: null,
});
