import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { openPractice, PRODUCTION } from '@test/e2e/flows/consoles';
import { beginKey, createdDialog, deletion, fillKey } from '@test/e2e/flows/keys';
import { openLeak } from '@test/e2e/flows/leak';
import { lookAt } from '@test/e2e/flows/looks';
import { goTo, row } from '@test/e2e/flows/table';
import { inventories } from '@test/e2e/flows/tour/inventories';
import { beginDrill, killLeaked } from '@test/e2e/flows/tour/leak';
import { HARBOUR_CLOUD, HARBOUR_MEDIA, ORDERS_MAIN } from '@test/e2e/flows/vendors';
import { launchKeydesk, type Keydesk } from '@test/e2e/support/keydesk';

const SIZE = { width: 1280, height: 800 } as const;

/** Saves the pictures that the README shows, as somebody with the practice console sees them. */
export async function takeReadmePictures(folder: string): Promise<void> {
  const keydesk = await launchKeydesk();
  const { page } = keydesk;
  const take = async (name: string, theme: 'light' | 'dark' = 'light'): Promise<void> => {
    await lookAt(keydesk, { theme, ...SIZE });
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: 'disabled' });
  };
  await page.getByRole('button', { name: 'Open the practice console' }).waitFor();
  await take('first-run');
  await openPractice(page);
  await goTo(page, PRODUCTION);
  await take('keys');
  await take('keys', 'dark');
  const form = await beginKey(page);
  await fillKey(form, { name: 'Warehouse scanner, hall 2', role: 'Warehouse', hosts: ['203.0.113.94'] });
  await take('create');
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  const created = createdDialog(page);
  await created.getByRole('button', { name: 'Copy', exact: true }).click();
  await created.getByText('The key is on the clipboard').waitFor();
  await take('created');
  await created.getByRole('button', { name: 'Done' }).click();
  await created.waitFor({ state: 'detached' });
  await row(page, 'Accounting export').first().getByRole('button', { name: 'Delete key' }).click();
  await deletion(page).getByLabel('Type DELETE to confirm').waitFor();
  await take('delete');
  await page.keyboard.press('Escape');
  await deletion(page).waitFor({ state: 'detached' });
  for (const vendor of VENDORS) await takeVendor(page, vendor, take);
  await takeReview(keydesk, take);
  await takeDrill(page, take);
  await keydesk.close();
}

/** Saves what a reviewer looks at, and the plan that follows. */
export async function takeReview(keydesk: Keydesk, take: (name: string) => Promise<void>): Promise<void> {
  await inventories({
    keydesk,
    visit: async (name) => (REVIEWED.includes(name) ? take(name) : undefined),
  });
}

const REVIEWED = ['inventory', 'plan'];

/** Saves what a drill finds, and how it ends. */
export async function takeDrill(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  const visit = async (name: string): Promise<void> => {
    if (SHOWN.includes(name)) await take(name);
  };
  await openLeak(page);
  await beginDrill(page, visit);
  await killLeaked(page, visit);
}

const SHOWN = ['leak-found', 'leak-proved'];

/** A vendor's place in the sample data, and what is typed into its form for the picture. */
interface VendorPicture {
  readonly name: string;
  readonly tab: string;
  readonly fill: (form: Locator) => Promise<void>;
}

const VENDORS: readonly VendorPicture[] = [
  {
    name: 'mia',
    tab: ORDERS_MAIN,
    fill: async (form) => {
      await form.getByRole('button', { name: 'Generate random API key' }).click();
      await form.getByRole('textbox', { name: 'ClientType' }).fill('returns_desk');
      await form.getByRole('textbox', { name: 'Description' }).fill('Returns desk in hall 2');
    },
  },
  {
    name: 'cloudmc',
    tab: HARBOUR_CLOUD,
    fill: (form) => form.getByRole('textbox', { name: 'Name', exact: true }).fill('Invoice robot'),
  },
  {
    name: 'qwilt',
    tab: HARBOUR_MEDIA,
    fill: async (form) => {
      await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Purge bot');
      await form.getByRole('radio', { name: /Editor/ }).check();
    },
  },
];

async function takeVendor(
  page: Page,
  { name, tab, fill }: VendorPicture,
  take: (name: string) => Promise<void>,
): Promise<void> {
  await goTo(page, tab);
  await take(`${name}-keys`);
  const form = await beginKey(page);
  await fill(form);
  await take(`${name}-create`);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'detached' });
}
