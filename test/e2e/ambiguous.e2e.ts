import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faults } from '@test/support/fault-proxy/faults';
import { colleagueOn, type Colleague } from './flows/colleague';
import { addConsole, adminOf } from './flows/consoles';
import { askToDelete, beginKey, createdDialog, fillKey, keyForm, secretIn } from './flows/keys';
import { endpointOf, grid, search, showKey } from './flows/table';
import { ON_THE_WIRE, startWeather, type Weather } from './flows/weather';
import { gateway } from './support/gateway';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { newProfile, type Profile } from './support/profile';

let profile: Profile;
let keydesk: Keydesk;
let weather: Weather;
let colleague: Colleague;

const start = async (): Promise<Keydesk> => (keydesk = await launchKeydesk({ profile }));
const onConsole = async (name: string): Promise<number> => (await colleague.find('production', name)).length;
const created = (): number => weather.sent('POST', ON_THE_WIRE.production);

/** Runs a line in the window as its developer tools would, and gives what it says. */
const inWindow = (line: string): Promise<unknown> =>
  keydesk.app.evaluate(
    ({ BrowserWindow }, code): unknown =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    line,
  );

/** Ends the window's process the hard way, until the window has loaded its page anew. */
const crashWindow = (): Promise<void> =>
  keydesk.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    const back = new Promise<void>((resolve) => page?.once('did-finish-load', () => resolve()));
    page?.forcefullyCrashRenderer();
    return back;
  });

/** Fills in and sends the form. */
async function create(name: string): Promise<void> {
  const form = await beginKey(keydesk.page);
  await fillKey(form, { name });
  await form.getByRole('button', { name: 'Create', exact: true }).click();
}

beforeAll(async () => {
  weather = await startWeather();
  colleague = colleagueOn(weather.practice);
  profile = await newProfile();
  await start();
  await addConsole(keydesk.page, adminOf(weather.practice, weather.proxy.url));
});
beforeEach(() => weather.proxy.clear());
afterAll(async () => {
  await keydesk?.close();
  await weather.stop();
  await profile.remove();
});

describe('a key whose creation', () => {
  const dialog = () => createdDialog(keydesk.page);
  const checking = () => keyForm(keydesk.page).getByText('Checking whether the console created it…');
  const again = (): Promise<void> =>
    keyForm(keydesk.page).getByRole('button', { name: 'Check again' }).click();
  const adopted = 'Keydesk found the key again. It is one key, not two.';
  afterEach(async () => {
    await dialog().getByRole('button', { name: 'Done' }).click();
    await dialog().waitFor({ state: 'detached' });
  });

  it('was answered by a broken connection is found again, with its secret', async () => {
    const endpoint = await endpointOf(keydesk.page);
    weather.proxy.on({ method: 'POST', path: ON_THE_WIRE.production }, faults.forwardThenReset());
    await create('Answer lost');
    await dialog().getByText(adopted).waitFor();
    await dialog().getByRole('button', { name: 'Show', exact: true }).click();
    const secret = (await secretIn(dialog()).textContent()) ?? '';
    expect((await gateway(endpoint, secret)).status).toBe(200);
    expect([created(), await onConsole('Answer lost')]).toEqual([1, 1]);
  });

  it('cannot be looked into stays unclear until it can', async () => {
    weather.proxy.on({ method: 'POST', path: ON_THE_WIRE.production }, faults.forwardThenTruncate());
    weather.proxy.on({ path: ON_THE_WIRE.lookup }, faults.html200());
    await create('Out of sight');
    await checking().waitFor();
    weather.proxy.clear();
    await again();
    await dialog().getByText(adopted).waitFor();
    expect([created(), await onConsole('Out of sight')]).toEqual([0, 1]);
  });

  it('arrives late is adopted and not made again', async () => {
    let arrive = (): void => undefined;
    const late = faults.late(new Promise<void>((resolve) => (arrive = resolve)));
    weather.proxy.on({ method: 'POST', path: ON_THE_WIRE.production }, late);
    await create('Late');
    await checking().waitFor();
    expect(await onConsole('Late')).toBe(0);
    arrive();
    await weather.proxy.settled();
    await again();
    await dialog().getByText(adopted).waitFor();
    expect([created(), await onConsole('Late')]).toEqual([1, 1]);
  });

  it('never reached the console is made once', async () => {
    weather.proxy.on({ method: 'POST', path: ON_THE_WIRE.production, times: 1 }, faults.resetBeforeForward());
    await create('Never arrived');
    await checking().waitFor();
    expect(await onConsole('Never arrived')).toBe(0);
    await again();
    await dialog().waitFor();
    expect(await onConsole('Never arrived')).toBe(1);
  });
});

describe('a key whose deletion', () => {
  it('was answered by a broken connection is read back before it counts as deleted', async () => {
    weather.proxy.on({ method: 'DELETE' }, faults.forwardThenReset());
    const question = await askToDelete(keydesk.page, 'Answer lost');
    await question.getByText(/^Deleted\. The console no longer lists it \(read back/).waitFor();
    expect([weather.sent('DELETE', ON_THE_WIRE.oneKey), await onConsole('Answer lost')]).toEqual([1, 0]);
    await question.getByRole('button', { name: 'Done' }).click();
  });

  it('never reached the console reads “not confirmed”, and is sent again only when asked', async () => {
    weather.proxy.on({ method: 'DELETE', times: 1 }, faults.resetBeforeForward());
    const question = await askToDelete(keydesk.page, 'Late');
    await question.getByText('Sent, not confirmed', { exact: true }).waitFor();
    await question.getByText('Treat it as live.').waitFor();
    expect([weather.sent('DELETE', ON_THE_WIRE.oneKey), await onConsole('Late')]).toEqual([1, 1]);
    await question.getByRole('button', { name: 'Check again' }).click();
    await question.getByText(/^Deleted\./).waitFor();
    expect(await onConsole('Late')).toBe(0);
    await question.getByRole('button', { name: 'Done' }).click();
  });
});

describe('a creation on its way', () => {
  it('survives a crash of the window and is there after it', async () => {
    weather.proxy.on({ method: 'POST', path: ON_THE_WIRE.production }, faults.latency(1_500));
    await create('A crash in between');
    await expect.poll(created).toBe(1);
    await crashWindow();
    // The driver gives a crashed page up for good; the new one is looked at from main.
    await expect.poll(() => inWindow('document.querySelector("[role=grid]")?.ariaLabel')).toBe('API keys');
    await weather.proxy.settled();
    await inWindow('document.querySelector("button[aria-label=Refresh]").click()');
    await expect.poll(() => inWindow('document.body.innerText')).toContain('A crash in between');
    expect([created(), await onConsole('A crash in between')]).toEqual([1, 1]);
  });

  it('is settled at the next start after Keydesk was killed', async () => {
    await keydesk.close();
    await start();
    await grid(keydesk.page).waitFor();
    weather.proxy.on({ method: 'POST', path: ON_THE_WIRE.production }, faults.afterForward(faults.hang()));
    await create('Through the kill');
    await expect.poll(() => onConsole('Through the kill')).toBe(1);
    const ended = keydesk.app.waitForEvent('close');
    keydesk.app.process().kill('SIGKILL');
    await ended;

    const { page } = await start();
    await page.getByText('1 change that was unclear is settled.').waitFor();
    await page.getByRole('button', { name: 'Show changes' }).click();
    const changes = page.getByRole('dialog', { name: 'Changes being checked' });
    await changes.getByText('Create key “Through the kill”').waitFor();
    await changes.getByText('It happened: Keydesk found it on the console.').waitFor();
    await changes.getByRole('button', { name: 'Dismiss' }).click();
    await changes.getByText('Everything is settled.').waitFor();
    await changes.getByRole('button', { name: 'Close' }).click();
    expect([created(), await onConsole('Through the kill')]).toEqual([1, 1]);
    await search(page, 'Through the kill');
    const secret = await showKey(page, 'Through the kill');
    expect((await gateway(await endpointOf(page), secret)).status).toBe(200);
  });
});
