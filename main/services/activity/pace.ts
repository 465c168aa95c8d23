import { setImmediate } from 'node:timers/promises';

/** Does work to its end; at every pause of it everybody else may go on first. */
export async function paced<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
