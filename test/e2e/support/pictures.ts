import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ROOT } from './command';
import type { Keydesk } from './keydesk';

const SIZES = [
  [1280, 800],
  [900, 600],
] as const;
const THEMES = ['light', 'dark'] as const;

/** Makes the window's page this large, in pixels. */
export async function resize({ app, page }: Keydesk, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    width,
    height,
  ] as [number, number]);
  await page.waitForFunction((size) => innerWidth === size[0] && innerHeight === size[1], [width, height]);
}

/** Waits until the page shows a theme: painted with its colours, and nothing moving any more. */
export async function settled(page: Page, theme: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const [red = 0] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return wanted === 'dark' ? red < 128 : red >= 128;
  }, theme);
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    const moving = (): boolean =>
      document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running');
    // What inherits a colour starts to move only when its parent has arrived.
    for (let still = 0; still < 3; still = moving() ? 0 : still + 1) await frame();
  });
}

/** Calls `look` for both themes, as the system would set them; the light one stays. */
export async function inBothThemes({ page }: Keydesk, look: (theme: string) => Promise<void>): Promise<void> {
  try {
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settled(page, colorScheme);
      await look(colorScheme);
    }
  } finally {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }
}

/** Saves what the window shows now in two sizes and two themes, as `test-results/NAME-SIZE-THEME.png`. */
export async function takePictures(keydesk: Keydesk, name: string): Promise<void> {
  const folder = join(ROOT, 'test-results');
  await mkdir(folder, { recursive: true });
  for (const [width, height] of SIZES) {
    await resize(keydesk, width, height);
    await inBothThemes(keydesk, async (theme) => {
      const path = join(folder, `${name}-${width}x${height}-${theme}.png`);
      await keydesk.page.screenshot({ path, animations: 'disabled' });
    });
  }
}
