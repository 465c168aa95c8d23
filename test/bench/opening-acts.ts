/** What opening a file took, in milliseconds. */
export interface Opened {
  /** Until rows were painted, with what is wrong with each of them. */
  readonly painted: number;
  /** Until the chip says how many keys break a rule. */
  readonly counted: number;
  /** The longest task of the window until then; 0 when none took 50 ms. */
  readonly block: number;
}

/** Runs in the page: presses a button that opens a file, and waits for its table. */
export async function openAndWatch(button: HTMLElement | SVGElement, rows: number): Promise<Opened> {
  const tasks: number[] = [0];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const since = performance.now();
  const until = (there: () => boolean): Promise<number> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (performance.now() - since > 60_000) return reject(new Error('The table did not come.'));
        if (!there()) return void setTimeout(look, 4);
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
      };
      look();
    });
  const grid = `[role="grid"][aria-rowcount="${rows + 1}"]`;
  const group = '[role="group"][aria-label="Filters"]';
  button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const painted = await until(() => document.querySelector(`${grid} .key-finding`) !== null);
  const counted = await until(() =>
    [...document.querySelectorAll(`${group} button`)].some(({ textContent }) =>
      textContent.startsWith('Findings'),
    ),
  );
  // What is not told of yet comes with the next turn.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { painted, counted, block: Math.max(...tasks) };
}
