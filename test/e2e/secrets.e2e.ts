import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { colleagueOn, type Colleague } from './flows/colleague';
import { addConsole, adminOf } from './flows/consoles';
import { countInMain, openHeap, type Heap } from './flows/heap';
import { createKey } from './flows/keys';
import { filesWith } from './flows/scan';
import { grid, press, row } from './flows/table';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile, type Profile } from './support/profile';

let practice: PracticeForTest;
let colleague: Colleague;
let profile: Profile;
let keydesk: Keydesk;
let heap: Heap;
/** All that may never be found anywhere. */
const secrets: string[] = [];
let said = '';

beforeAll(async () => {
  practice = await startPracticeForTest();
  colleague = colleagueOn(practice);
  secrets.push(practice.admin.password);
  profile = await newProfile();
  keydesk = await launchKeydesk({ profile });
  const { stdout, stderr } = keydesk.app.process();
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
  await addConsole(keydesk.page, adminOf(practice));
  heap = await openHeap(keydesk.page);
});
afterAll(async () => {
  await practice.stop();
  await profile.remove();
});

describe('a key that is listed', () => {
  let secret: string;
  const shown = () => row(keydesk.page, 'Customer newsletter').locator('[translate="no"]');
  const toggle = (action: string): Promise<void> => press(keydesk.page, 'Customer newsletter', action);
  beforeAll(async () => {
    secret = await colleague.secretOf('production', 'Customer newsletter');
    secrets.push(secret);
  });

  it('is nowhere in the window while it is hidden', async () => {
    expect(await heap.inSight(secret)).toEqual({ page: 0, reader: 0, storage: 0, title: 0 });
    expect(await heap.count(secret)).toBe(0);
  });

  it('is in the page and for readers while it is shown, which proves that looking works', async () => {
    await toggle('Show key');
    await shown().waitFor();
    const { page, reader, ...others } = await heap.inSight(secret);
    expect(page).toBe(1);
    expect(reader).toBeGreaterThan(0);
    expect(others).toEqual({ storage: 0, title: 0 });
    expect(await heap.count(secret)).toBeGreaterThan(0);
  });

  it('is gone from the window once it is hidden again', async () => {
    await toggle('Hide key');
    await shown().waitFor({ state: 'detached' });
    expect(await heap.inSight(secret)).toEqual({ page: 0, reader: 0, storage: 0, title: 0 });
    expect(await heap.count(secret)).toBe(0);
  });
});

describe('a new key', () => {
  it('is handed over without ever being in the window', async () => {
    const created = await createKey(keydesk.page, { name: 'Fresh' });
    const secret = await colleague.secretOf('production', 'Fresh');
    secrets.push(secret);
    await created.getByRole('button', { name: 'Copy', exact: true }).click();
    await created.getByText('The key is on the clipboard.').waitFor();
    await created.getByRole('button', { name: 'Verify key' }).click();
    await created.getByText('The key works').waitFor();
    expect(await heap.count(secret)).toBe(0);
    await created.getByRole('button', { name: 'Done' }).click();
  });
});

/** Copies the new key from the table, until it is on the clipboard. */
async function copyFresh(): Promise<void> {
  await press(keydesk.page, 'Fresh', 'Copy key');
  await expect.poll(() => keydesk.system.readClipboard()).toBe(secrets.at(-1));
}

describe('the clipboard', () => {
  /** Keydesk's note of what it put there, which is gone once it has dealt with it. */
  const noted = async (): Promise<boolean> => {
    const text = await readFile(join(profile.userData, 'clipboard.json'), 'utf8');
    return (JSON.parse(text) as { data: unknown }).data !== null;
  };
  const dealtWith = () => expect.poll(noted, { timeout: 10_000 }).toBe(false);
  beforeAll(async () => {
    const { page } = keydesk;
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    const delay = page.getByLabel('Clear the clipboard after (seconds)');
    await delay.fill('5');
    await delay.press('Enter');
    await page.getByRole('button', { name: 'Keys', exact: true }).click();
    await grid(page).waitFor();
  });
  it('is cleared after the delay', async () => {
    await copyFresh();
    expect(await noted()).toBe(true);
    await dealtWith();
    expect(await keydesk.system.readClipboard()).toBe('');
  });

  it('is left alone when it holds something else by then', async () => {
    await copyFresh();
    await keydesk.system.writeClipboard('of somebody else');
    await dealtWith();
    expect(await keydesk.system.readClipboard()).toBe('of somebody else');
  });
});

describe('the lock', () => {
  it('comes at once when the machine is put to sleep, and takes everything along', async () => {
    const { page, app, system } = keydesk;
    await copyFresh();
    await press(page, 'Fresh', 'Show key');
    await row(page, 'Fresh').locator('[translate="no"]').waitFor();
    // Main has to hold what the operator signed in with; that it is found proves that looking works.
    expect(Math.max(...(await countInMain(app, secrets)))).toBeGreaterThan(0);
    expect(await app.evaluate(suspendUntilTold)).toBeLessThan(250);
    await page.getByRole('button', { name: 'Unlock' }).waitFor();
    expect(await system.readClipboard()).toBe('');
    for (const secret of secrets) expect(await heap.inSight(secret)).toMatchObject({ page: 0, reader: 0 });
    for (const secret of secrets) expect(await heap.count(secret)).toBe(0);
    await expect.poll(() => countInMain(app, secrets), { timeout: 20_000 }).toEqual(secrets.map(() => 0));
    await page.getByRole('button', { name: 'Unlock' }).click();
    await row(page, 'Fresh').getByRole('button', { name: 'Show key' }).waitFor();
  });
});

describe('the end', () => {
  it('clears the clipboard, and no file and no output ever held a secret', async () => {
    const { app } = keydesk;
    await copyFresh();
    await app.evaluate(({ clipboard }) => {
      clipboard.clear = () => console.log('the clipboard was cleared');
    });
    await keydesk.close();
    expect(said).toContain('the clipboard was cleared');
    expect(secrets.filter((secret) => said.includes(secret))).toHaveLength(0);
    expect(await filesWith(profile.home, secrets)).toEqual([]);
    // The same look finds what is there.
    await writeFile(join(profile.userData, 'control'), Buffer.from(secrets.at(-1) ?? '').toString('base64'));
    expect(await filesWith(profile.home, secrets)).toHaveLength(1);
  });
});

/** Puts the machine to sleep; gives how long it took until the window was told to lock, in milliseconds. */
function suspendUntilTold({
  BrowserWindow,
  powerMonitor,
}: typeof Electron.CrossProcessExports): Promise<number> {
  const page = BrowserWindow.getAllWindows()[0]?.webContents;
  return new Promise((resolve) => {
    if (page === undefined) return;
    const send = page.send.bind(page);
    const since = performance.now();
    page.send = (channel: string, ...args: unknown[]) => {
      send(channel, ...args);
      if (JSON.stringify(args).includes('"locked":true')) resolve(performance.now() - since);
    };
    powerMonitor.emit('suspend');
  });
}
