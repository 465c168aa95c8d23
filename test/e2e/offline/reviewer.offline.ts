import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { inspector, SMALL } from '../flows/inspector';
import { decided, inventoryGrid, lookAtKey, makePlan, openFile, panel, startTab } from '../flows/inventories';
import { launchKeydesk, type Keydesk } from '../support/keydesk';
import { newProfile } from '../support/profile';

const given = (name: string): string => process.env[name] ?? '';
const INVENTORY = given('KEYDESK_INVENTORY');
const PLAN = given('KEYDESK_PLAN');
const [REVOKED = '', ALSO_REVOKED = '', KEPT = ''] = given('KEYDESK_KEYS').split('\n');
const NOTE = 'Nobody answers for it any more.';

const sha256 = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

it('nothing but loopback is there, and no session bus', async () => {
  const devices = (await readFile('/proc/net/dev', 'utf8')).split('\n').slice(2);
  expect(devices.map((line) => line.split(':')[0]?.trim()).filter(Boolean)).toEqual(['lo']);
  expect(process.env.DBUS_SESSION_BUS_ADDRESS).toBeUndefined();
});

it('a file is reviewed from its opening to a plan, and gone on with after a restart', async () => {
  const profile = await newProfile();
  const before = await sha256(INVENTORY);
  const keydesk = await launchKeydesk({ profile, args: [INVENTORY] });
  const { broken, visit } = inspector(keydesk, [SMALL]);
  await trust(keydesk.page);
  await judge(keydesk.page);
  await visit('inventory');
  const saved = await makePlan(keydesk, PLAN, 'Rita');
  expect(await saved.textContent()).toContain('Plan with 2 rows saved, unsigned, by “Rita”');
  await keydesk.close();
  expect(broken).toEqual({});
  expect(await sha256(INVENTORY)).toBe(before);
  expect((await readdir(dirname(INVENTORY))).filter((name) => name.endsWith('.keydesk-review'))).toHaveLength(
    1,
  );

  const later = await launchKeydesk({ profile, args: [INVENTORY] });
  await goneOnWith(later.page);
  await hostile(later);
  await foreign(later);
  await later.close();
  await profile.remove();
});

/** Compares the fingerprint of whoever exported it. */
async function trust(page: Page): Promise<void> {
  const signature = page.getByRole('group', { name: 'Signature' });
  await signature.getByText(/by a key nobody here knows/).waitFor();
  await signature.getByRole('button', { name: 'Trust this key…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Trust this key?' });
  await dialog.getByRole('textbox', { name: 'Whose key is it?' }).fill('Ada');
  await dialog.getByRole('checkbox', { name: 'I compared this fingerprint with Ada' }).check();
  await dialog.getByRole('button', { name: 'Trust', exact: true }).click();
  await signature.getByText('Signed by Ada, whose key you trust, and unchanged since.').waitFor();
}

/** Two to revoke and one to keep, which was to be revoked too for a moment. */
async function judge(page: Page): Promise<void> {
  await inventoryGrid(page).waitFor();
  for (const name of [REVOKED, ALSO_REVOKED, KEPT]) {
    await lookAtKey(page, name);
    await page.keyboard.press('x');
    await decided(page, 'Revoke').waitFor();
  }
  await page.keyboard.press('u');
  await decided(page, 'Revoke').waitFor({ state: 'detached' });
  await page.keyboard.press('k');
  await decided(page, 'Keep').waitFor();
  await lookAtKey(page, REVOKED);
  await page.keyboard.press('n');
  await page.keyboard.insertText(NOTE);
  await page.keyboard.press('Escape');
  expect(await page.getByText(/no keychain service/).count()).toBe(0);
  await page.getByText(/^3 of [\d,]+ decided$/).waitFor();
  await page.getByText(/^Saved beside the file/).waitFor();
}

async function goneOnWith(page: Page): Promise<void> {
  await page.getByText(/^Signed by Ada/).waitFor();
  await page.getByText(/^3 of [\d,]+ decided$/).waitFor();
  await lookAtKey(page, KEPT);
  await decided(page, 'Keep').waitFor();
  await lookAtKey(page, REVOKED);
  await decided(page, 'Revoke').waitFor();
  expect(await panel(page).getByRole('textbox', { name: 'Note' }).inputValue()).toBe(NOTE);
}

/** What no inventory is like. */
async function hostile(keydesk: Keydesk): Promise<void> {
  const { page } = keydesk;
  const path = join(dirname(INVENTORY), 'deep.keydesk');
  await writeFile(path, '['.repeat(8 * 1024 * 1024));
  await startTab(page).click();
  await openFile(keydesk, path);
  await page.getByText(/^This file is no inventory that Keydesk can read/).waitFor({ timeout: 5_000 });
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByText('deep.keydesk was not opened').waitFor({ state: 'detached' });
}

/** A list of somebody else's making. */
async function foreign(keydesk: Keydesk): Promise<void> {
  const { page } = keydesk;
  const path = join(dirname(INVENTORY), 'theirs.csv');
  await writeFile(path, 'Title,Owner team,Valid until\r\nShop,Web,2027-01-31\r\nTill,Stores,2027-02-28\r\n');
  await openFile(keydesk, path);
  const dialog = page.getByRole('dialog', { name: 'What is in theirs.csv?' });
  await dialog.getByText('Valid until').first().waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
}
