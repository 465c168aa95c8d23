/** Long work in small steps: every `yield` is a place where it may pause. */
export type Work<T> = Generator<undefined, T, undefined>;

/** Milliseconds that work may hold the window before input and painting get their turn. */
const SLICE_MS = 10;

/** Runs work to its end without pausing. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Runs work in slices, so that the window answers meanwhile; null when it was called off. */
export async function paced<T>(work: Work<T>, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    if (signal.aborted) return null;
    const finished = slice(work);
    if (finished) return finished.value;
    await breath();
  }
}

function slice<T>(work: Work<T>): { value: T } | null {
  const until = performance.now() + SLICE_MS;
  do {
    const step = work.next();
    if (step.done === true) return { value: step.value };
  } while (performance.now() < until);
  return null;
}

/** Timers are held back to 4 ms each when they nest; a message is not. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
