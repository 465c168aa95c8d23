import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { certificate, privateAuthority } from '@test/support/certificates';
import { recordingProxy } from '@test/support/tls-server';
import { addConsole, adminOf, beginConsole, fillConsole } from './flows/consoles';
import { alertIn } from './flows/fields';
import { goTo, grid, press, row } from './flows/table';
import { behindTls, startWeather, type Weather } from './flows/weather';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile, type Profile } from './support/profile';

let profile: Profile;
let weather: Weather;
let keydesk: Keydesk;

beforeAll(async () => {
  weather = await startWeather();
  profile = await newProfile();
  keydesk = await launchKeydesk({ profile });
});
afterAll(async () => {
  await keydesk?.close();
  await weather.stop();
  await profile.remove();
});

const go = (screen: 'Keys' | 'Settings'): Promise<void> =>
  keydesk.page.getByRole('button', { name: screen, exact: true }).click();
const setting = (label: string): Locator => keydesk.page.getByLabel(label);
const HIDE = 'Hide a shown key after (seconds)';
const IDLE = 'Lock when idle for (minutes)';
const PROXY = 'Proxy URL';

async function set(label: string, value: string): Promise<void> {
  await setting(label).fill(value);
  await setting(label).press('Enter');
}

/** Whether the window is dark, scroll bars included. */
async function isDark(): Promise<boolean> {
  // The driver pretends a light system unless it is told not to.
  await keydesk.page.emulateMedia({ colorScheme: null });
  return keydesk.page.evaluate(() => {
    const [red = 255] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return red < 128 && matchMedia('(prefers-color-scheme: dark)').matches;
  });
}

it('the proxy learns where to connect to and nothing else', async () => {
  const { page, system } = keydesk;
  const authority = await privateAuthority();
  const server = await behindTls(await certificate({ issuer: authority }), weather.proxy);
  const proxy = await recordingProxy(server.port);
  await writeFile(join(profile.home, 'authority.pem'), authority.cert);
  await system.answerOpenDialog(join(profile.home, 'authority.pem'));
  await go('Settings');
  await set(PROXY, `http://user:word@127.0.0.1:${proxy.port}`);
  await alertIn(page, 'Leave user name and password out: this setting is kept in a plain file.').waitFor();
  await set(PROXY, `http://127.0.0.1:${proxy.port}`);
  await go('Keys');

  const dialog = await beginConsole(page);
  await fillConsole(dialog, adminOf(weather.practice, 'https://console.test/qodly'));
  await dialog.getByRole('button', { name: 'Choose PEM file' }).click();
  await dialog.getByText('authority.pem').waitFor();
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await dialog.getByText('Connected as Ada Lindgren').waitFor();
  const heard = proxy.heard();
  expect(heard).toMatch(/^CONNECT console\.test:443 HTTP\/1\.1\r\n/);
  expect(
    heard
      .replaceAll(
        /CONNECT console\.test:443 HTTP\/1\.1|host: console\.test:443|(proxy-)?connection: [\w-]+/gi,
        '',
      )
      .trim(),
  ).toBe('');
  expect(weather.sent('GET', /environments/)).toBe(1);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  await proxy.close();
  await server.close();
});

it('the proxy is not asked about this computer', async () => {
  await addConsole(keydesk.page, adminOf(weather.practice, weather.proxy.url));
});

it('a shown key hides after the delay that was set', async () => {
  const { page } = keydesk;
  await go('Settings');
  await set(HIDE, '1');
  await alertIn(page, 'A whole number from 5 to 300 seconds.').waitFor();
  await set(HIDE, '5');
  await go('Keys');
  await grid(page).waitFor();
  await press(page, 'Customer newsletter', 'Show key');
  const shown = row(page, 'Customer newsletter').locator('[translate="no"]');
  await shown.waitFor();
  await shown.waitFor({ state: 'detached' });
  await row(page, 'Customer newsletter').getByRole('button', { name: 'Show key' }).waitFor();
});

it('what was set is there at the next start', async () => {
  await go('Settings');
  await keydesk.page.getByRole('button', { name: 'Dark', exact: true }).click();
  await expect.poll(isDark).toBe(true);
  await set(IDLE, '0');
  await keydesk.close();

  keydesk = await launchKeydesk({ profile });
  await goTo(keydesk.page, 'Orders – Production');
  await expect.poll(isDark).toBe(true);
  await go('Settings');
  expect(await setting(HIDE).inputValue()).toBe('5');
  expect(await setting(IDLE).inputValue()).toBe('0');
  expect(await setting(PROXY).inputValue()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
