import { join } from 'node:path';
import { lookAt } from '@test/e2e/flows/looks';
import { leakTour } from '@test/e2e/flows/tour/leak';
import { tour } from '@test/e2e/flows/tour/tour';
import { vendorTour } from '@test/e2e/flows/tour/vendors';
import { startWeather } from '@test/e2e/flows/weather';
import { launchKeydesk, type Keydesk } from '@test/e2e/support/keydesk';
import { resize } from '@test/e2e/support/pictures';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const;

/** Saves every screen and dialog in both themes and two sizes, as `TOUR-NN-NAME-WIDTH-THEME.png`. */
export async function takeLooks(folder: string): Promise<void> {
  for (const size of SIZES) {
    await takeTour(folder, size);
    await takeVendorTour(folder, size);
    await takeLeakTour(folder, size);
  }
}

/** A tour in a window of this size from the start: what opens later is laid out for it. */
async function takeTour(folder: string, size: (typeof SIZES)[number]): Promise<void> {
  const weather = await startWeather({ extraKeys: 0 });
  const keydesk = await launchKeydesk();
  await resize(keydesk, size.width, size.height);
  await tour({ keydesk, weather, visit: lookThrough(keydesk, join(folder, 'qodly'), size) });
  await keydesk.close();
  await weather.stop();
}

/** The same of what only some vendors have. */
async function takeVendorTour(folder: string, size: (typeof SIZES)[number]): Promise<void> {
  const keydesk = await launchKeydesk();
  await resize(keydesk, size.width, size.height);
  await vendorTour({ keydesk, visit: lookThrough(keydesk, join(folder, 'vendors'), size) });
  await keydesk.close();
}

/** The same of a drill. */
async function takeLeakTour(folder: string, size: (typeof SIZES)[number]): Promise<void> {
  const keydesk = await launchKeydesk();
  await resize(keydesk, size.width, size.height);
  await leakTour({ keydesk, visit: lookThrough(keydesk, join(folder, 'leak'), size) });
  await keydesk.close();
}

/** Takes a picture of everything visited in both themes, numbered in its order. */
function lookThrough(
  keydesk: Keydesk,
  prefix: string,
  size: (typeof SIZES)[number],
): (name: string) => Promise<void> {
  let number = 0;
  return async (name) => {
    const start = `${prefix}-${String((number += 1)).padStart(2, '0')}-${name}-${size.width}`;
    for (const theme of ['light', 'dark'] as const) {
      await lookAt(keydesk, { theme, ...size });
      await keydesk.page.screenshot({ path: `${start}-${theme}.png`, animations: 'disabled' });
    }
  };
}
