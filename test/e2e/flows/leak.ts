import type { Locator, Page } from 'playwright';

/** Goes to *Leak response*, until it is there. */
export async function openLeak(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leak response', exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Pastes a found text and waits until every environment has its verdict. */
export async function searchText(page: Page, text: string): Promise<void> {
  await page.getByLabel('Found text').fill(text);
  await page.getByRole('button', { name: 'Search text' }).click();
  await searched(page);
}

/** Waits until a search is over, and for what can be done with what it found. */
export const searched = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^(Begin|Add to) the record$/ }).waitFor();

/** One of the keys that a search found. */
export const foundKey = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Keys found' }).getByRole('listitem').filter({ hasText: name });

/** One of the keys of an incident. */
export const leakedKey = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Leaked keys' }).getByRole('listitem').filter({ hasText: name });

/** Begins a record with what is ticked. */
export async function beginRecord(page: Page, wish: { by: string; foundAt: string }): Promise<void> {
  await page.getByRole('button', { name: 'Begin the record' }).click();
  const dialog = page.getByRole('dialog', { name: 'Begin the record' });
  await dialog.getByLabel('Your name').fill(wish.by);
  await dialog.getByLabel('Where it was found').fill(wish.foundAt);
  await dialog.getByRole('button', { name: 'Begin the record' }).click();
  await page.getByRole('list', { name: 'Timeline' }).waitFor();
}

/** Chooses what to do about the ticked keys and says why; leaves the question to be sent. */
export async function decide(page: Page, way: string, why: string): Promise<Locator> {
  await page.getByRole('button', { name: way, exact: true }).click();
  const question = page.getByRole('alertdialog', { name: way });
  await question.getByLabel('Why').fill(why);
  const word = question.getByLabel(/^Type .+ to confirm$/);
  if ((await word.count()) > 0) {
    const label = await question.getByText(/^Type .+ to confirm$/).textContent();
    await word.fill(/^Type (.+) to confirm$/.exec(label ?? '')?.[1] ?? '');
  }
  return question;
}

/** How long it takes until refusals count as stable, and then some, in milliseconds. */
const PROOF_MS = 60_000;

/** Waits until a key is proved dead. */
export const proved = (page: Page, name: string): Promise<void> =>
  leakedKey(page, name).getByText('Proved dead', { exact: true }).waitFor({ timeout: PROOF_MS });

/** Saves the record in a form of the menu; the saving dialog was answered before. */
export async function saveRecord(page: Page, form: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Save record' }).click();
  await page.getByRole('menuitem', { name: form }).click();
  await page
    .getByText(/^Saved to /)
    .first()
    .waitFor();
}
