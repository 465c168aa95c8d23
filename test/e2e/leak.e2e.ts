import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { beginConsole, openPractice, STAGING } from './flows/consoles';
import { inspector, SMALL } from './flows/inspector';
import { createAndRead, createdDialog } from './flows/keys';
import {
  beginRecord,
  decide,
  foundKey,
  leakedKey,
  openLeak,
  proved,
  saveRecord,
  searchText,
} from './flows/leak';
import { filesWith } from './flows/scan';
import { endpointOf, goTo, grid } from './flows/table';
import { leakTour } from './flows/tour/leak';
import { gateway } from './support/gateway';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile } from './support/profile';

const LEAKED = 'Night batch';
const COPY = 'Batch of the second data centre';

it('a drill goes from its start to the closed record, accessible at every step', async () => {
  const keydesk = await launchKeydesk();
  const { broken, visit } = inspector(keydesk, [SMALL]);
  await leakTour({ keydesk, visit });
  await keydesk.page.getByRole('button', { name: /^Closed/ }).click();
  const record = keydesk.page.getByRole('region', { name: 'Record' });
  await record.getByText('Intact: every line follows from the one before.').waitFor();
  expect(await record.textContent()).toContain('The export got a key of its own.');
  expect(await keydesk.page.getByRole('button', { name: 'Add a note' }).count()).toBe(0);
  await keydesk.close();
  expect(broken).toEqual({});
});

/** Another console, for one environment whose keys are made elsewhere. */
async function addByHand(page: Page, endpoint: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const dialog = await beginConsole(page);
  await dialog.getByRole('button', { name: 'Without management URL' }).click();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Second data centre');
  await dialog.getByRole('textbox', { name: 'API endpoint' }).fill(endpoint);
  await dialog.getByRole('checkbox', { name: /on this computer$/ }).check();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
}

/** Records the same secret there under another name, as a colleague may have done. */
async function recordCopy(page: Page, secret: string): Promise<void> {
  await page.getByRole('tab', { name: /^127\.0\.0\.1/ }).click();
  await page.getByRole('button', { name: 'Record key' }).first().click();
  const form = page.getByRole('dialog', { name: 'Record API key' });
  await form.getByLabel('API key', { exact: true }).fill(secret);
  await form.getByRole('textbox', { name: 'Description' }).fill(COPY);
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  const recorded = page.getByRole('dialog', { name: 'Key recorded' });
  await recorded.getByRole('button', { name: 'Done' }).click();
  await recorded.waitFor({ state: 'detached' });
}

/** The secret of the copy that was issued, taken over the clipboard as a responder would. */
async function handOver({ page, system }: Keydesk): Promise<string> {
  const created = createdDialog(page);
  await created.getByRole('button', { name: 'Copy', exact: true }).click();
  await created.getByText('The key is on the clipboard').waitFor();
  const secret = await system.readClipboard();
  await created.getByRole('button', { name: 'Done' }).click();
  await created.waitFor({ state: 'detached' });
  return secret;
}

it('four vendors: a key and its copy are found in a log line, replaced, killed, proved dead and recorded', async () => {
  const profile = await newProfile();
  const keydesk = await launchKeydesk({ profile });
  const { page, system } = keydesk;
  await openPractice(page);
  await goTo(page, STAGING);
  const endpoint = await endpointOf(page);
  const leaked = await createAndRead(page, { name: LEAKED, role: 'Sales' });
  await addByHand(page, endpoint);
  await recordCopy(page, leaked);

  await openLeak(page);
  await searchText(
    page,
    `02:14:07 batch[17]: retry 3, headers {"accept":"*/*","api-key":"${leaked}"} timed out`,
  );
  await page.getByRole('heading', { name: 'Found: 2 keys with this secret.' }).waitFor();
  await foundKey(page, LEAKED).getByText('Exact').waitFor();
  await foundKey(page, COPY).getByText('Exact').waitFor();
  await page.getByRole('region', { name: /^Cannot be searched here/ }).waitFor();
  await beginRecord(page, { by: 'Ada', foundAt: 'The log of the night batch' });

  const question = await decide(page, 'Replace then kill', 'The log is shared with a supplier.');
  await question.getByRole('button', { name: 'Replace then kill' }).click();
  const successor = await handOver(keydesk);
  await question.waitFor({ state: 'detached', timeout: 30_000 });
  await leakedKey(page, COPY).getByRole('button', { name: 'Try it now' }).click();
  await Promise.all([proved(page, LEAKED), proved(page, COPY)]);
  await leakedKey(page, LEAKED)
    .getByText(/^Dead .* after the order\. Refused \d+ times in a row over/)
    .waitFor();
  expect((await gateway(endpoint, leaked)).status).toBe(401);
  expect((await gateway(endpoint, successor)).status).toBe(200);

  const saved = { html: join(profile.home, 'record.html'), markdown: join(profile.home, 'record.md') };
  await system.answerSaveDialog(saved.html);
  await saveRecord(page, /^HTML/);
  await system.answerSaveDialog(saved.markdown);
  await saveRecord(page, /^Markdown/);
  for (const file of Object.values(saved)) {
    await expect
      .poll(() => readFile(file, 'utf8').catch(() => ''))
      .toContain('The log is shared with a supplier');
    expect(await readFile(file, 'utf8')).toContain(COPY);
  }
  await keydesk.close();
  expect(await filesWith(profile.userData, [leaked, successor])).toEqual([]);
  expect(
    await filesWith(profile.home, [leaked, successor]).then(outsideTraining(profile.trainingFolder)),
  ).toEqual([]);

  const later = await launchKeydesk({ profile });
  await grid(later.page).waitFor();
  await openLeak(later.page);
  await later.page.getByRole('button', { name: /^Open.*Leaked key: .*2 keys, all proved dead$/ }).click();
  await leakedKey(later.page, LEAKED).getByText('Proved dead', { exact: true }).waitFor();
  await later.page.getByText('Intact: every line follows from the one before.').waitFor();
  await later.close();
  await profile.remove();
});

/** The practice console keeps the keys it issues, in a folder of its own. */
const outsideTraining =
  (folder: string) =>
  (files: readonly string[]): string[] =>
    files.filter((file) => !file.startsWith(folder));
