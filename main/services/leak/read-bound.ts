import type { Clock } from '@main/ports';

const MINUTE_MS = 60_000;

/**
 * How many secrets searches may read in a minute. They never leave main, but each is a call to a console, and many
 * searches in a row could be used to guess.
 */
export class ReadBound {
  private since = -Infinity;
  private read = 0;

  constructor(
    private readonly clock: Pick<Clock, 'monotonic'>,
    private readonly mostPerMinute: number,
  ) {}

  /** Counts one read; false where there were too many. */
  take(): boolean {
    const now = this.clock.monotonic();
    if (now - this.since >= MINUTE_MS) {
      this.since = now;
      this.read = 0;
    }
    this.read += 1;
    return this.read <= this.mostPerMinute;
  }
}
