import type { Locator, Page } from 'playwright';
import { createdDialog } from './keys';
import { press, row } from './table';

/** *Replace API key* of a key that is in sight. */
export async function beginReplacing(page: Page, name: string): Promise<Locator> {
  const button = /^(Replace key|Create its successor)$/;
  await row(page, name).getByRole('button', { name: button }).click();
  const form = page.getByRole('dialog', { name: 'Replace API key' });
  await form.waitFor();
  return form;
}

/** Replaces a key that is in sight by one of another name, until that is handed over. */
export async function replaceKey(page: Page, name: string, by: string): Promise<Locator> {
  const form = await beginReplacing(page, name);
  await form
    .getByRole('textbox', { name: /^(Name|Description)$/ })
    .first()
    .fill(by);
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  const created = createdDialog(page);
  await created.waitFor();
  return created;
}

/** How the replacement of an old key that is in sight stands. */
export async function replacementOf(page: Page, name: string): Promise<Locator> {
  await press(page, name, 'Replace key');
  const dialog = page.getByRole('dialog', { name: 'Replacement' });
  await dialog.waitFor();
  return dialog;
}
