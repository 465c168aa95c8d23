import type { Locator, Page } from 'playwright';
import { press } from './table';

/** What a person fills in; what is left out stays as the form has it. */
export interface KeyWish {
  /** The label of the name's field, where it is not *Description*. */
  readonly nameLabel?: string;
  readonly name: string;
  readonly type?: 'Standard' | 'Administration';
  readonly role?: string;
  /** A preset, or a day for *Custom*. */
  readonly expiry?: string;
  readonly hosts?: readonly string[];
}

/** *Create API key* or *Edit API key*. */
export const keyForm = (page: Page): Locator => page.getByRole('dialog', { name: /^(Create|Edit) API key$/ });

/** The dialog that hands a new key over. */
export const createdDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Key created' });

/** Opens *Create API key*. */
export async function beginKey(page: Page): Promise<Locator> {
  await page.getByRole('toolbar').getByRole('button', { name: 'Create key' }).click();
  const form = keyForm(page);
  await form.waitFor();
  return form;
}

/** Fills in a form field by field, as labelled. */
export async function fillKey(form: Locator, wish: KeyWish): Promise<void> {
  await form.getByRole('textbox', { name: wish.nameLabel ?? 'Description' }).fill(wish.name);
  if (wish.type !== undefined) await form.getByRole('radio', { name: wish.type }).check();
  if (wish.role !== undefined) await choose(form, /^(Role|Profile)/, wish.role);
  if (wish.expiry !== undefined) await chooseExpiry(form, wish.expiry);
  const hosts = form.getByRole('textbox', { name: 'Allowed hosts' });
  for (const host of wish.hosts ?? []) {
    await hosts.fill(host);
    await hosts.press('Enter');
  }
}

async function choose(form: Locator, label: RegExp, option: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).click();
  await form.page().getByRole('option', { name: option }).click();
}

async function chooseExpiry(form: Locator, wanted: string): Promise<void> {
  const group = form.getByRole('group', { name: 'Expiration date' }).first();
  if (!/^\d{4}-/.test(wanted)) return group.getByRole('button', { name: wanted, exact: true }).click();
  await group.getByRole('button', { name: 'Custom' }).click();
  await form.getByLabel('Custom date').fill(wanted);
}

/** Creates a key until it is handed over. */
export async function createKey(page: Page, wish: KeyWish): Promise<Locator> {
  const form = await beginKey(page);
  await fillKey(form, wish);
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  const created = createdDialog(page);
  await created.waitFor();
  return created;
}

/** Creates a key, reads its secret from the screen, and leaves. */
export async function createAndRead(page: Page, wish: KeyWish): Promise<string> {
  const created = await createKey(page, wish);
  await created.getByRole('button', { name: 'Show', exact: true }).click();
  const secret = await secretIn(created).textContent();
  await created.getByRole('button', { name: 'Done' }).click();
  await created.waitFor({ state: 'detached' });
  return secret ?? '';
}

/** Where a new secret is shown in clear; absent while it is hidden. */
export const secretIn = (created: Locator): Locator =>
  created.getByRole('group', { name: /^API key of/ }).locator('[translate="no"]');

/** The question before a key is deleted, and afterwards what came of it. */
export const deletion = (page: Page): Locator =>
  page
    .getByRole('alertdialog', { name: 'Delete API key' })
    .or(page.getByRole('dialog', { name: 'Delete API key' }));

/** Asks for the deletion of a key and types the word where one is asked for. */
export async function askToDelete(page: Page, name: string): Promise<Locator> {
  await press(page, name, 'Delete key');
  const question = deletion(page);
  const confirm = question.getByRole('button', { name: 'Delete', exact: true });
  await confirm.waitFor();
  if (await confirm.isDisabled()) await question.getByLabel('Type DELETE to confirm').fill('DELETE');
  await confirm.click();
  return question;
}
