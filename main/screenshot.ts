import { writeFile } from 'node:fs/promises';

/** How long the window may take until it is worth a picture. */
const DEADLINE_MS = 30_000;

/** The page, as far as a picture needs it. */
export interface Picturable {
  executeJavaScript(code: string): Promise<unknown>;
  capturePage(): Promise<{ toPNG(): Uint8Array; isEmpty(): boolean }>;
}

const TWO_FRAMES =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

/**
 * Saves a picture of the page as PNG once `ready` resolves and what it painted is on the screen.
 * Resolves to null, or to a sentence that says why there is no picture.
 */
export async function takeScreenshot(
  page: Picturable,
  file: string,
  ready: Promise<void>,
  deadlineMs = DEADLINE_MS,
): Promise<string | null> {
  if (file === '') return 'Name a file for the picture: --screenshot FILE.';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`The window was not ready within ${deadlineMs / 1000} s.`), deadlineMs);
  });
  try {
    return await Promise.race([late, ready.then(() => capture(page, file))]);
  } catch (error) {
    return `The picture could not be saved: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    clearTimeout(timer);
  }
}

async function capture(page: Picturable, file: string): Promise<null | string> {
  await page.executeJavaScript(TWO_FRAMES);
  const picture = await page.capturePage();
  if (picture.isEmpty()) return 'The picture came out empty: the window has no size or is not shown.';
  await writeFile(file, picture.toPNG(), { mode: 0o600 });
  return null;
}
