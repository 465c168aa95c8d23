import { join } from 'node:path';
import { openPractice, PRODUCTION } from '@test/e2e/flows/consoles';
import { beginKey, createdDialog, deletion, fillKey } from '@test/e2e/flows/keys';
import { lookAt } from '@test/e2e/flows/looks';
import { goTo, row } from '@test/e2e/flows/table';
import { launchKeydesk } from '@test/e2e/support/keydesk';

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
  await keydesk.close();
}
