import type { Locator, Page } from 'playwright';
import type { Keydesk } from '../../support/keydesk';
import { openPractice } from '../consoles';
import { beginKey, createdDialog } from '../keys';
import { goTo, grid, press, row, search } from '../table';
import { HARBOUR_CLOUD, HARBOUR_MEDIA, issue, leaveOutcome, ORDERS_MAIN, stopKey } from '../vendors';

/** A tour of what the other vendors have, on the built-in practice console. */
export interface VendorTour {
  readonly keydesk: Keydesk;
  /** Called at every screen and dialog while it is open. */
  readonly visit: (name: string) => Promise<void>;
}

/** Walks through everything that only some vendors have. */
export async function vendorTour(given: VendorTour): Promise<void> {
  await openPractice(given.keydesk.page);
  for (const part of [configuration, endpoints, organization, tokens, together, facts]) await part(given);
}

/** Keys that are part of a configuration: created, not yet live, deployed, used, deleted. */
async function configuration({ keydesk: { page }, visit }: VendorTour): Promise<void> {
  await goTo(page, ORDERS_MAIN);
  await visit('mia-keys');
  const created = await issue(page, async (form) => {
    await form.getByRole('textbox', { name: 'ClientType' }).fill('9 lives');
    await form.getByLabel('API key', { exact: true }).fill('password');
    await form.getByRole('button', { name: 'Create', exact: true }).click();
    await visit('mia-create-problems');
    await form.getByRole('button', { name: 'Generate random API key' }).click();
    await form.getByRole('textbox', { name: 'ClientType' }).fill('returns_desk');
    await form.getByRole('textbox', { name: 'Description' }).fill('Returns desk in hall 2');
    await visit('mia-create');
  });
  await visit('mia-created');
  await usage(created, page, visit);
  await created.getByRole('button', { name: 'Done' }).click();
  await created.waitFor({ state: 'detached' });
  await page.getByText('1 change is saved, not deployed').waitFor();
  await visit('mia-not-deployed');
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Deploy' });
  await dialog.getByRole('radio', { name: /Production/ }).check();
  await visit('mia-deploy-production');
  await dialog.getByRole('radio', { name: /Development/ }).check();
  await dialog.getByRole('button', { name: 'Deploy', exact: true }).click();
  await dialog.getByText(/^Deployed to/).waitFor({ timeout: 30_000 });
  await visit('mia-deployed');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const question = await stopKey(page, 'returns_desk', 'Delete');
  await question.getByText(/still works until/).waitFor();
  await visit('mia-deleted');
  await leaveOutcome(page, question);
}

async function usage(created: Locator, page: Page, visit: VendorTour['visit']): Promise<void> {
  await created.getByRole('button', { name: 'How to use this key' }).click();
  const dialog = page.getByRole('dialog', { name: 'How to use this key' });
  await dialog.waitFor();
  await visit('usage');
  await dialog.getByRole('tab', { name: 'Python' }).click();
  await visit('usage-python');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Who may call which endpoint. */
async function endpoints({ keydesk: { page }, visit }: VendorTour): Promise<void> {
  await page.getByRole('button', { name: 'Endpoints', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Endpoints/ });
  await dialog.getByText('/configurator').first().waitFor();
  await visit('endpoints');
  await dialog.getByRole('button', { name: /^Edit .*\/orders\/export/ }).click();
  const form = page.getByRole('dialog', { name: /^Edit endpoint/ });
  await form.getByLabel('User Group Permission').fill('clientType == "analytics" && (');
  await visit('endpoint-edit-problem');
  await form.getByLabel('User Group Permission').fill('clientType == "analytics" || groups.admin');
  await visit('endpoint-edit');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Keys of the operator, shown once. */
async function organization({ keydesk: { page }, visit }: VendorTour): Promise<void> {
  await goTo(page, HARBOUR_CLOUD);
  await visit('cloudmc-keys');
  const form = await beginKey(page);
  await visit('cloudmc-create');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'detached' });
  await press(page, 'billing-sync', 'Revoke key');
  await page.getByRole('alertdialog', { name: 'Revoke API key' }).waitFor();
  await visit('cloudmc-revoke');
  await page.keyboard.press('Escape');
}

/** Keys with a permission and a number of days, active a little later. */
async function tokens({ keydesk: { page }, visit }: VendorTour): Promise<void> {
  await goTo(page, HARBOUR_MEDIA);
  await visit('qwilt-keys');
  const created = await issue(page, async (form) => {
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Purge bot');
    await visit('qwilt-create');
  });
  await visit('qwilt-created');
  await created.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('alertdialog', { name: 'Leave without the key?' }).waitFor();
  await visit('qwilt-leave');
  await page.getByRole('button', { name: 'Leave without it' }).click();
  await createdDialog(page).waitFor({ state: 'detached' });
  await row(page, 'Purge bot').waitFor();
}

async function together({ keydesk: { page }, visit }: VendorTour): Promise<void> {
  await page.getByRole('tab', { name: 'All environments' }).click();
  await grid(page).waitFor();
  await search(page, 'o');
  await visit('all-vendors');
  await search(page, '');
}

/** What is documented of a console, and what is assumed. */
async function facts({ keydesk: { page }, visit }: VendorTour): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  for (const vendor of ['CloudMC', 'Qwilt']) {
    await page.getByRole('button', { name: `Facts and routes of Practice ${vendor}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Facts and routes' });
    await dialog.getByRole('button', { name: 'Try routes' }).click();
    await dialog
      .getByText(/^It works/)
      .first()
      .waitFor();
    await visit(`facts-${vendor.toLowerCase()}`);
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
