import type { Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '@test/support/fault-proxy/faults';
import { addConsole, adminOf, STAGING } from './flows/consoles';
import { alertIn, problemAt } from './flows/fields';
import { beginKey, createdDialog, fillKey, keyForm } from './flows/keys';
import { goTo } from './flows/table';
import { ON_THE_WIRE, startWeather, type Weather } from './flows/weather';
import { launchKeydesk, type Keydesk } from './support/keydesk';

const HOUR_MS = 3_600_000;

let keydesk: Keydesk;
let weather: Weather;

beforeAll(async () => {
  weather = await startWeather();
  keydesk = await launchKeydesk();
  await addConsole(keydesk.page, adminOf(weather.practice, weather.proxy.url));
});
afterEach(() => weather.proxy.clear());
afterAll(async () => {
  await keydesk?.close();
  await weather.stop();
});

describe('a key that is created', () => {
  let form: Locator;
  const create = (): Promise<void> => form.getByRole('button', { name: 'Create', exact: true }).click();
  const name = (): Locator => form.getByRole('textbox', { name: 'Description' });

  beforeAll(async () => {
    await goTo(keydesk.page, STAGING);
    form = await beginKey(keydesk.page);
  });

  it('says at each field what is wrong with it, and sends nothing', async () => {
    const yesterday = new Date(Date.now() - 36 * HOUR_MS).toISOString().slice(0, 10);
    await fillKey(form, { name: 'Bell\u0007', role: 'Sales', expiry: yesterday, hosts: ['203.0.113.999'] });
    await create();
    expect(await problemAt(name())).toBe(
      'Description contains a line break or an invisible character; type it again by hand.',
    );
    expect(await problemAt(form.getByLabel('Custom date'))).toBe(
      'This date is in the past; the key would never work.',
    );
    expect(await problemAt(form.getByRole('textbox', { name: 'Allowed hosts' }))).toContain(
      'An IPv4 address is four numbers from 0 to 255, like 203.0.113.7.',
    );
    await name().fill('x'.repeat(10_000));
    await create();
    expect(await problemAt(name())).toBe('Description may have 200 characters; this one has 10000.');
    expect((await name().inputValue()).length).toBe(10_000);
    expect(await form.getByRole('textbox', { name: 'Allowed hosts' }).inputValue()).toBe('203.0.113.999');
    expect(weather.sent('POST', ON_THE_WIRE.staging)).toBe(0);
  });

  it('says at the role that the console refuses it, and sends the corrected form once', async () => {
    await fillKey(form, { name: 'After the storm', role: 'Other', expiry: '30 days' });
    await form.getByRole('textbox', { name: 'Allowed hosts' }).fill('203.0.113.9');
    await form.getByRole('textbox', { name: 'Other role' }).fill('Nobody');
    await create();
    expect(await problemAt(form.getByRole('textbox', { name: 'Other role' }))).toBe(
      'The console refused what was entered here.',
    );
    expect(await name().inputValue()).toBe('After the storm');
    await form.getByRole('textbox', { name: 'Other role' }).fill('Sales');
    await create();
    await createdDialog(keydesk.page).getByRole('button', { name: 'Done' }).click();
    expect(weather.sent('POST', ON_THE_WIRE.staging)).toBe(2);
  });

  it('says that the operator may not, and keeps the form', async () => {
    const { page } = keydesk;
    weather.proxy.on({ method: 'POST', path: ON_THE_WIRE.staging }, faults.status(403));
    form = await beginKey(page);
    await fillKey(form, { name: 'Not allowed' });
    await create();
    const failed = alertIn(form, 'The key was not created');
    await failed.getByText('The console does not allow this operator to do that.').waitFor();
    expect(await name().inputValue()).toBe('Not allowed');
    await keyForm(page).getByRole('button', { name: 'Cancel' }).click();
    expect(weather.sent('POST', ON_THE_WIRE.staging)).toBe(1);
  });
});
