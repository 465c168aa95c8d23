/** No keychain, clipboard or disk may keep the application from ending for longer than this. */
const PATIENCE_MS = 1_000;

/** As much of that is for what has to come first. */
const FIRST_MS = 700;

/** An application that can be asked to quit, as far as it is used here. */
export interface QuittingApp {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  exit(code: number): void;
}

/** Does `finish` once when the application quits, and ends it after a second at the latest. */
export function finishBeforeQuit(app: QuittingApp, finish: () => Promise<unknown>): void {
  let finishing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (finishing) return;
    finishing = true;
    const end = (): void => app.exit(0);
    setTimeout(end, PATIENCE_MS);
    finish().then(end, end);
  });
}

/** Does `last` after `first`, also where `first` fails or takes too long for both to be done in time. */
export async function inOrder(first: Promise<unknown>, last: () => Promise<unknown>): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, FIRST_MS));
  await Promise.race([first.catch(() => undefined), late]);
  await last();
}
