import type { Locator, Page } from 'playwright';
import { beginKey, createdDialog, secretIn } from './keys';
import { press, search } from './table';

/** Tabs of the practice console's other vendors. */
export const ORDERS_MAIN = 'Orders API · main';
export const HARBOUR_CLOUD = 'Harbour Cloud';
export const HARBOUR_MEDIA = 'harbour-media';

/** Creates a key until it is handed over; `fill` fills the form in. */
export async function issue(page: Page, fill: (form: Locator) => Promise<void>): Promise<Locator> {
  const form = await beginKey(page);
  await fill(form);
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  const created = createdDialog(page);
  await created.waitFor();
  return created;
}

/** Reads a new secret from the screen, and hides it again. */
export async function readSecret(created: Locator): Promise<string> {
  await created.getByRole('button', { name: 'Show', exact: true }).click();
  const secret = await secretIn(created).textContent();
  await created.getByRole('button', { name: 'Hide', exact: true }).click();
  return secret ?? '';
}

/** Copies the new secret, so that nothing is asked, and leaves. */
export async function takeAndLeave(created: Locator): Promise<void> {
  await created.getByRole('button', { name: 'Copy', exact: true }).click();
  await created.getByText('The key is on the clipboard').waitFor();
  await created.getByRole('button', { name: 'Done' }).click();
  await created.waitFor({ state: 'detached' });
}

/** The question before a key is stopped, in the vendor's word, and afterwards what came of it. */
export const stopQuestion = (page: Page, verb: string): Locator =>
  page
    .getByRole('alertdialog', { name: `${verb} API key` })
    .or(page.getByRole('dialog', { name: `${verb} API key` }));

/** Stops a key that is in sight, in the vendor's word; leaves the outcome on the screen. */
export async function stopKey(page: Page, name: string, verb: string): Promise<Locator> {
  await search(page, name);
  await press(page, name, `${verb} key`);
  const question = stopQuestion(page, verb);
  const confirm = question.getByRole('button', { name: verb, exact: true });
  await confirm.waitFor();
  const own = question.getByRole('checkbox', { name: /Keydesk (may sign|signs) in with it/ });
  if ((await own.count()) > 0) await own.check();
  const word = question.getByLabel(/^Type [A-Z]+ to confirm$/);
  if ((await word.count()) > 0) await word.fill(verb.toUpperCase());
  await confirm.click();
  return question;
}

/** Leaves the outcome of a stop. */
export async function leaveOutcome(page: Page, question: Locator): Promise<void> {
  await question.getByRole('button', { name: 'Done' }).click();
  await question.waitFor({ state: 'detached' });
  await search(page, '');
}
