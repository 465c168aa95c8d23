import type { Locator, Page } from 'playwright';
import type { Keydesk } from '../support/keydesk';

/** Exports every environment as signed JSON to this file. */
export async function exportAll({ page, system }: Keydesk, path: string): Promise<void> {
  await page.getByRole('tab', { name: 'All environments' }).click();
  await system.answerSaveDialog(path);
  await page.getByRole('button', { name: 'Export inventory' }).click();
  await page
    .getByRole('dialog', { name: 'Export inventory' })
    .getByRole('button', { name: 'Export', exact: true })
    .click();
  const written = page.getByRole('dialog', { name: 'Inventory exported' });
  await written.getByText(/^It is signed/).waitFor();
  await written.getByRole('button', { name: 'Done' }).click();
  await written.waitFor({ state: 'detached' });
}

/** Goes to *Inventories*. */
export const openInventories = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Inventories', exact: true }).click();

/** The tab for more files, which is there once one is open. */
export const startTab = (page: Page): Locator => page.getByRole('tab', { name: 'Open another' });

/** Opens a file from the way in. */
export async function openFile({ page, system }: Keydesk, path: string): Promise<void> {
  await system.answerOpenDialog(path);
  await page.getByRole('button', { name: 'Open inventory' }).click();
}

/** The keys of the inventory that is open. */
export const inventoryGrid = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Keys of the inventory' });

/** What is known and decided of the key being judged. */
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Review of the key' });

/** Looks for a key and goes to it in the table, with the keyboard alone. */
export async function lookAtKey(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText(name);
  await inventoryGrid(page).and(page.locator('[aria-rowcount="2"]')).waitFor();
  await inventoryGrid(page).locator('[data-row="0"] [tabindex="0"]').first().focus();
  await panel(page).getByText(name).first().waitFor();
}

/** How the decision of the key beside the table is called. */
export const decided = (page: Page, label: string): Locator =>
  panel(page).getByRole('button', { name: label, exact: true, pressed: true });

/** Makes a plan of what was decided; gives the message that says so. */
export async function makePlan({ page, system }: Keydesk, path: string, madeBy: string): Promise<Locator> {
  await system.answerSaveDialog(path);
  await page.getByRole('button', { name: 'Make plan' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a plan' });
  await dialog.getByRole('textbox', { name: 'Made by' }).fill(madeBy);
  await dialog.getByRole('button', { name: 'Save plan' }).click();
  await dialog.waitFor({ state: 'detached' });
  return page.getByRole('status').filter({ hasText: /^Plan with / });
}

/** The rows of the plan that is open. */
export const planRow = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: 'Rows of the plan' }).getByRole('row').filter({ hasText: name });
