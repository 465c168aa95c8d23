import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPractice, STAGING } from './flows/consoles';
import { replaceKey, replacementOf } from './flows/replacing';
import { endpointOf, goTo, row, search } from './flows/table';
import { HARBOUR_MEDIA, issue, leaveOutcome, readSecret, stopQuestion, takeAndLeave } from './flows/vendors';
import { gateway } from './support/gateway';
import { launchKeydesk, type Keydesk } from './support/keydesk';

let keydesk: Keydesk;

beforeAll(async () => {
  keydesk = await launchKeydesk();
  await openPractice(keydesk.page);
});
afterAll(() => keydesk?.close());

/** Stops the old key from its replacement, and sees that the replacement has come to its end. */
async function stopTheOld(name: string, verb: string): Promise<void> {
  const { page } = keydesk;
  const dialog = await replacementOf(page, name);
  await dialog.getByRole('button', { name: `${verb} the old key` }).click();
  const question = stopQuestion(page, verb);
  await question.getByRole('button', { name: verb, exact: true }).click();
  await leaveOutcome(page, question);
  await page.getByText(`“${name}” is no longer on the console`).waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText(`“${name}” is no longer on the console`).waitFor({ state: 'detached' });
}

it('a key is replaced, both work until the old one is stopped by a click', async () => {
  const { page } = keydesk;
  await goTo(page, STAGING);
  const endpoint = await endpointOf(page);
  const used = { path: '/rest/$catalog', header: 'api-key' } as const;
  const old = await issue(page, (form) => form.getByRole('textbox', { name: 'Description' }).fill('Till'));
  const oldSecret = await readSecret(old);
  await takeAndLeave(old);
  await search(page, 'Till');
  const created = await replaceKey(page, 'Till', 'Till 2');
  const newSecret = await readSecret(created);
  await created.getByText('You are reminded of it once nobody has used it for 1 day').waitFor();
  await takeAndLeave(created);
  await row(page, 'Till').getByText('old key').waitFor();
  await row(page, 'Till 2').getByText('new key').waitFor();
  expect((await gateway(endpoint, oldSecret, used)).status).toBe(200);
  expect((await gateway(endpoint, newSecret, used)).status).toBe(200);
  await stopTheOld('Till', 'Delete');
  expect((await gateway(endpoint, oldSecret, used)).status).toBe(401);
  expect((await gateway(endpoint, newSecret, used)).status).toBe(200);
});

it('a key that is shown once is replaced for a day that was agreed on, or kept after all', async () => {
  const { page } = keydesk;
  await goTo(page, HARBOUR_MEDIA);
  const created = await replaceKey(page, 'Billing export', 'Billing export 2');
  await created.getByText(/You are reminded of it on/).waitFor();
  await takeAndLeave(created);
  const dialog = await replacementOf(page, 'Billing export');
  await dialog.getByText(/The old key stays until .+ Nothing is stopped without a click/).waitFor();
  await dialog.getByRole('button', { name: 'Keep both keys' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row(page, 'Billing export 2').waitFor();
  expect(await row(page, 'Billing export').getByText('old key').count()).toBe(0);
});
