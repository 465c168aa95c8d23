import type { Page } from 'playwright';
import type { Keydesk } from '../../support/keydesk';
import { openPractice } from '../consoles';
import { decide, openLeak, proved, searched, searchText } from '../leak';

/** A tour of *Leak response*, which is a whole drill. */
export interface LeakTour {
  readonly keydesk: Keydesk;
  /** Called at every screen and dialog while it is open. */
  readonly visit: (name: string) => Promise<void>;
}

/** The key that leaks in a drill. */
export const DRILL_KEY = 'Nightly export';

/** Runs a drill from its start to the closed record. */
export async function leakTour(given: LeakTour): Promise<void> {
  await openPractice(given.keydesk.page);
  await openLeak(given.keydesk.page);
  const { keydesk, visit } = given;
  await nothing(given);
  await beginDrill(keydesk.page, visit);
  await killLeaked(keydesk.page, visit);
  await end(given);
}

/** Something that is found nowhere. */
async function nothing({ keydesk: { page }, visit }: LeakTour): Promise<void> {
  await page.getByText('No incidents yet').waitFor();
  await visit('leak-start');
  await searchText(page, 'api-key: 0f0e0d0c-1a2b-4c3d-8e4f-5a6b7c8d9e0f');
  await visit('leak-not-found');
  await page.getByRole('button', { name: 'Begin the record' }).click();
  await page.getByRole('dialog', { name: 'Begin the record' }).waitFor();
  await visit('leak-begin');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leak response', exact: true }).last().click();
}

/** Starts a drill from the way in, until the key is in its record. */
export async function beginDrill(page: Page, visit: LeakTour['visit']): Promise<void> {
  await page.getByRole('button', { name: 'Start a leak drill' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start a leak drill' });
  await dialog.getByLabel('Your name').fill('Grace Hopper');
  await visit('leak-drill');
  await dialog.getByRole('button', { name: 'Start the drill' }).click();
  await searched(page);
  await page.getByRole('note', { name: 'Drill' }).waitFor();
  await visit('leak-found');
  await page.getByRole('button', { name: 'Add to the record' }).click();
  await page.getByRole('button', { name: 'Kill now' }).waitFor();
  await visit('leak-live');
}

/** Kills the key of the record, until it is proved dead. */
export async function killLeaked(page: Page, visit: LeakTour['visit']): Promise<void> {
  const question = await decide(page, 'Kill now', 'The build log is public, and the key is still used.');
  await visit('leak-decide');
  await question.getByRole('button', { name: 'Kill now' }).click();
  await question.waitFor({ state: 'detached' });
  await visit('leak-proving');
  await proved(page, DRILL_KEY);
  await page.getByText('Drill passed: proved dead').waitFor();
  await visit('leak-proved');
}

async function end({ keydesk: { page }, visit }: LeakTour): Promise<void> {
  await page.getByRole('button', { name: 'Close incident' }).click();
  const question = page.getByRole('alertdialog', { name: 'Close incident' });
  await question.getByLabel('Summary').fill('The export got a key of its own.');
  await visit('leak-close');
  await question.getByRole('button', { name: 'Close incident' }).click();
  await question.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Leak response', exact: true }).last().click();
  await page.getByRole('button', { name: /^Closed/ }).waitFor();
  await visit('leak-list');
}
