import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPractice, STAGING } from './flows/consoles';
import { exportAll, openFile, openInventories, planRow, startTab } from './flows/inventories';
import { createAndRead } from './flows/keys';
import { endpointOf, goTo, row, search } from './flows/table';
import { ROOT } from './support/command';
import { gateway } from './support/gateway';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile } from './support/profile';

const REVOKED = 'Night batch';
const ALSO_REVOKED = 'Batch of the second hall';
const KEPT = 'Batch that stays';
/** Four starts one after the other. */
const RUN_MS = 240_000;

it(
  'what a reviewer decides without any network, an administrator executes',
  async () => {
    const profile = await newProfile();
    const inventory = join(profile.home, 'keys.keydesk');
    const plan = join(profile.home, 'keys.keydesk-plan');
    const outcome = join(profile.home, 'outcome.keydesk-plan');
    const names = [REVOKED, ALSO_REVOKED, KEPT];

    const keydesk = await launchKeydesk({ profile });
    const secrets = await issue(keydesk, names);
    await exportAll(keydesk, inventory);
    const text = await readFile(inventory, 'utf8');
    for (const name of names) expect(text).toContain(name);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text.trimEnd().slice(-400)).toMatch(/"signature"\s*:/);
    await keydesk.close();

    await offline({ KEYDESK_INVENTORY: inventory, KEYDESK_PLAN: plan, KEYDESK_KEYS: names.join('\n') });

    const later = await launchKeydesk({ profile, args: [plan] });
    await execute(later, outcome);
    await nothingLeft(later, secrets);
    await readBack(later, outcome);
    await later.close();
    await profile.remove();
  },
  RUN_MS,
);

/** Issues keys in one environment; gives their secrets. */
async function issue({ page }: Keydesk, names: readonly string[]): Promise<string[]> {
  await openPractice(page);
  await goTo(page, STAGING);
  const secrets: string[] = [];
  for (const name of names) secrets.push(await createAndRead(page, { name }));
  return secrets;
}

const LOOPBACK_ONLY = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

/** Runs the reviewer's part where there is no network but loopback, and no session bus with a keychain. */
async function offline(given: Readonly<Record<string, string>>): Promise<void> {
  const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const { DBUS_SESSION_BUS_ADDRESS: _bus, ...env } = process.env;
  const vitest = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'offline'];
  const args = [...asRoot, '--net', ...LOOPBACK_ONLY, process.execPath, ...vitest];
  const child = spawn('unshare', args, { cwd: ROOT, env: { ...env, ...given } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += String(part)));
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  expect(code, said).toBe(0);
}

/** Compares the plan with the console, approves it row by row, and executes it. */
async function execute({ page, system }: Keydesk, outcome: string): Promise<void> {
  await page.getByRole('heading', { name: 'Plan: 2 to revoke' }).waitFor();
  await page.getByText(/^Unsigned, by “Rita”/).waitFor();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  for (const name of [REVOKED, ALSO_REVOKED]) {
    await planRow(page, name).getByText('Ready', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Approve .*(ready|selected)$/ }).count()).toBe(0);
    await planRow(page, name).getByRole('button', { name: 'Approve' }).click();
    await planRow(page, name).getByText('Approved', { exact: true }).waitFor();
  }
  await page.getByRole('button', { name: 'Execute 2 rows' }).click();
  const question = page.getByRole('alertdialog', { name: /2 keys$/ });
  const label = await question.getByText(/^Type .+ to confirm$/).textContent();
  const word = /^Type (.+) to confirm$/.exec(label ?? '')?.[1] ?? '';
  expect(word).not.toBe('');
  await question.getByLabel(/^Type .+ to confirm$/).fill(word);
  await question.getByRole('button', { name: /2 keys$/ }).click();
  const run = page.getByRole('dialog', { name: /2 API keys$/ });
  await run.getByRole('button', { name: 'Close', exact: true }).click();
  await run.waitFor({ state: 'detached' });
  for (const name of [REVOKED, ALSO_REVOKED])
    await planRow(page, name).getByText('Done', { exact: true }).waitFor();
  await system.answerSaveDialog(outcome);
  await page.getByRole('button', { name: 'Save outcome' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /^Outcome saved, signed/ })
    .waitFor();
}

/** Nothing of what was revoked is listed, or opens anything; what was kept does. */
async function nothingLeft({ page }: Keydesk, secrets: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await goTo(page, STAGING);
  const endpoint = await endpointOf(page);
  const answers = secrets.map((secret) => gateway(endpoint, secret).then(({ status }) => status));
  expect(await Promise.all(answers)).toEqual([401, 401, 200]);
  await search(page, 'batch');
  await row(page, KEPT).waitFor();
  for (const name of [REVOKED, ALSO_REVOKED]) expect(await row(page, name).count()).toBe(0);
}

/** The outcome, as whoever reviewed gets it back. */
async function readBack(keydesk: Keydesk, outcome: string): Promise<void> {
  const { page } = keydesk;
  await openInventories(page);
  await startTab(page).click();
  await openFile(keydesk, outcome);
  await page.getByRole('heading', { name: 'Outcome of a plan: 2 to revoke' }).waitFor();
  await page.getByText('Signed by this Keydesk, and unchanged since.').waitFor();
  for (const name of [REVOKED, ALSO_REVOKED])
    await planRow(page, name).getByText('Done', { exact: true }).waitFor();
}
