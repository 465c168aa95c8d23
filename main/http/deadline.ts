import { AppError } from '@core/domain/app-error';
import type { Clock } from '@main/ports';

/** The bounds of one exchange in milliseconds. */
export interface Bounds {
  readonly connectMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
}

/** SECURITY: not the default reason, whose stack would keep everything that led here in memory, credentials too. */
const OVER = 'over';

const seconds = (ms: number): string => `${Math.max(1, Math.round(ms / 1_000))} s`;

/** Ends one exchange when it takes too long in whole or in part, or when the caller gives up; says why. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly stops: (() => void)[] = [];
  private stopConnect: () => void;
  private stopIdle: () => void = () => undefined;
  private established = false;
  private ended: AppError | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly bounds: Bounds,
    caller?: AbortSignal,
  ) {
    const { connectMs, totalMs } = bounds;
    this.stopConnect = clock.after(connectMs, () => this.end(notConnected(connectMs)));
    this.stops.push(clock.after(totalMs, () => this.end(tooSlow(totalMs))));
    if (caller !== undefined) this.follow(caller);
  }

  /** Aborts the exchange; the reason is `reason`. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Why it was ended here; null when it was not. */
  get reason(): AppError | null {
    return this.ended;
  }

  /** Whether a connection was made, so that something may have been sent. */
  get connected(): boolean {
    return this.established;
  }

  /** The connection, TLS included, is made: from now on something may arrive at the console. */
  markConnected(): void {
    this.established = true;
    this.stopConnect();
  }

  /** Something of the answer arrived. */
  markProgress(): void {
    const { idleMs } = this.bounds;
    this.stopIdle();
    this.stopIdle = this.clock.after(idleMs, () => this.end(fellSilent(idleMs)));
  }

  /** The exchange is over: ends what may still be going on in the background. */
  clear(): void {
    this.stopConnect();
    this.stopIdle();
    for (const stop of this.stops) stop();
    this.controller.abort(OVER);
  }

  private end(reason: AppError): void {
    this.ended ??= reason;
    this.controller.abort();
  }

  private follow(caller: AbortSignal): void {
    const give = (): void => this.end(new AppError('cancelled', 'This was cancelled.'));
    if (caller.aborted) return give();
    caller.addEventListener('abort', give, { once: true });
    this.stops.push(() => caller.removeEventListener('abort', give));
  }
}

const notConnected = (ms: number): AppError =>
  new AppError(
    'offline',
    `The console did not accept a connection within ${seconds(ms)}. Check address and network.`,
    {
      system: 'ETIMEDOUT',
    },
  );

const tooSlow = (ms: number): AppError =>
  new AppError(
    'timeout',
    `The console did not finish its answer within ${seconds(ms)}. It may be overloaded.`,
  );

const fellSilent = (ms: number): AppError =>
  new AppError('timeout', `The console fell silent for ${seconds(ms)} in the middle of its answer.`);
