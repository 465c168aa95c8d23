import type { Locator, Page } from 'playwright';

/** The table of keys. */
export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'API keys' });

/** The rows of keys in sight with exactly this name. */
export const row = (page: Page, name: string): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name, exact: true }) });

/** Presses one of the buttons of a key's row, such as *Show key*. */
export const press = (page: Page, name: string, action: string): Promise<void> =>
  row(page, name).getByRole('button', { name: action }).click();

/** Goes to the tab of an environment. */
export async function openTab(page: Page, environment: string): Promise<void> {
  await page.getByRole('tab', { name: environment }).click();
  await page.getByRole('heading', { level: 1, name: environment }).waitFor();
}

/** Goes to the tab of an environment, until its keys are there. */
export async function goTo(page: Page, environment: string): Promise<void> {
  await openTab(page, environment);
  await grid(page).waitFor();
}

/** Types into *Search keys*. */
export const search = (page: Page, text: string): Promise<void> =>
  page.getByRole('searchbox', { name: 'Search keys' }).fill(text);

/** How many rows the table says it has, its heading left out. */
export const rowCount = async (page: Page): Promise<number> =>
  Number(await grid(page).getAttribute('aria-rowcount')) - 1;

/** Shows the key of a row and reads it from the screen. */
export async function showKey(page: Page, name: string): Promise<string> {
  await press(page, name, 'Show key');
  const shown = row(page, name).locator('[translate="no"]');
  return (await shown.textContent()) ?? '';
}

/** The address at which the keys of the chosen environment are used, as the window shows it. */
export async function endpointOf(page: Page): Promise<string> {
  const text = await page.getByRole('group', { name: 'API endpoint' }).textContent();
  return /https?:\/\/\S+/.exec(text ?? '')?.[0] ?? '';
}

/** What stands under a heading, in the rows that are drawn, from top to bottom. */
export const textsIn = (page: Page, heading: string): Promise<string[]> =>
  grid(page).evaluate((table, name) => {
    const headings = [...table.querySelectorAll('[role=columnheader]')];
    const at = headings.find(({ textContent }) => textContent === name)?.ariaColIndex ?? '';
    const cells = [...table.querySelectorAll(`[role=gridcell][aria-colindex="${at}"]`)];
    const place = (cell: Element): number => Number(cell.closest('[role=row]')?.ariaRowIndex);
    return cells.sort((a, b) => place(a) - place(b)).map(({ textContent }) => textContent ?? '');
  }, heading);

/** The tick boxes of the rows that are drawn. */
export const tickBoxes = (page: Page): Locator =>
  grid(page).getByRole('checkbox', { name: /^Select (?!all$)/ });
