import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEGACY, openPractice, PRODUCTION, STAGING } from './flows/consoles';
import { beginKey, createAndRead, createdDialog, createKey, deletion, fillKey, secretIn } from './flows/keys';
import { endpointOf, goTo, grid, press, row, search, showKey } from './flows/table';
import { gateway, type GatewayRequest } from './support/gateway';
import { launchKeydesk, type Keydesk } from './support/keydesk';

const IN_THIRTY_DAYS = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Every form of a saved key, and how a program would find the key in it. */
const FORMATS: Readonly<Record<string, (text: string) => string | undefined>> = {
  'Text file': (text) => /^Key: (.+)$/m.exec(text)?.[1],
  '.env file': (text) => /^API_KEY='(.+)'$/m.exec(text)?.[1],
  JSON: (text) => (JSON.parse(text) as { key: string }).key,
  'Postman environment': (text) => (JSON.parse(text) as { values: { value: string }[] }).values.at(-1)?.value,
  'curl snippet': (text) => /'api-key: ([^']+)'/.exec(text)?.[1],
};

let keydesk: Keydesk;

beforeAll(async () => {
  keydesk = await launchKeydesk();
  await openPractice(keydesk.page);
});
afterAll(() => keydesk?.close());

describe('a key of today’s generation', () => {
  beforeAll(() => goTo(keydesk.page, STAGING));

  it('is created with every field, handed over, used, deleted and refused', async () => {
    const { page, system } = keydesk;
    const form = await beginKey(page);
    const wish = { name: 'Handed over', role: 'Sales', expiry: IN_THIRTY_DAYS, hosts: ['127.0.0.1', '::1'] };
    await fillKey(form, { ...wish, type: 'Standard' });
    const summary = await form.getByRole('group', { name: 'Summary' }).textContent();
    expect(summary).toContain('“Handed over” can do what the role Sales may do');
    expect(summary).toContain('only from 127.0.0.1 and ::1');
    await form.getByRole('button', { name: 'Create', exact: true }).click();

    const created = createdDialog(page);
    await created.getByRole('button', { name: 'Show', exact: true }).click();
    const secret = (await secretIn(created).textContent()) ?? '';
    await created.getByRole('button', { name: 'Hide', exact: true }).click();
    await secretIn(created).waitFor({ state: 'detached' });
    await created.getByRole('button', { name: 'Copy', exact: true }).click();
    await created.getByText('The key is on the clipboard. Keydesk clears it in 20 s').waitFor();
    expect(await system.readClipboard()).toBe(secret);
    await created.getByRole('button', { name: 'Verify key' }).click();
    await created.getByText('The key works').waitFor();
    await created.getByRole('button', { name: 'Done' }).click();

    const endpoint = await endpointOf(page);
    expect((await gateway(endpoint, secret)).status).toBe(200);
    expect((await gateway(endpoint, secret, { path: '/rest/Orders' })).status).toBe(200);

    await search(page, 'Handed over');
    expect(await showKey(page, 'Handed over')).toBe(secret);
    await press(page, 'Handed over', 'Delete key');
    const question = deletion(page);
    for (const fact of ['Standard', 'Sales', '127.0.0.1, ::1', `…${secret.slice(-4)}`])
      await question.getByText(fact, { exact: true }).waitFor();
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await question.getByText(/^Deleted\. The console no longer lists it/).waitFor();
    await question.getByRole('button', { name: 'Done' }).click();
    await page.getByText('No key matches').waitFor();
    expect(await refusal(endpoint, secret)).toMatch(/^401 .*Api-key Not Valid/);
  });

  it('is saved in every form, for nobody else to read', async () => {
    const { page, system, profile } = keydesk;
    const endpoint = await endpointOf(page);
    const created = await createKey(page, { name: 'Saved', expiry: '7 days' });
    for (const [format, read] of Object.entries(FORMATS)) {
      const path = join(profile.home, 'Downloads', format);
      await system.answerSaveDialog(path);
      await created.getByRole('button', { name: 'Download' }).click();
      await page.getByRole('menuitem', { name: format }).click();
      await created.getByText(`Saved to ${path}. Only your user may read the file.`).waitFor();
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await gateway(endpoint, read(await readFile(path, 'utf8')) ?? '')).status).toBe(200);
    }
    await created.getByRole('button', { name: 'Done' }).click();
  });

  it('is refused from a host that is not ours', async () => {
    const secret = await createAndRead(keydesk.page, { name: 'Elsewhere', hosts: ['203.0.113.7'] });
    expect((await gateway(await endpointOf(keydesk.page), secret)).status).toBe(403);
  });

  it('may read what its role may read and nothing else, unless it is an Administration key', async () => {
    const { page } = keydesk;
    const users = { path: '/rest/Users' };
    const endpoint = await endpointOf(page);
    const bound = await createAndRead(page, { name: 'Bound by its role', role: 'Reporting' });
    expect((await gateway(endpoint, bound, { path: '/rest/Orders' })).status).toBe(200);
    expect(await refusal(endpoint, bound, users)).toMatch(
      /^401 .*No permission to read for the Users dataclass/,
    );
    const wish = { name: 'Bound by nothing', role: 'Reporting', type: 'Administration' } as const;
    expect((await gateway(endpoint, await createAndRead(page, wish), users)).status).toBe(200);
  });
});

describe('a key of production', () => {
  beforeAll(() => goTo(keydesk.page, PRODUCTION));

  it('that has expired can be shown and is refused', async () => {
    const secret = await showKey(keydesk.page, 'Old web shop');
    expect(await refusal(await endpointOf(keydesk.page), secret)).toMatch(/^401 .*Api-key expired/);
  });

  it('is deleted only with a typed word', async () => {
    const { page } = keydesk;
    await press(page, 'Trade fair demo', 'Delete key');
    const question = deletion(page);
    const confirm = question.getByRole('button', { name: 'Delete', exact: true });
    expect(await confirm.isDisabled()).toBe(true);
    await question.getByLabel('Type DELETE to confirm').fill('delete');
    expect(await confirm.isDisabled()).toBe(true);
    await question.getByLabel('Type DELETE to confirm').fill('DELETE');
    await confirm.click();
    await question.getByText(/^Deleted\./).waitFor();
    await question.getByRole('button', { name: 'Done' }).click();
    await row(page, 'Trade fair demo').waitFor({ state: 'detached' });
  });
});

describe('a key of the first generation', () => {
  beforeAll(() => goTo(keydesk.page, LEGACY));

  it('has a name and a profile, no type and nothing to edit, and may live for ever', async () => {
    const { page } = keydesk;
    const headings = await grid(page).getByRole('columnheader').allTextContents();
    expect(headings).toEqual(
      expect.arrayContaining(['API Name', 'Profile', 'Expiration Date', 'Allowed host']),
    );
    expect(headings).not.toContain('Type');
    const form = await beginKey(page);
    expect(await form.getByRole('radio').count()).toBe(0);
    await fillKey(form, { nameLabel: 'API Name', name: 'For ever', role: 'Sales', expiry: 'Never' });
    await form.getByText('Expires: Never').waitFor();
    await form.getByRole('button', { name: 'Create', exact: true }).click();
    await createdDialog(page).getByRole('button', { name: 'Done' }).click();
    await row(page, 'For ever').getByText('Never').waitFor();
    expect(await row(page, 'For ever').getByRole('button').evaluateAll(namesOf)).toEqual([
      'Show key',
      'Copy key',
      'Replace key',
      'Delete key',
    ]);
    const secret = await showKey(page, 'For ever');
    expect((await gateway(await endpointOf(page), secret)).status).toBe(200);
  });
});

const namesOf = (buttons: Element[]): (string | null)[] =>
  buttons.map((button) => button.getAttribute('aria-label'));

/** What a program that uses a key is told: status and text. */
async function refusal(endpoint: string, key: string, request?: GatewayRequest): Promise<string> {
  const { status, text } = await gateway(endpoint, key, request);
  return `${status} ${text}`;
}
