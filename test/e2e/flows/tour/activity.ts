import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goToActivity, line, verified } from '../activity';
import type { Tour } from './visit';

/** The log of everything that was done, verified while it is as it was written and after somebody changed it. */
export async function activity({ keydesk: { page, profile }, visit }: Tour): Promise<void> {
  await goToActivity(page);
  await visit('activity');
  await line(page, 'Show key').dblclick();
  const dialog = page.getByRole('dialog', { name: /^Show key, line/ });
  await dialog.waitFor();
  await visit('activity-line');
  await dialog.getByRole('button', { name: 'Only this key' }).click();
  await dialog.waitFor({ state: 'detached' });
  await verified(page, /lines are as written/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  const path = join(profile.userData, 'journal', 'activity.jsonl');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"result":"done"', '"result":"gone"').replace('"copy"', '"show"'));
  await verified(page, /^This log is not as it was written/);
  await visit('activity-changed');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
}
