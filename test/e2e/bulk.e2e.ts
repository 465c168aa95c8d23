import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { faults } from '@test/support/fault-proxy/faults';
import { colleagueOn, type Colleague } from './flows/colleague';
import { addConsole, adminOf, STAGING } from './flows/consoles';
import { goTo, grid, rowCount, textsIn, tickBoxes } from './flows/table';
import { ON_THE_WIRE, startWeather, type Weather } from './flows/weather';
import { launchKeydesk, type Keydesk, type LaunchOptions } from './support/keydesk';
import { newProfile, type Profile } from './support/profile';

let keydesk: Keydesk;
let profile: Profile;
let weather: Weather;
let colleague: Colleague;

const start = async (options: LaunchOptions = {}): Promise<void> =>
  void (keydesk = await launchKeydesk({ profile, ...options }));

beforeAll(async () => {
  weather = await startWeather();
  colleague = colleagueOn(weather.practice);
  profile = await newProfile();
  await start();
  await addConsole(keydesk.page, adminOf(weather.practice, weather.proxy.url));
  await goTo(keydesk.page, STAGING);
});
beforeEach(() => weather.proxy.clear());
afterAll(async () => {
  await keydesk?.close();
  await profile?.remove();
  await weather.stop();
});

const sent = (): number => weather.sent('DELETE', ON_THE_WIRE.oneKey);
const item = (dialog: Locator, name: string): Locator =>
  dialog.getByRole('listitem').filter({ hasText: name });

/** Selects the first keys of the table and asks for their end; gives their names. */
async function selectFirst(count: number): Promise<{ dialog: Locator; names: string[] }> {
  const { page } = keydesk;
  const names = (await textsIn(page, 'Description')).slice(0, count);
  await tickBoxes(page).first().click();
  await tickBoxes(page)
    .nth(count - 1)
    .click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: `Delete ${count} keys` }).click();
  const dialog = page.getByRole('alertdialog', { name: `Delete ${count} API keys` });
  await dialog.getByLabel(`Type DELETE ${count} KEYS to confirm`).fill(`DELETE ${count} KEYS`);
  return { dialog, names };
}

const confirm = (dialog: Locator, count: number): Promise<void> =>
  dialog.getByRole('button', { name: `Delete ${count} keys` }).click();

/** The run that follows. */
const runOf = (count: number): Locator =>
  keydesk.page.getByRole('dialog', { name: `Delete ${count} API keys` });

it('many keys are asked about by the system, and nothing is sent when that is declined', async () => {
  const { page, system } = keydesk;
  await system.answerMessageBox('Cancel');
  const { dialog, names } = await selectFirst(12);
  await confirm(dialog, 12);
  await expect.poll(() => system.askedQuestions()).toHaveLength(1);
  const [question] = await system.askedQuestions();
  expect(question?.message).toBe('Delete 12 keys?');
  for (const name of names) expect(question?.detail).toContain(`• ${name}`);
  await dialog.getByRole('button', { name: 'Delete 12 keys', disabled: false }).waitFor();
  expect(sent()).toBe(0);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Clear selection' }).click();
});

it('each of many keys gets its own outcome, and one that failed does not keep the others', async () => {
  const { page, system } = keydesk;
  await system.answerMessageBox('Delete 12 keys');
  const { dialog, names } = await selectFirst(12);
  const changed = names[4] ?? '';
  await colleague.change('staging', changed, { role: 'Sales', allowedHosts: ['203.0.113.99'] });
  await item(dialog, changed).getByText('Delete: final').waitFor();
  await confirm(dialog, 12);
  const run = runOf(12);
  await run.getByText('11 deleted · 1 failed').waitFor();
  await item(run, changed).getByText('It was changed by somebody else; look at it again.').waitFor();
  for (const name of names.filter((other) => other !== changed).slice(0, 5))
    await item(run, name).getByText('Deleted', { exact: true }).waitFor();
  await run.getByText('Only the keys marked as deleted are gone. Treat all others as live.').waitFor();
  const file = join(profile.home, 'Downloads', 'outcome.csv');
  await system.answerSaveDialog(file);
  await run.getByRole('button', { name: 'Save as CSV' }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain(`"${changed}"`);
  await run.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => rowCount(page)).toBe(2_000 - 11);
  expect(await colleague.find('staging', changed)).toHaveLength(1);
  expect(await colleague.find('staging', names[0] ?? '')).toEqual([]);
  expect(sent()).toBe(12);
  await page.getByRole('button', { name: 'Clear selection' }).click();
});

it('a run that a kill cut short is offered at the next start, and goes on where it was', async () => {
  await keydesk.system.answerMessageBox('Delete 16 keys');
  weather.proxy.on({ method: 'DELETE', path: ON_THE_WIRE.oneKey }, faults.latency(500));
  const { dialog, names } = await selectFirst(16);
  await confirm(dialog, 16);
  await expect.poll(sent).toBeGreaterThanOrEqual(6);
  const ended = keydesk.app.waitForEvent('close');
  keydesk.app.process().kill('SIGKILL');
  await ended;
  const sentBefore = sent();
  expect(sentBefore).toBeLessThan(16);
  weather.proxy.clear();

  await start();
  const { page } = keydesk;
  await page.getByText(/^A run over 16 keys was interrupted/).waitFor();
  await page.getByRole('button', { name: 'Show run' }).click();
  await runOf(16).getByRole('button', { name: 'Resume' }).click();
  await runOf(16).getByText('16 deleted', { exact: true }).waitFor();
  await runOf(16).getByText('The console was read again and lists none of them.').waitFor();
  // What had arrived before the kill was looked for, and not sent again.
  expect(sent()).toBeLessThanOrEqual(16 - sentBefore + 8);
  await runOf(16).getByRole('button', { name: 'Close' }).click();
  for (const name of names.slice(0, 4)) expect(await colleague.find('staging', name)).toEqual([]);
  expect(await page.getByText(/^A run over/).count()).toBe(0);
});

it('in revoke-only mode keys are stopped, and nothing is shown, made or changed', async () => {
  await keydesk.close();
  await start({ args: ['--revoke-only'] });
  const { page } = keydesk;
  await page.getByText(/Keydesk was started with --revoke-only/).waitFor();
  await goTo(page, STAGING);
  for (const name of ['Create key', 'Show key', 'Copy key', 'Edit key', 'Replace key'])
    expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
  await grid(page).getByRole('button', { name: 'Delete key' }).first().waitFor();
  const refused = await page.evaluate(() =>
    window.keydesk?.keys.show({ key: { consoleId: 'any', environmentId: 'any', keyId: 'any' } }),
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });

  const { dialog, names } = await selectFirst(3);
  await confirm(dialog, 3);
  await runOf(3).getByText('3 deleted', { exact: true }).waitFor();
  expect(await colleague.find('staging', names[0] ?? '')).toEqual([]);
  await runOf(3).getByRole('button', { name: 'Close' }).click();
});
