import type { Locator, Page } from 'playwright';
import type { PracticeForTest } from '@test/support/practice';
import { grid } from './table';

/** What a person types into *Add console*. */
export interface ConsoleWish {
  readonly label: string;
  readonly url: string;
  readonly userName?: string;
  readonly password?: string;
  readonly token?: string;
}

/** The environments of the sample data. */
export const PRODUCTION = 'Orders – Production';
export const STAGING = 'Orders – Staging';
export const LEGACY = 'Customer portal – Development';
/** Where a console that is started with `extraKeys` has them; with none it is empty. */
export const EMPTY = 'Load test – Development';

/** One click on the first screen, until the first keys are there. */
export async function openPractice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the practice console' }).click();
  await grid(page).waitFor();
}

/** The dialog for a new or a known console. */
export const consoleDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^(Add|Edit) console$/ });

/** Opens *Add console* from the first screen. */
export async function beginConsole(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Add a console' }).click();
  const dialog = consoleDialog(page);
  await dialog.waitFor();
  return dialog;
}

/** Fills in the dialog; an address on this computer is ticked. */
export async function fillConsole(dialog: Locator, wish: ConsoleWish): Promise<void> {
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(wish.label);
  await dialog.getByRole('textbox', { name: 'Console URL' }).fill(wish.url);
  if (wish.url.includes('127.0.0.1'))
    await dialog.getByRole('checkbox', { name: /on this computer$/ }).check();
  if (wish.token !== undefined) await dialog.getByRole('button', { name: 'Token', exact: true }).click();
  const { userName, password, token } = wish;
  for (const [label, value] of Object.entries({ 'User name': userName, Password: password, Token: token })) {
    if (value !== undefined) await dialog.getByLabel(label, { exact: true }).fill(value);
  }
}

/** What an administrator types for a practice console; the address may lead through a proxy. */
export const adminOf = (practice: PracticeForTest, url = practice.baseUrl): ConsoleWish => ({
  label: 'Acme',
  url,
  userName: practice.admin.userName,
  password: practice.admin.password,
});

/** Adds a console from the first screen, until its first keys are there. */
export async function addConsole(page: Page, wish: ConsoleWish): Promise<void> {
  const dialog = await beginConsole(page);
  await fillConsole(dialog, wish);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await grid(page).waitFor();
}
