import { colleagueOn } from '../colleague';
import { EMPTY, LEGACY, PRODUCTION } from '../consoles';
import { alertIn } from '../fields';
import { beginKey, createdDialog, deletion, fillKey, keyForm } from '../keys';
import { goTo, grid, openTab, press, row, search, textsIn, tickBoxes } from '../table';
import type { Tour } from './visit';

/** The keys of environments, and the menus around them. */
export async function table({ keydesk: { page }, visit }: Tour): Promise<void> {
  await goTo(page, PRODUCTION);
  await visit('keys');
  await press(page, 'Customer newsletter', 'Show key');
  await row(page, 'Customer newsletter').locator('[translate="no"]').waitFor();
  await visit('key-shown');
  await press(page, 'Customer newsletter', 'Hide key');
  await search(page, 'nothing is called so');
  await page.getByText('No key matches').waitFor();
  await visit('no-match');
  await search(page, '');
  for (const [button, name] of [
    ['Choose columns', 'columns'],
    ['Choose tabs', 'choose-tabs'],
    ['Quick switcher', 'quick-switcher'],
    ['Environment menu', 'environment-menu'],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('dialog').or(page.getByRole('menu')).first().waitFor();
    await visit(name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').or(page.getByRole('menu')).first().waitFor({ state: 'detached' });
  }
  await goTo(page, LEGACY);
  await visit('first-generation');
  await openTab(page, EMPTY);
  await page.getByText('No keys yet').waitFor();
  await visit('no-keys');
}

/** A key from its form until it is handed over. */
export async function creation({ keydesk: { page }, visit }: Tour): Promise<void> {
  await goTo(page, PRODUCTION);
  const form = await beginKey(page);
  await fillKey(form, { name: 'Partner feed\u0007', type: 'Administration', hosts: ['203.0.113.999'] });
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  await visit('create-problems');
  await form.getByRole('textbox', { name: 'Allowed hosts' }).fill('');
  await fillKey(form, { name: 'Partner feed', type: 'Standard', hosts: ['203.0.113.9', '2001:db8::15'] });
  await visit('create');
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  const created = createdDialog(page);
  await created.waitFor();
  await visit('created');
  await created.getByRole('button', { name: 'Show', exact: true }).click();
  await created.getByRole('button', { name: 'Verify key' }).click();
  await created.getByText('Nothing is proved').waitFor();
  await visit('created-shown');
  await created.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('menuitem', { name: 'JSON' }).waitFor();
  await visit('created-download');
  await page.keyboard.press('Escape');
  await created.getByRole('button', { name: 'Done' }).click();
  await created.waitFor({ state: 'detached' });
}

/** What a console says of a key. */
export async function details({ keydesk: { page }, visit }: Tour): Promise<void> {
  await grid(page).getByRole('gridcell', { name: 'Label printer', exact: true }).dblclick();
  const dialog = page.getByRole('dialog', { name: 'Key details' });
  await dialog.waitFor();
  await visit('key-details');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** A key being edited, by two at once. */
export async function changes({ keydesk: { page }, weather, visit }: Tour): Promise<void> {
  const colleague = colleagueOn(weather.practice);
  await press(page, 'Label printer', 'Edit key');
  const form = keyForm(page);
  await visit('edit');
  await fillKey(form, { name: 'Label printers', role: 'Sales' });
  await colleague.change('production', 'Label printer', { name: 'Label printer, hall 2', role: 'Reporting' });
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await alertIn(form, 'Somebody else changed this key').waitFor();
  await visit('edit-conflict');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'detached' });
}

/** A key being deleted. */
export async function end({ keydesk: { page }, visit }: Tour): Promise<void> {
  const twin = row(page, 'Accounting export').first();
  await twin.getByRole('button', { name: 'Delete key' }).click();
  await deletion(page).waitFor();
  await visit('delete');
  await deletion(page).getByLabel('Type DELETE to confirm').fill('DELETE');
  await deletion(page).getByRole('button', { name: 'Delete', exact: true }).click();
  await deletion(page)
    .getByText(/^Deleted\./)
    .waitFor();
  await visit('deleted');
  await deletion(page).getByRole('button', { name: 'Done' }).click();
  await deletion(page).waitFor({ state: 'detached' });
}

/** Several keys being deleted, one of which somebody else has changed. */
export async function endOfMany({ keydesk: { page }, weather, visit }: Tour): Promise<void> {
  await tickBoxes(page).nth(1).click();
  await tickBoxes(page)
    .nth(4)
    .click({ modifiers: ['Shift'] });
  await visit('keys-selected');
  const [, changed = ''] = await textsIn(page, 'Description');
  await page.getByRole('button', { name: 'Delete 4 keys' }).click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await dialog.getByLabel('Type DELETE 4 KEYS to confirm').fill('DELETE 4 KEYS');
  await visit('delete-many');
  await colleagueOn(weather.practice).change('production', changed, { role: 'Sales' });
  await dialog.getByRole('button', { name: 'Delete 4 keys' }).click();
  await dialog.getByText('3 deleted · 1 failed').waitFor();
  await visit('deleted-many');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Clear selection' }).click();
}

/** The keys of all environments in one table. */
export async function everything({ keydesk: { page }, visit }: Tour): Promise<void> {
  await goTo(page, 'All environments');
  await page.getByText('Still reading').waitFor({ state: 'detached' });
  await visit('all-environments');
  const form = await beginKey(page);
  await visit('create-where');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'detached' });
}
