import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPractice, STAGING } from './flows/consoles';
import { canMount, fullDisk, IS_ROOT, readOnlyFolder, type BadDisk } from './flows/disks';
import { alertIn } from './flows/fields';
import { createdDialog, createKey, secretIn } from './flows/keys';
import { endpointOf, goTo } from './flows/table';
import { gateway } from './support/gateway';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile } from './support/profile';

const trial = await newProfile();
const mountable = await canMount(trial.home);
await trial.remove();

describe('a key that is saved', () => {
  let keydesk: Keydesk;
  let endpoint: string;

  beforeAll(async () => {
    keydesk = await launchKeydesk();
    await openPractice(keydesk.page);
    await goTo(keydesk.page, STAGING);
    endpoint = await endpointOf(keydesk.page);
    await createKey(keydesk.page, { name: 'Hard to save' });
  });
  afterAll(async () => {
    await createdDialog(keydesk.page).getByRole('button', { name: 'Done' }).click();
    await keydesk.close();
  });

  async function saveTo(path: string): Promise<void> {
    await keydesk.system.answerSaveDialog(path);
    await createdDialog(keydesk.page).getByRole('button', { name: 'Download' }).click();
    await keydesk.page.getByRole('menuitem', { name: '.env file' }).click();
  }

  /** The dialog is still there, and so is the key. */
  async function expectReachable(): Promise<void> {
    const created = createdDialog(keydesk.page);
    await created.getByRole('button', { name: 'Show', exact: true }).click();
    const secret = (await secretIn(created).textContent()) ?? '';
    expect((await gateway(endpoint, secret)).status).toBe(200);
    await created.getByRole('button', { name: 'Hide', exact: true }).click();
  }

  async function refusedBy(disk: BadDisk, sentence: RegExp): Promise<void> {
    try {
      const before = await readdir(disk.folder);
      await saveTo(join(disk.folder, 'key.env'));
      await alertIn(createdDialog(keydesk.page), 'The key was not saved').getByText(sentence).waitFor();
      await expectReachable();
      expect(await readdir(disk.folder)).toEqual(before);
    } finally {
      disk.remove();
    }
  }

  it.runIf(mountable || !IS_ROOT)('into a folder that takes no files stays in reach', async () => {
    const disk = await readOnlyFolder(keydesk.profile.home);
    await refusedBy(
      disk,
      /^(This place is read-only|Keydesk is not allowed to use this place), so nothing was saved\./,
    );
  });

  it.runIf(mountable)('onto a full disk stays in reach and leaves nothing half written', async () => {
    const disk = await fullDisk(keydesk.profile.home);
    await refusedBy(disk, /^The disk is full, so nothing was saved\. Free some space/);
  });

  it('into a folder that is gone can then be saved elsewhere', async () => {
    await saveTo(join(keydesk.profile.home, 'gone', 'key.env'));
    const created = createdDialog(keydesk.page);
    await alertIn(created, 'The folder is no longer there, so nothing was saved.').waitFor();
    const path = join(keydesk.profile.home, 'Downloads', 'key.env');
    await saveTo(path);
    await created.getByText(`Saved to ${path}`).waitFor();
    expect(await alertIn(created, 'not saved').count()).toBe(0);
  });
});
