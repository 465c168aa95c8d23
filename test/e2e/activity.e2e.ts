import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goToActivity, line, verified } from './flows/activity';
import { openPractice, PRODUCTION } from './flows/consoles';
import { goTo, press } from './flows/table';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile, type Profile } from './support/profile';

let profile: Profile;
let keydesk: Keydesk;

beforeAll(async () => {
  profile = await newProfile();
  keydesk = await launchKeydesk({ profile });
});
afterAll(async () => {
  await keydesk?.close();
  await profile.remove();
});

/** Quits, changes the lines of the log's file, and starts again. */
async function meanwhile(change: (lines: string[]) => string[]): Promise<void> {
  await keydesk.close();
  const path = join(profile.userData, 'journal', 'activity.jsonl');
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  await writeFile(
    path,
    change(lines)
      .map((each) => `${each}\n`)
      .join(''),
  );
  keydesk = await launchKeydesk({ profile });
  await goToActivity(keydesk.page);
}

it('what is done is written down, and can be saved', async () => {
  const { page, system } = keydesk;
  await openPractice(page);
  await goTo(page, PRODUCTION);
  await press(page, 'Customer newsletter', 'Copy key');
  await press(page, 'Customer newsletter', 'Show key');
  const secret = await system.readClipboard();
  await goToActivity(page);
  await line(page, 'Show key').getByText('Customer newsletter').waitFor();
  await line(page, 'Show key').getByText(new RegExp(PRODUCTION)).waitFor();
  await line(page, 'Add console').waitFor();
  await verified(page, /^All 3 lines are as written/);
  const path = join(profile.home, 'activity.csv');
  await system.answerSaveDialog(path);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'CSV, all 3 lines' }).click();
  await page.getByText(`3 lines saved to ${path}`).first().waitFor();
  const saved = await readFile(path, 'utf8');
  expect(saved).toContain('"Customer newsletter"');
  expect(secret).toMatch(/^[0-9a-f-]{36}$/);
  expect(saved).not.toContain(secret);
});

it('a line that somebody changed is named, and so is a tail that somebody cut', async () => {
  await meanwhile((lines) => lines);
  await verified(keydesk.page, /up to line 4\. Nothing is missing at the end\./);
  await meanwhile(([first = '', second = '', ...others]) => [
    first,
    second.replace('"copy"', '"show"'),
    ...others,
  ]);
  await verified(keydesk.page, /Line 2 was changed\./);
  await meanwhile((lines) => lines.slice(0, 2));
  await verified(keydesk.page, /At the end, 2 lines are missing\./);
});
