import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import {
  addConsole,
  adminOf,
  beginConsole,
  consoleDialog,
  EMPTY,
  fillConsole,
  LEGACY,
  openPractice,
  PRODUCTION,
  STAGING,
} from './flows/consoles';
import { keychainItem, keptConsoles } from './flows/kept';
import { goTo, grid, rowCount } from './flows/table';
import { HARBOUR_CLOUD, HARBOUR_MEDIA, ORDERS_MAIN } from './flows/vendors';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile, type Profile } from './support/profile';

const firstScreen = (page: Page) =>
  page.getByRole('heading', { name: 'Every API key, on every console, in one window' });

describe('the practice console', () => {
  let profile: Profile;
  beforeAll(async () => void (profile = await newProfile()));
  afterAll(() => profile.remove());

  it('is one click away, and still there at the next start', async () => {
    const first = await launchKeydesk({ profile });
    await firstScreen(first.page).waitFor();
    await openPractice(first.page);
    const tabs = await tabNames(first.page);
    expect(tabs.slice(0, 4)).toEqual(['All environments', PRODUCTION, STAGING, LEGACY]);
    // One at least of every other vendor.
    expect(tabs).toEqual(expect.arrayContaining([ORDERS_MAIN, HARBOUR_CLOUD, HARBOUR_MEDIA]));
    await goTo(first.page, STAGING);
    expect(await rowCount(first.page)).toBe(2_000);
    await first.close();

    const second = await launchKeydesk({ profile });
    await grid(second.page).waitFor();
    expect(await tabNames(second.page)).toEqual(tabs);
    await second.close();
  });
});

describe('a console of one’s own', () => {
  let keydesk: Keydesk;
  let practice: PracticeForTest;
  let id: string;

  beforeAll(async () => {
    practice = await startPracticeForTest({ extraKeys: 0 });
    keydesk = await launchKeydesk();
  });
  afterAll(async () => {
    await keydesk?.close();
    await practice.stop();
  });

  it('is tested before it is kept', async () => {
    const { page } = keydesk;
    const dialog = await beginConsole(page);
    await fillConsole(dialog, adminOf(practice));
    await dialog.getByRole('button', { name: 'Test connection' }).click();
    const report = dialog.getByRole('status').filter({ hasText: 'Connected as Ada Lindgren' });
    for (const fact of [
      'ada.lindgren@example.com',
      'see keys, show secrets, change keys',
      '4 environments',
      'None: plain http on this computer',
    ])
      await report.getByText(fact).waitFor();
    expect(await keptConsoles(keydesk.profile).catch(() => [])).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await firstScreen(page).waitFor();
  });

  it('is kept: its address in the file, its password in the keychain alone', async () => {
    await addConsole(keydesk.page, adminOf(practice));
    const [kept] = await keptConsoles(keydesk.profile);
    id = kept?.id ?? '';
    expect(kept).toMatchObject({ label: 'Acme', method: 'password' });
    expect(JSON.stringify(kept)).not.toContain(practice.admin.password);
    expect(await keychainItem(id)).toContain(practice.admin.password);
  });

  it('says so where there is no key yet, and offers to create one', async () => {
    const { page } = keydesk;
    await page.getByRole('tab', { name: EMPTY }).click();
    await page.getByText('No keys yet').waitFor();
    await page.getByRole('tabpanel').getByText('Create key').last().click();
    await page.getByRole('dialog', { name: 'Create API key' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('keeps its credentials when only its name is changed', async () => {
    const before = await keychainItem(id);
    const dialog = await edit(keydesk.page);
    await dialog.getByText('The credentials are kept').waitFor();
    expect(await dialog.getByLabel('Password').inputValue()).toBe('');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme Europe');
    await save(keydesk.page);
    expect((await keptConsoles(keydesk.profile))[0]).toMatchObject({
      id,
      label: 'Acme Europe',
      method: 'password',
    });
    expect(await keychainItem(id)).toBe(before);
  });

  it('can be signed in to with a token instead', async () => {
    const dialog = await edit(keydesk.page);
    await dialog.getByRole('button', { name: 'Token', exact: true }).click();
    await dialog.getByLabel('Token', { exact: true }).fill(practice.adminToken);
    await save(keydesk.page);
    const item = (await keychainItem(id)) ?? '';
    expect(item).toContain(practice.adminToken);
    expect(item).not.toContain(practice.admin.password);
    await goTo(keydesk.page, PRODUCTION);
  });

  it('is forgotten everywhere when it is removed', async () => {
    const { page, profile } = keydesk;
    await menu(page, 'Remove console');
    const question = page.getByRole('alertdialog', { name: 'Remove Acme Europe?' });
    await question.getByRole('button', { name: 'Remove console' }).click();
    await firstScreen(page).waitFor();
    expect(await keptConsoles(profile)).toEqual([]);
    expect(await keychainItem(id)).toBeNull();
  });
});

/** The tabs by their accessible names, in their order. */
async function tabNames(page: Page): Promise<(string | undefined)[]> {
  const snapshot = await page.getByRole('tablist').ariaSnapshot();
  return [...snapshot.matchAll(/- tab "([^"]+)"/g)].map(([, name]) => name);
}

async function menu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Console menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

async function edit(page: Page) {
  await menu(page, 'Edit console');
  return consoleDialog(page);
}

async function save(page: Page): Promise<void> {
  const dialog = consoleDialog(page);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
