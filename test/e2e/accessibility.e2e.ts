import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { openPractice } from './flows/consoles';
import { inspector, LARGE, SMALL } from './flows/inspector';
import { createdDialog, keyForm } from './flows/keys';
import { tour } from './flows/tour/tour';
import { vendorTour } from './flows/tour/vendors';
import { startWeather } from './flows/weather';
import { launchKeydesk } from './support/keydesk';

/** Many screens in several looks: on a busy machine that takes longer than a test usually may. */
const WHOLE_TOUR = { timeout: 300_000 };

it('every screen and dialog is accessible, light and dark, large and small', WHOLE_TOUR, async () => {
  const weather = await startWeather({ extraKeys: 0 });
  const keydesk = await launchKeydesk();
  const { broken, visit } = inspector(keydesk, [LARGE, SMALL]);
  await tour({ keydesk, weather, visit });
  await keydesk.close();
  await weather.stop();
  expect(broken).toEqual({});
});

it('so is everything that only some vendors have', async () => {
  const keydesk = await launchKeydesk();
  // Made of the same parts as the tour above, so the narrower and darker look is enough.
  const { broken, visit } = inspector(keydesk, [SMALL]);
  await vendorTour({ keydesk, visit });
  await keydesk.close();
  expect(broken).toEqual({});
});

it('a key is created and copied without a pointer', async () => {
  const keydesk = await launchKeydesk();
  const { page, system } = keydesk;
  await openPractice(page);
  await tabTo(page, 'Create key');
  await page.keyboard.press('Enter');
  await keyForm(page).waitFor();
  await page.keyboard.type('By keyboard alone');
  await tabTo(page, 'Allowed hosts');
  await page.keyboard.type('127.0.0.1 ');
  await tabTo(page, 'Create');
  await page.keyboard.press('Enter');
  const created = createdDialog(page);
  await created.waitFor();
  await tabTo(page, 'Copy');
  await page.keyboard.press('Enter');
  await created.getByText('The key is on the clipboard.').waitFor();
  expect(await system.readClipboard()).toMatch(/^[0-9a-f-]{36}$/);
  await tabTo(page, 'Done');
  await page.keyboard.press('Enter');
  await created.waitFor({ state: 'detached' });
  expect(await page.evaluate(nameOfFocused)).toBe('Create key');
  await keydesk.close();
});

/** What a screen reader would call what has the focus, as far as the names of this window go. */
const nameOfFocused = (): string => {
  const focused = document.activeElement;
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : null;
  return focused?.getAttribute('aria-label') ?? label ?? focused?.textContent ?? '';
};

/** Presses Tab until the focus is on what has this name; the way there may not be endless. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.evaluate(nameOfFocused)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to "${name}".`);
}
