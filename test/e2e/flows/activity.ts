import type { Locator, Page } from 'playwright';

/** Goes to *Activity*, until its lines are there. */
export async function goToActivity(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Activity', exact: true }).click();
  await page.getByRole('grid', { name: 'Activity' }).waitFor();
}

/** The newest line about this kind of act. */
export const line = (page: Page, action: string): Locator =>
  page
    .getByRole('grid', { name: 'Activity' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: action, exact: true }) })
    .first();

/** Presses *Verify* until it has said this. */
export async function verified(page: Page, words: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await page.getByText(words).first().waitFor();
}
