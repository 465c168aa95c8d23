import { screen } from '@testing-library/react';
import type { ApiKey } from '@core/domain/api-key';
import type { BulkReport, BulkRow, BulkState } from '@core/domain/bulk';
import { RunDialogs } from '@renderer/bulk/RunDialogs';
import { KeysScreen } from '@renderer/keys/KeysScreen';
import { aConsole, anEnvironment, daysFromNow } from '@test/support/builders';
import { fakeClient } from '@test/support/fake-client';
import { reads } from '@test/support/reads';
import { renderWithApp, type Rendered } from '@test/support/render-app';
import type { KeysWorld } from '@test/component/keys/keys-world';

/** Renders the key screen with what opens runs above it. */
export function renderBulk({ stubs = {}, ...world }: KeysWorld = {}): Rendered {
  const environments = world.environments ?? [anEnvironment()];
  const consoles = world.consoles ?? [aConsole()];
  const client = fakeClient(reads({ ...world, environments, consoles }), stubs);
  const keys = <KeysScreen environments={environments} consoles={consoles} />;
  return renderWithApp(<RunDialogs>{keys}</RunDialogs>, client);
}

/** A row of a run. */
export const outcome = (key: ApiKey, state: BulkRow['state'], message?: string): BulkRow => ({
  key: { consoleId: key.consoleId, environmentId: key.environmentId, keyId: key.id },
  label: key.name,
  place: 'staging (Acme Qodly)',
  state,
  ...(message !== undefined && { message }),
});

/** A run that stops keys, as main reports it. */
export const aReport = (
  rows: BulkRow[],
  state: BulkState = 'finished',
  over: Partial<BulkReport> = {},
): BulkReport => ({
  bulkId: 'run-1',
  act: { kind: 'stop' },
  state,
  confirmedAt: daysFromNow(0),
  keys: rows.length,
  settled: rows.filter((row) => row.state !== 'waiting' && row.state !== 'running').length,
  notes: [],
  rows,
  ...over,
});

/** Ticks all keys and presses a button of the selection. */
export async function pressOnAll({ user }: Rendered, button: string): Promise<void> {
  await user.click(await screen.findByRole('checkbox', { name: 'Select all' }));
  await user.click(screen.getByRole('button', { name: button }));
}
