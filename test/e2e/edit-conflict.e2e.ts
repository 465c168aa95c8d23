import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { faults } from '@test/support/fault-proxy/faults';
import { colleagueOn, type Colleague } from './flows/colleague';
import { addConsole, adminOf } from './flows/consoles';
import { alertIn } from './flows/fields';
import { askToDelete, deletion, fillKey, keyForm } from './flows/keys';
import { press, row } from './flows/table';
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
});
beforeEach(() => weather.proxy.clear());
afterAll(async () => {
  await keydesk?.close();
  await weather.stop();
});

const form = () => keyForm(keydesk.page);
const save = (): Promise<void> => form().getByRole('button', { name: 'Save', exact: true }).click();
const sent = (): number => weather.sent('PATCH', ON_THE_WIRE.oneKey);

it('an edit changes what was changed and leaves the rest', async () => {
  const { page } = keydesk;
  const [before] = await colleague.find('production', 'Customer newsletter');
  await press(page, 'Customer newsletter', 'Edit key');
  expect(await form().getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await fillKey(form(), { name: 'Customer newsletter', role: 'Sales', hosts: ['203.0.113.60'] });
  await save();
  await form().waitFor({ state: 'detached' });
  await row(page, 'Customer newsletter').getByText('203.0.113.60').waitFor();
  const [after] = await colleague.find('production', 'Customer newsletter');
  expect(after).toMatchObject({ id: before?.id, role: 'Sales', allowedHosts: ['203.0.113.60'] });
  expect(after?.expiresAt).toBe(before?.expiresAt);
});

it('an edit whose answer got lost is found on the console and not sent again', async () => {
  const { page } = keydesk;
  weather.proxy.on({ method: 'PATCH' }, faults.forwardThenReset());
  await press(page, 'Contractor Lumen', 'Edit key');
  await fillKey(form(), { name: 'Contractor Lumen', role: 'Warehouse' });
  await save();
  await form().waitFor({ state: 'detached' });
  await row(page, 'Contractor Lumen').getByText('Warehouse').waitFor();
  expect(sent()).toBe(1);
});

it('a colleague’s edit in between shows both versions, and each field is decided', async () => {
  const { page } = keydesk;
  await press(page, 'Contractor Lumen', 'Edit key');
  await fillKey(form(), { name: 'Contractor Lumen, extended', role: 'Reporting', hosts: ['203.0.113.121'] });
  await colleague.change('production', 'Contractor Lumen', { name: 'Contractor Lumen GmbH', role: 'Sales' });
  await save();
  await alertIn(form(), 'Somebody else changed this key while you were editing it').waitFor();
  for (const text of ['Contractor Lumen GmbH', 'Contractor Lumen, extended', 'Sales', 'Reporting'])
    await form().getByText(text, { exact: true }).waitFor();
  await form().getByRole('group', { name: 'Role' }).getByRole('button', { name: 'Take theirs' }).click();
  await form().getByRole('button', { name: 'Save my choice' }).click();
  await form().waitFor({ state: 'detached' });
  const [decided] = await colleague.find('production', 'Contractor Lumen, extended');
  expect(decided).toMatchObject({ role: 'Sales', allowedHosts: ['203.0.113.120', '203.0.113.121'] });
  expect(sent()).toBe(2);
});

it('a key that a colleague deleted meanwhile keeps what was typed in sight', async () => {
  const { page } = keydesk;
  await press(page, 'Emergency access', 'Edit key');
  await colleague.remove('production', 'Emergency access');
  await fillKey(form(), { name: 'Emergency access, checked' });
  await save();
  const failed = alertIn(form(), 'The key was not changed');
  await failed.getByText('The console does not have this (any more).').waitFor();
  expect(await form().getByRole('textbox', { name: 'Description' }).inputValue()).toBe(
    'Emergency access, checked',
  );
  await form().getByRole('button', { name: 'Cancel' }).click();
});

it('a key that changed meanwhile is not deleted before it was looked at again', async () => {
  const { page } = keydesk;
  await colleague.change('production', 'Label printer', { role: 'Admin' });
  const question = await askToDelete(page, 'Label printer');
  await alertIn(question, 'Somebody else changed this key meanwhile').waitFor();
  await question.getByText('Admin', { exact: true }).waitFor();
  expect(await colleague.find('production', 'Label printer')).toHaveLength(1);
  await question.getByLabel('Type DELETE to confirm').fill('DELETE');
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await deletion(page)
    .getByText(/^Deleted\./)
    .waitFor();
  expect(await colleague.find('production', 'Label printer')).toEqual([]);
  await deletion(page).getByRole('button', { name: 'Done' }).click();
});
