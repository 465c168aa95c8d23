import { AppError } from '@core/domain/app-error';
import { isDefiniteRefusal } from '@core/domain/definite-refusal';
import { formatSpan } from '@core/text/format';
import type { Clock } from '@main/ports';

/** How much is on its way to one console at a time. */
export const CONSOLE_WIDTH = 4;
/** The longest pause that is waited for. */
const MOST_WAIT_MS = 60_000;
/** Without a time, the first pause; each further one is twice as long. */
const FIRST_PAUSE_MS = 1_000;
/** So many refusals in a row, and nothing more is asked: the next ones would end the same. */
const HOPELESS_AFTER = 5;

/** Refusals that are about the console or our way to it, not about one key. */
const HOPELESS = [
  'offline',
  'unauthorized',
  'tls',
  'keychain-locked',
  'keychain-missing',
  'keychain-unresponsive',
];

/**
 * The pace of one console in one run, over everything that is sent to it: four at a time, one at a time as soon as it
 * asks to slow down, never before it allows it again, and nothing more where it asks for too long a pause.
 */
export class ConsolePace {
  /** Why nothing more is sent in this run; null while something may be. */
  stopped: string | null = null;
  private onTheirWay = 0;
  private width = CONSOLE_WIDTH;
  private notBefore = 0;
  /** The least time between two, where the console lets through one for each pause it asks for. */
  private spacing = 0;
  private doneSincePause = 0;
  private pauses = 0;
  private failures = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly clock: Clock) {}

  /**
   * Sends a change when it is its turn. One that was refused for its pace had surely no effect, and is sent again.
   * @param halted while that is so, nothing waits for a pause to end
   */
  async send<T>(halted: AbortSignal, change: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.read(change, halted);
      } catch (error) {
        const paced = error instanceof AppError && error.code === 'rate-limited';
        if (!paced || this.stopped !== null || halted.aborted) throw error;
      }
    }
  }

  /** Asks something when it is its turn. */
  async read<T>(ask: () => Promise<T>, halted?: AbortSignal): Promise<T> {
    await this.enter(halted);
    try {
      const answer = await ask();
      this.worked();
      return answer;
    } catch (error) {
      this.learn(error);
      throw error;
    } finally {
      this.onTheirWay -= 1;
      this.queue.shift()?.();
    }
  }

  private async enter(halted?: AbortSignal): Promise<void> {
    for (;;) {
      if (this.stopped !== null) throw new AppError('rate-limited', this.stopped);
      const wait = Math.ceil(this.notBefore - this.clock.monotonic());
      if (wait <= 0 && this.onTheirWay < this.width) break;
      if (wait > 0 && halted?.aborted === true)
        throw new AppError('rate-limited', 'Nothing was sent for it.');
      await (wait > 0 ? this.sleep(wait, halted) : new Promise<void>((turn) => this.queue.push(turn)));
    }
    this.onTheirWay += 1;
    if (this.spacing > 0) this.notBefore = this.clock.monotonic() + this.spacing;
  }

  private worked(): void {
    this.doneSincePause += 1;
    this.pauses = 0;
    this.failures = 0;
  }

  /** Takes in what a failure says of the console. */
  private learn(error: unknown): void {
    if (!(error instanceof AppError)) return;
    const { retryAfterMs } = error.facts;
    const paced = error.code === 'rate-limited' || retryAfterMs !== undefined;
    if (paced) this.slowDown(retryAfterMs ?? FIRST_PAUSE_MS * 2 ** this.pauses);
    const hopeless = HOPELESS.includes(error.code) && isDefiniteRefusal(error, 'stop');
    this.failures = hopeless ? this.failures + 1 : 0;
    if (this.failures >= HOPELESS_AFTER) this.stop(`Nothing more was sent. ${error.message}`);
  }

  private slowDown(wait: number): void {
    if (wait > MOST_WAIT_MS)
      return this.stop(
        `The console asked for a pause of ${formatSpan(wait)}. Nothing more was sent; resume after it.`,
      );
    const again = this.width === 1 && this.doneSincePause <= 1;
    if (again) this.spacing = Math.max(this.spacing, wait);
    this.width = 1;
    this.pauses += 1;
    this.doneSincePause = 0;
    this.notBefore = Math.max(this.notBefore, this.clock.monotonic() + wait);
  }

  private stop(why: string): void {
    this.stopped ??= why;
    for (const turn of this.queue.splice(0)) turn();
  }

  private sleep(ms: number, halted?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        stop();
        halted?.removeEventListener('abort', wake);
        resolve();
      };
      const stop = this.clock.after(ms, wake);
      halted?.addEventListener('abort', wake, { once: true });
    });
  }
}
