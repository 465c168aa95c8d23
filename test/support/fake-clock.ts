import type { Clock } from '@main/ports';
import { NOW } from '@test/support/builders';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Real milliseconds after which work that waits for no timer of this clock counts as stuck. */
const STUCK_AFTER_MS = 20_000;

/** Lets everything run that waits for no clock. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still until a test lets time pass. */
export class FakeClock implements Clock {
  private readonly timers = new Set<Timer>();
  private elapsed = 0;
  private offset = NOW;

  now(): number {
    return this.offset + this.elapsed;
  }

  monotonic(): number {
    return this.elapsed;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.elapsed + ms, run };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  /** How many timers are waiting. */
  get waiting(): number {
    return this.timers.size;
  }

  /** Lets time pass; timers run at their moment, each with everything it sets off. */
  async pass(ms: number): Promise<void> {
    await turn();
    const end = this.elapsed + ms;
    while (this.fireNext(end)) await turn();
    this.elapsed = end;
    await turn();
  }

  /** Moves the wall clock alone, as a person or a time server does. */
  turnTo(epochMs: number): void {
    this.offset = epochMs - this.elapsed;
  }

  /** The result of work that pauses on this clock; at most `most` milliseconds pass for it. */
  async until<T>(work: Promise<T>, most = 5_000): Promise<T> {
    const end = this.elapsed + most;
    let running = true;
    const watched = work.finally(() => (running = false));
    watched.catch(() => undefined);
    const deadline = performance.now() + STUCK_AFTER_MS;
    while (running) {
      if (performance.now() > deadline) throw new Error('This work never ends.');
      await turn();
      if (running) this.fireNext(end);
    }
    return watched;
  }

  private fireNext(end: number): boolean {
    const [due] = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
    if (due === undefined) return false;
    this.timers.delete(due);
    this.elapsed = Math.max(this.elapsed, due.at);
    due.run();
    return true;
  }
}
