import { AppError } from '@core/domain/app-error';
import type { Clock, Log } from '@main/ports';

/** Writes one thing. */
export type Write = () => Promise<unknown>;

/** As long as this is waited for more before anything is written, and between two times. */
const PAUSE_MS = 3_000;

/** Nobody who quits waits longer. */
const LAST_MS = 300;

/** Writes things a little later, the newest of each name only, one after the other and in nobody's way. */
export class WriteBehind {
  private readonly waiting = new Map<string, Write>();
  private cancel: (() => void) | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: Pick<Clock, 'after'>,
    private readonly log: Log,
  ) {}

  /** Takes a write with the place of the one that waits under the same name. */
  put(name: string, write: Write): void {
    this.waiting.set(name, write);
    this.cancel ??= this.clock.after(PAUSE_MS, () => void this.flush());
  }

  /** Forgets those that wait. */
  drop(which: (name: string) => boolean = () => true): void {
    for (const name of this.waiting.keys()) if (which(name)) this.waiting.delete(name);
  }

  /** Does something when what was begun before is done. */
  inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.last.then(job);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves once all of it is written or could not be, and after a moment at the latest. */
  async finish(): Promise<void> {
    let cancel = (): void => undefined;
    const late = new Promise<void>((resolve) => (cancel = this.clock.after(LAST_MS, resolve)));
    await Promise.race([this.flush(), late]);
    cancel();
  }

  private flush(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    const writes = [...this.waiting.values()];
    this.waiting.clear();
    return this.inTurn(async () => {
      for (const write of writes) await this.tried(write);
    });
  }

  private async tried(write: Write): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.log.warn('last-known.not-kept', { code: error instanceof AppError ? error.code : 'unexpected' });
    }
  }
}
