import type { Page } from 'playwright';

/** From each keystroke in the search field to the painted result, in milliseconds; every text typed and taken back. */
export async function filterKeystrokes(page: Page, texts: readonly string[]): Promise<number[]> {
  const figures: number[] = [];
  for (const text of texts) {
    for (let length = 1; length <= text.length; length += 1) {
      figures.push(await page.evaluate(typeAndWait, text.slice(0, length)));
    }
    figures.push(await page.evaluate(typeAndWait, ''));
  }
  return figures.filter((figure) => figure >= 0);
}

/** Runs in the page: puts a text into the search field and waits until the grid has painted another count of rows. */
function typeAndWait(text: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('input[aria-label="Search keys"]');
  const grid = document.querySelector('[role="grid"]');
  if (input === null || grid === null) throw new Error('There is no table to filter.');
  // Past React's own setter, which would take the change for one it made itself.
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const rows = (): string | null =>
    document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? null;
  const before = rows();
  const since = performance.now();
  setter?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => {
    const look = (): void => {
      // A keystroke that leaves as many rows paints nothing that could be waited for.
      if (performance.now() - since > 1_000) return resolve(-1);
      if (rows() === before) return void setTimeout(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
    };
    look();
  });
}

/** From clicking the first heading to the painted new order, `times` times, in milliseconds. */
export async function sortByHeading(page: Page, times: number): Promise<number[]> {
  const figures: number[] = [];
  for (let run = 0; run < times; run += 1) figures.push(await page.evaluate(sortAndWait));
  return figures;
}

/** Runs in the page. */
function sortAndWait(): Promise<number> {
  const heading = document.querySelector('[role="columnheader"][aria-sort]');
  const target = heading?.querySelector('button') ?? heading;
  if (!(target instanceof HTMLElement)) throw new Error('There is no heading to sort by.');
  const firstRow = (): string => document.querySelector('[role="row"][aria-rowindex="2"]')?.textContent ?? '';
  const before = firstRow();
  const since = performance.now();
  target.click();
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (performance.now() - since > 5_000) return reject(new Error('The order did not change.'));
      if (firstRow() === before) return void setTimeout(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
    };
    look();
  });
}

/** Times between frames while a long list is scrolled by a screen per frame, in milliseconds. */
export function scrollFrames(page: Page): Promise<number[]> {
  return page.evaluate(scrollAndWatch);
}

/** Runs in the page. */
function scrollAndWatch(): Promise<number[]> {
  const boxes = [...document.querySelectorAll<HTMLElement>('*')];
  const scroller = boxes.toSorted(
    (a, b) => b.scrollHeight - b.clientHeight - (a.scrollHeight - a.clientHeight),
  )[0];
  if (scroller === undefined) throw new Error('There is nothing to scroll.');
  const frames: number[] = [];
  return new Promise((resolve) => {
    let last = performance.now();
    const step = (now: number): void => {
      frames.push(now - last);
      last = now;
      scroller.scrollTop += 600;
      if (frames.length < 200) requestAnimationFrame(step);
      // The first frames still belong to what happened before.
      else resolve(frames.slice(2));
    };
    requestAnimationFrame(step);
  });
}
