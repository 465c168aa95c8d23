import { faults } from '@test/support/fault-proxy/faults';
import { PRODUCTION, STAGING } from '../consoles';
import { alertIn } from '../fields';
import { beginKey, fillKey } from '../keys';
import { goTo, openTab } from '../table';
import { ON_THE_WIRE } from '../weather';
import type { Tour } from './visit';

/** A console that is slow, that answers nonsense, and that is gone. */
export async function troubles({ keydesk: { page }, weather, visit }: Tour): Promise<void> {
  const { proxy } = weather;
  proxy.on({ path: ON_THE_WIRE.staging, skip: 1 }, faults.hang());
  await openTab(page, STAGING);
  await page.getByText(/^Reading keys · 1,000 of 2,000$/).waitFor();
  await visit('loading');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await alertIn(page, 'were not read').waitFor();
  proxy.clear();
  proxy.on({}, faults.html200());
  await alertIn(page, 'were not read').getByRole('button', { name: 'Try again' }).click();
  await alertIn(page, 'could not be read').waitFor();
  await visit('failed');
  await goTo(page, PRODUCTION);
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await page.getByText(/^As of \d\d:\d\d, console unreachable/).waitFor();
  await visit('stale');
  proxy.clear();
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await page.getByText(/^As of \d\d:\d\d, console unreachable/).waitFor({ state: 'detached' });
}

/** A creation whose answer got lost. */
export async function unclear({ keydesk: { page }, weather: { proxy }, visit }: Tour): Promise<void> {
  await goTo(page, PRODUCTION);
  proxy.on({ method: 'POST', path: ON_THE_WIRE.production }, faults.forwardThenReset());
  proxy.on({ path: ON_THE_WIRE.lookup }, faults.html200());
  const form = await beginKey(page);
  await fillKey(form, { name: 'Unclear' });
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  await form.getByText('Checking whether the console created it…').waitFor();
  await visit('checking');
  await form.getByRole('button', { name: 'Close and keep watching' }).click();
  await page.getByRole('button', { name: 'Show changes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Changes being checked' });
  await dialog.getByText('Create key “Unclear”').waitFor();
  await visit('changes-being-checked');
  proxy.clear();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
}
