import { AppError } from '@core/domain/app-error';
import type { Clock } from '@main/ports';
import { waitText } from '@main/http/retry-after';

const MOST_REPEATS = 3;
/** The longest wait a console may impose on a call that is waiting for it. */
const MOST_WAIT_MS = 60_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Keeps the pace a console asks for, over all calls to it, and repeats reads. The only place that sends anything
 * a second time.
 */
export class Pace {
  private notBefore = 0;

  constructor(
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {}

  /** Sends once, but not before the console allows it again. */
  async once<T>(attempt: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.untilAllowed(signal);
    try {
      return await attempt();
    } catch (error) {
      this.learn(error);
      throw error;
    }
  }

  /** Sends a read, and again up to three times after a failure that may pass; pauses grow and are random. */
  async repeated<T>(attempt: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let repeats = 0; ; repeats += 1) {
      try {
        return await this.once(attempt, signal);
      } catch (error) {
        if (repeats === MOST_REPEATS || !mayPass(error)) throw error;
        await this.sleep(this.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** repeats), signal);
      }
    }
  }

  private learn(error: unknown): void {
    const wait = error instanceof AppError ? error.facts.retryAfterMs : undefined;
    if (wait !== undefined) this.notBefore = Math.max(this.notBefore, this.clock.monotonic() + wait);
  }

  private async untilAllowed(signal?: AbortSignal): Promise<void> {
    for (let wait = this.remaining(); wait > 0; wait = this.remaining()) {
      if (wait > MOST_WAIT_MS) {
        const sentence = `The console asked for a pause. Try again in ${waitText(wait)}.`;
        throw new AppError('rate-limited', sentence, { retryAfterMs: wait });
      }
      await this.sleep(wait, signal);
    }
  }

  private remaining(): number {
    return Math.ceil(this.notBefore - this.clock.monotonic());
  }

  private sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        stop();
        reject(new AppError('cancelled', 'This was cancelled.'));
      };
      const stop = this.clock.after(ms, () => {
        signal?.removeEventListener('abort', cancel);
        resolve();
      });
      if (signal?.aborted === true) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
    });
  }
}

/** Whether the same read may succeed a moment later. A timeout was waited for long enough already. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  const { code, facts } = error;
  if ((facts.retryAfterMs ?? 0) > MOST_WAIT_MS) return false;
  if (code === 'offline') return facts.system !== 'ENOTFOUND' && facts.system !== 'ETIMEDOUT';
  return code === 'server' || code === 'rate-limited';
}
