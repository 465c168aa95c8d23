import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { certificate, privateAuthority } from '@test/support/certificates';
import { faults } from '@test/support/fault-proxy/faults';
import { httpServer } from '@test/support/tls-server';
import { addConsole, adminOf, beginConsole, fillConsole, PRODUCTION, STAGING } from './flows/consoles';
import { alertIn, problemAt } from './flows/fields';
import { grid, openTab, rowCount } from './flows/table';
import { behindTls, ON_THE_WIRE, startWeather, type Weather } from './flows/weather';
import { launchKeydesk, type Keydesk } from './support/keydesk';

const HOUR_MS = 3_600_000;

let keydesk: Keydesk;
let weather: Weather;

beforeAll(async () => {
  weather = await startWeather();
  keydesk = await launchKeydesk();
});
afterEach(() => weather.proxy.clear());
afterAll(async () => {
  await keydesk?.close();
  await weather.stop();
});

describe('while a console is added', () => {
  let dialog: Locator;
  const save = (): Promise<void> => dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const test = (): Promise<void> => dialog.getByRole('button', { name: 'Test connection' }).click();
  const type = (label: string, text: string): Promise<void> =>
    dialog.getByLabel(label, { exact: true }).fill(text);

  beforeAll(async () => {
    dialog = await beginConsole(keydesk.page);
    await fillConsole(dialog, adminOf(weather.practice, weather.proxy.url));
  });
  afterAll(async () => {
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
  afterEach(async () => {
    expect(await dialog.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Acme');
    expect(await dialog.getByLabel('User name').inputValue()).toBe('admin');
    await type('Console URL', weather.proxy.url);
    await type('Password', weather.practice.admin.password);
  });

  it('says at the password that it is wrong', async () => {
    await type('Password', 'not-the-password');
    await save();
    expect(await problemAt(dialog.getByLabel('Password'))).toBe(
      'The console does not accept this user name and password.',
    );
    expect(weather.sent('POST', /session$/)).toBe(1);
  });

  it('says at the address that plain http is not for other computers', async () => {
    await type('Console URL', 'http://console.example.com');
    await save();
    expect(await problemAt(dialog.getByLabel('Console URL'))).toBe(
      'Plain http would show the keys to the network. Use https; http is only for 127.0.0.1 and [::1].',
    );
  });

  it('says that nothing answers there', async () => {
    const gone = await httpServer(() => undefined);
    await gone.close();
    await type('Console URL', `http://127.0.0.1:${gone.port}/qodly`);
    await save();
    await alertIn(dialog, 'Nothing answers at this address: the connection was refused.').waitFor();
    await dialog.getByRole('button', { name: 'Save anyway' }).waitFor();
  });

  it.each([
    ['a web page', faults.html200(), 'The console answered with a web page instead of data.'],
    ['half an answer', faults.forwardThenTruncate(), 'The answer of the console broke off in the middle.'],
    ['an error of its own', faults.status(500), 'The console has a problem of its own (HTTP 500).'],
  ])('says what came instead of an answer: %s', async (_what, fault, sentence) => {
    weather.proxy.on({ method: 'POST', path: /session$/ }, fault);
    await save();
    await alertIn(dialog, sentence).waitFor();
    expect(weather.sent('POST', /session$/)).toBe(1);
  });

  it('follows no redirect', async () => {
    const elsewhere = await httpServer((_request, response) => void response.end('{}'));
    const target = `http://127.0.0.1:${elsewhere.port}`;
    weather.proxy.on({}, faults.redirect(307, `${target}/session`));
    await save();
    await alertIn(dialog, `The console moved to ${target}. Nothing was sent there`).waitFor();
    expect(elsewhere.connections()).toBe(0);
    await elsewhere.close();
  });

  it('trusts a certificate that signed itself no further', async () => {
    const server = await behindTls(await certificate(), weather.proxy);
    await type('Console URL', `https://127.0.0.1:${server.port}/qodly`);
    await test();
    await alertIn(dialog, 'The console shows a certificate that it signed itself.').waitFor();
    expect(weather.proxy.log).toEqual([]);
    await server.close();
  });

  it('trusts a company’s own authority once it was chosen', async () => {
    const authority = await privateAuthority();
    const server = await behindTls(await certificate({ issuer: authority }), weather.proxy);
    await type('Console URL', `https://127.0.0.1:${server.port}/qodly`);
    await test();
    await alertIn(dialog, 'The certificate comes from an authority that is not known here.').waitFor();
    const file = join(keydesk.profile.home, 'authority.pem');
    await writeFile(file, authority.cert);
    await keydesk.system.answerOpenDialog(file);
    await dialog.getByRole('button', { name: 'Choose PEM file' }).click();
    await dialog.getByText('authority.pem').waitFor();
    await test();
    await dialog.getByText('Example Corp Test CA (your own authority)').waitFor();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await server.close();
  });
});

describe('while keys are read', () => {
  const refresh = (): Promise<void> =>
    keydesk.page.getByRole('button', { name: 'Refresh', exact: true }).click();

  beforeAll(() => addConsole(keydesk.page, adminOf(weather.practice, weather.proxy.url)));

  it('shows how far a slow console is, and can be cancelled', async () => {
    const { page } = keydesk;
    weather.proxy.on({ path: ON_THE_WIRE.staging, skip: 1 }, faults.hang());
    await openTab(page, STAGING);
    await page.getByText(/^Reading keys · 1,000 of 2,000$/).waitFor();
    await page.getByRole('progressbar', { name: /^Reading keys/ }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    const failed = alertIn(page, `The keys of ${STAGING} were not read`);
    await failed.waitFor();
    weather.proxy.clear();
    await failed.getByRole('button', { name: 'Try again' }).click();
    await grid(page).waitFor();
    expect(await rowCount(page)).toBe(2_000);
  });

  it('signs in again by itself when the session has expired', async () => {
    const { page } = keydesk;
    weather.passTime(2 * HOUR_MS);
    await refresh();
    await expect.poll(() => weather.sent('POST', /session$/)).toBe(1);
    await expect.poll(() => weather.sent('GET', ON_THE_WIRE.staging)).toBe(3);
    await page.getByRole('button', { name: 'Refresh', exact: true, disabled: false }).waitFor();
    expect(await page.getByText('console unreachable').count()).toBe(0);
  });

  it('keeps the last known rows when the console is down, and says of when they are', async () => {
    const { page } = keydesk;
    weather.proxy.on({}, faults.resetBeforeForward());
    await refresh();
    const stale = page.getByRole('status').filter({ hasText: /As of \d\d:\d\d, console unreachable\./ });
    await stale.waitFor();
    expect(await rowCount(page)).toBe(2_000);
    await openTab(page, PRODUCTION);
    expect(await rowCount(page)).toBeGreaterThan(20);
    await openTab(page, STAGING);
    weather.proxy.clear();
    await stale.getByRole('button', { name: 'Try again' }).click();
    await stale.waitFor({ state: 'detached' });
  });
});
