import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startKeyring, type KeyringMode, type KeyringSession } from '@test/support/keyring';
import { startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { addConsole, adminOf, openPractice } from './flows/consoles';
import { alertIn } from './flows/fields';
import { createKey } from './flows/keys';
import { filesWith } from './flows/scan';
import { grid } from './flows/table';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile, type Profile } from './support/profile';

const NOWHERE = 'unix:path=/nonexistent/bus';

let practice: PracticeForTest;
let profile: Profile;
let keyring: KeyringSession | undefined;
let keydesk: Keydesk;

beforeAll(async () => void (practice = await startPracticeForTest()));
afterAll(() => practice.stop());
afterEach(async () => {
  await keyring?.stop();
  await profile.remove();
});

async function begin(mode: KeyringMode): Promise<void> {
  profile = await newProfile();
  keyring = mode === 'none' ? undefined : await startKeyring(mode);
}

/** Starts Keydesk in the keyring's session; gives how long it took until the window could be used. */
async function start(): Promise<{ page: Page; ms: number }> {
  const since = performance.now();
  const bus = keyring?.env['DBUS_SESSION_BUS_ADDRESS'] ?? NOWHERE;
  keydesk = await launchKeydesk({ profile, env: { DBUS_SESSION_BUS_ADDRESS: bus } });
  await keydesk.page.getByRole('button', { name: 'Keys', exact: true }).click();
  return { page: keydesk.page, ms: performance.now() - since };
}

/** Gives how long quitting took. */
async function quit(): Promise<number> {
  const since = performance.now();
  await keydesk.close();
  return performance.now() - since;
}

const banner = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });
const LOCKED =
  'The keychain of this computer is locked, so saved credentials cannot be read. Nothing is lost.';
const NONE = 'This computer has no keychain service that Keydesk can use. Credentials stay in memory';
const SILENT = 'The keychain does not answer, so saved credentials cannot be read.';

describe('the keychain', () => {
  it('that is locked is said to be so, loses nothing, and is used again once it is open', async () => {
    await begin('unlocked');
    await addConsole((await start()).page, adminOf(practice));
    await quit();
    keyring?.lock();
    const { page } = await start();
    await banner(page, LOCKED).waitFor();
    await alertIn(page, 'The keychain is locked, so Keydesk cannot sign in.').waitFor();
    await keyring?.unlock();
    await banner(page, LOCKED).getByRole('button', { name: 'Try again' }).click();
    await banner(page, LOCKED).waitFor({ state: 'detached' });
    await grid(page).waitFor();
    await quit();
  });

  it('that is missing leaves credentials in memory only, and nothing in the profile', async () => {
    await begin('none');
    const { page } = await start();
    await banner(page, NONE).waitFor();
    await addConsole(page, adminOf(practice));
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('Qodly Cloud · credentials for this session only').waitFor();
    expect(await filesWith(profile.home, [practice.admin.password])).toEqual([]);
    await quit();
    expect(await filesWith(profile.home, [practice.admin.password])).toEqual([]);
    const again = await start();
    await alertIn(again.page, 'There is no keychain here, so Keydesk cannot sign in.').waitFor();
    await again.page.getByRole('button', { name: 'Edit console' }).click();
    expect(await again.page.getByLabel('Password').inputValue()).toBe('');
    await quit();
  });

  it('that never answers holds nobody up', async () => {
    await begin('unlocked');
    const healthy = await start();
    await quit();
    await keyring?.stop();
    await profile.remove();

    await begin('silent');
    const { page, ms } = await start();
    expect(ms).toBeLessThan(healthy.ms + 2_000);
    await openPractice(page);
    await banner(page, SILENT).waitFor();
    const created = await createKey(page, { name: 'Made beside a silent keychain' });
    await created.getByRole('button', { name: 'Done' }).click();
    expect(await quit()).toBeLessThan(3_000);
  });
});
