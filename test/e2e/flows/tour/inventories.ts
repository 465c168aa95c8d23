import { join } from 'node:path';
import type { Keydesk } from '../../support/keydesk';
import { PRODUCTION } from '../consoles';
import { exportAll, inventoryGrid, makePlan, openFile, openInventories, startTab } from '../inventories';
import { search } from '../table';

/** A stop at *Inventories*, from live keys to a plan that was compared with them. */
export interface InventoryTour {
  readonly keydesk: Keydesk;
  /** Called at every screen while it is open. */
  readonly visit: (name: string) => Promise<void>;
}

/** What is decided about the first keys, one after the other. */
const LETTERS = ['x', 'x', 'k', 't', 'x', 'r', 'k', 'a'];

/** Exports all keys, reviews some of them, and opens the plan that follows. */
export async function inventories({ keydesk, visit }: InventoryTour): Promise<void> {
  const { page, profile } = keydesk;
  const file = join(profile.home, 'all-keys.keydesk');
  const plan = join(profile.home, 'all-keys.keydesk-plan');
  await openInventories(page);
  await page.getByRole('heading', { level: 1, name: 'Inventories' }).waitFor();
  await visit('inventories');
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await exportAll(keydesk, file);
  await openInventories(page);
  await openFile(keydesk, file);
  await inventoryGrid(page).waitFor();
  await search(page, PRODUCTION);
  await inventoryGrid(page).locator('[data-row="0"] [tabindex="0"]').first().focus();
  for (const letter of LETTERS) await page.keyboard.press(letter);
  await page.getByText(/^8 of [\d,]+ decided$/).waitFor();
  await page.getByText(/^Saved beside the file/).waitFor();
  await visit('inventory');
  await makePlan(keydesk, plan, 'Grace Hopper');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await startTab(page).click();
  await openFile(keydesk, plan);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('button', { name: 'Check again' }).waitFor();
  await visit('plan');
}
