import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEGACY, openPractice, PRODUCTION, STAGING } from './flows/consoles';
import { endpointOf, goTo, grid, rowCount, search, textsIn, tickBoxes } from './flows/table';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile, type Profile } from './support/profile';

let profile: Profile;
let keydesk: Keydesk;
let page: Page;

const start = async (): Promise<void> => {
  keydesk = await launchKeydesk({ profile });
  page = keydesk.page;
};

beforeAll(async () => {
  profile = await newProfile();
  await start();
  await openPractice(page);
});
afterAll(async () => {
  await keydesk?.close();
  await profile.remove();
});

/** The place of what has the focus: its row among all rows, the heading being the first, and its column. */
const focused = (): Promise<(number | string | null)[]> =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('[aria-colindex]');
    const line = cell?.closest('[role=row]');
    return [Number(line?.ariaRowIndex), Number(cell?.ariaColIndex), document.activeElement?.tagName ?? null];
  });
const columnTexts = (heading: string): Promise<string[]> => textsIn(page, heading);
const sortBy = (heading: string): Promise<void> =>
  grid(page).getByRole('columnheader', { name: heading, exact: true }).getByRole('button').click();
const chip = (label: string) =>
  page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: label });
const chips = (): Promise<(string | null)[]> =>
  page
    .getByRole('group', { name: 'Filters' })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
const said = (text: RegExp) => page.getByRole('status').filter({ hasText: text });

describe('2,000 keys', () => {
  beforeAll(() => goTo(page, STAGING));
  beforeEach(async () => {
    await search(page, '');
    await grid(page).evaluate((table) => table.scrollTo(0, 0));
  });

  it('say how many there are, and draw only those in sight', async () => {
    expect(await rowCount(page)).toBe(2_000);
    expect(await grid(page).getByRole('row').count()).toBeLessThan(80);
    await said(/^2,000 keys · as of \d\d:\d\d$/).waitFor();
  });

  it('are walked by keyboard to both ends', async () => {
    await grid(page).getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
    expect(await focused()).toEqual([2, 2, 'DIV']);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
    expect(await focused()).toEqual([3, 3, 'DIV']);
    await page.keyboard.press('Home');
    expect(await focused()).toEqual([3, 1, 'INPUT']);
    await page.keyboard.press('End');
    expect(await focused()).toEqual([3, 14, 'BUTTON']);
    await page.keyboard.press('Control+End');
    expect(await focused()).toEqual([2_001, 14, 'BUTTON']);
    await page.keyboard.press('PageUp');
    const [paged] = await focused();
    expect(paged).toBeLessThan(2_000);
    await page.keyboard.press('Control+Home');
    expect(await focused()).toEqual([2, 1, 'INPUT']);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toEqual([1, 1, 'INPUT']);
  });

  it('open with Enter and come back to where the focus was', async () => {
    await grid(page).getByRole('row').nth(3).getByRole('gridcell').nth(1).click();
    await page.keyboard.press('Enter');
    const details = page.getByRole('dialog', { name: 'Key details' });
    await details.getByText('Identifier').waitFor();
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
    expect(await focused()).toEqual([4, 2, 'DIV']);
  });

  it('are selected by Space, by range, and all at once', async () => {
    await grid(page).getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
    await page.keyboard.press('Space');
    await said(/^1 selected$/).waitFor();
    await tickBoxes(page)
      .nth(5)
      .click({ modifiers: ['Shift'] });
    await said(/^6 selected$/).waitFor();
    await search(page, 'Support');
    await said(/^6 selected, 6 of them not shown by the search or the filters$/).waitFor();
    await search(page, '');
    await grid(page).getByRole('checkbox', { name: 'Select all' }).click();
    await said(/^2,000 selected$/).waitFor();
    await page.getByRole('button', { name: 'Clear selection' }).click();
    await said(/^2,000 keys/).waitFor();
  });

  it('are sorted by any column, both ways', async () => {
    expect(await columnTexts('Description')).toEqual((await columnTexts('Description')).toSorted(byName));
    await sortBy('Status');
    const first = await columnTexts('Status');
    expect(new Set(first)).toEqual(new Set(['Active']));
    await sortBy('Status');
    expect(new Set(await columnTexts('Status'))).toEqual(new Set(['Expired']));
    const heading = grid(page).getByRole('columnheader', { name: 'Status' });
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    await sortBy('Description');
  });

  it('are searched as one types, and the search is cleared with Escape', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('billing EXPORT');
    await said(/^\d+ of 2,000 keys/).waitFor();
    expect((await columnTexts('Description')).every((name) => name.startsWith('Billing export'))).toBe(true);
    await page.keyboard.type('nothing is called so');
    await page.getByText('No key matches').waitFor();
    await page.keyboard.press('Escape');
    await said(/^2,000 keys/).waitFor();
  });

  it('have chips for what would make a difference, and no others', async () => {
    expect(await chips()).toEqual([
      'Expiring',
      'Expired',
      'Any host',
      'Administration',
      'Never used',
      'Findings',
    ]);
    await chip('Administration').click();
    await chip('Expired').click();
    const types = await columnTexts('Type');
    expect(new Set(types)).toEqual(new Set(['Administration']));
    expect(new Set(await columnTexts('Status'))).toEqual(new Set(['Expired']));
    expect(await rowCount(page)).toBeLessThan(100);
    await chip('Administration').click();
    await chip('Expired').click();
    expect(await rowCount(page)).toBe(2_000);
  });
});

describe('tabs', () => {
  it('of the first generation have no chips and columns for what it does not record', async () => {
    await goTo(page, LEGACY);
    expect(await chips()).toEqual(['Expiring', 'Expired', 'Any host', 'Findings']);
  });

  it('give away the endpoint of their keys', async () => {
    await page.getByRole('button', { name: 'Copy endpoint' }).click();
    await said(/^The endpoint is on the clipboard\.$/).waitFor();
    expect(await keydesk.system.readClipboard()).toBe(await endpointOf(page));
  });

  it('come together in All environments', async () => {
    await page.getByRole('tab', { name: 'All environments' }).click();
    await page.getByText('16 environments on 4 consoles').waitFor();
    await expect.poll(() => rowCount(page)).toBeGreaterThan(28 + 2_000 + 14);
    await search(page, 'Accounting');
    await expect
      .poll(async () => new Set(await columnTexts('Environment')))
      .toEqual(new Set([`${PRODUCTION}PROD`, LEGACY]));
    await grid(page).getByText(`not recorded by Qodly Cloud in ${LEGACY}`).first().waitFor();
  });

  it('are reached by the quick switcher', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search environments and actions' }).fill('stag ord');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: STAGING }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('settings');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  });
});

it('the choice of columns and of tabs outlives the application', async () => {
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await goTo(page, PRODUCTION);
  await page.getByRole('button', { name: 'Choose columns' }).click();
  for (const column of ['Created by', 'Last used from'])
    await page.getByRole('menuitemcheckbox', { name: column }).click();
  await page.keyboard.press('Escape');
  const before = await page.getByRole('tab').count();
  await page.getByRole('button', { name: 'Choose tabs' }).click();
  const tabs = page.getByRole('dialog', { name: 'Choose tabs' });
  await tabs.getByRole('checkbox', { name: LEGACY }).uncheck();
  await tabs.getByRole('button', { name: 'Save' }).click();
  await tabs.waitFor({ state: 'detached' });
  await keydesk.close();

  await start();
  await grid(page).waitFor();
  const headings = await grid(page).getByRole('columnheader').allTextContents();
  expect(headings).toEqual(expect.arrayContaining(['Description', 'Last used', 'Created']));
  expect(headings.filter((heading) => ['Created by', 'Last used from'].includes(heading))).toEqual([]);
  expect(await page.getByRole('tab').count()).toBe(before - 1);
});

const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
