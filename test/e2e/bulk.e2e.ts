import type { Locator } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { colleagueOn, type Colleague } from './flows/colleague';
import { addConsole, adminOf, STAGING } from './flows/consoles';
import { goTo, rowCount, textsIn, tickBoxes } from './flows/table';
import { ON_THE_WIRE, startWeather, type Weather } from './flows/weather';
import { launchKeydesk, type Keydesk } from './support/keydesk';

let keydesk: Keydesk;
let weather: Weather;
let colleague: Colleague;

beforeAll(async () => {
  weather = await startWeather();
  colleague = colleagueOn(weather.practice);
  keydesk = await launchKeydesk();
  await addConsole(keydesk.page, adminOf(weather.practice, weather.proxy.url));
  await goTo(keydesk.page, STAGING);
});
beforeEach(() => weather.proxy.clear());
afterAll(async () => {
  await keydesk?.close();
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
  const dialog = page
    .getByRole('alertdialog', { name: `Delete ${count} API keys` })
    .or(page.getByRole('dialog', { name: `Delete ${count} API keys` }));
  await dialog.getByLabel(`Type DELETE ${count} KEYS to confirm`).fill(`DELETE ${count} KEYS`);
  return { dialog, names };
}

const confirm = (dialog: Locator, count: number): Promise<void> =>
  dialog.getByRole('button', { name: `Delete ${count} keys` }).click();

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
  await confirm(dialog, 12);
  await dialog.getByText('11 deleted · 1 failed').waitFor();
  await item(dialog, changed).getByText('It was changed by somebody else; look at it again.').waitFor();
  for (const name of names.filter((other) => other !== changed).slice(0, 5))
    await item(dialog, name).getByText('Deleted', { exact: true }).waitFor();
  await dialog.getByText('Only the keys marked as deleted are gone. Treat all others as live.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => rowCount(page)).toBe(2_000 - 11);
  expect(await colleague.find('staging', changed)).toHaveLength(1);
  expect(await colleague.find('staging', names[0] ?? '')).toEqual([]);
  expect(sent()).toBe(12);
  await page.getByRole('button', { name: 'Clear selection' }).click();
});

it('a few keys are deleted without the system’s question', async () => {
  await keydesk.system.answerMessageBox('Cancel');
  const { dialog } = await selectFirst(3);
  await confirm(dialog, 3);
  await dialog.getByText('3 deleted', { exact: true }).waitFor();
  expect(await keydesk.system.askedQuestions()).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
});
