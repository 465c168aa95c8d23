import { adminOf, beginConsole, fillConsole } from '../consoles';
import { alertIn } from '../fields';
import { grid } from '../table';
import type { Tour } from './visit';

/** The first screen, and a console being added from it. */
export async function firstRun({ keydesk: { page }, weather, visit }: Tour): Promise<void> {
  await page.getByRole('button', { name: 'Open the practice console' }).waitFor();
  await visit('first-run');
  const dialog = await beginConsole(page);
  await visit('add-console');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await alertIn(dialog, 'Give the console a name').waitFor();
  await visit('add-console-problems');
  await fillConsole(dialog, adminOf(weather.practice, weather.proxy.url));
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await dialog.getByText('Connected as').waitFor();
  await visit('add-console-tested');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await grid(page).waitFor();
}

/** The settings, and a console about to be removed. */
export async function settings({ keydesk: { page }, visit }: Tour): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await visit('settings');
  const delay = page.getByLabel('Hide a shown key after (seconds)');
  await delay.fill('1');
  await delay.press('Enter');
  await alertIn(page, 'A whole number from 5 to 300 seconds.').waitFor();
  await page.getByRole('heading', { name: 'About' }).scrollIntoViewIfNeeded();
  await visit('settings-end');
  await page.getByRole('button', { name: 'Remove console Acme' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove Acme?' });
  await question.waitFor();
  await visit('remove-console');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
}

/** The lock. */
export async function lock({ keydesk: { page }, visit }: Tour): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('button', { name: 'Unlock' }).waitFor();
  await visit('locked');
}
