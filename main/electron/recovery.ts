import type { Clock, Log } from '@main/ports';

const SHORT_MS = 60_000;
/** A page that dies more often than this within a short time would only die again. */
const OFTEN = 3;

/** A page that may crash, as far as it is watched here. */
export interface WatchedPage {
  on(event: 'render-process-gone', listener: (event: unknown, details: { reason: string }) => void): unknown;
  reload(): void;
}

/** What bringing a page back needs. */
export interface RecoveryParts {
  readonly page: WatchedPage;
  readonly clock: Clock;
  readonly log: Log;
  /** Asks whether to try once more after it kept failing. */
  readonly tryAgain: () => Promise<boolean>;
  readonly giveUp: () => void;
}

/** Loads the page anew when its process is gone. Main keeps running, and with it every operation under way. */
export function recoverPage({ page, clock, log, tryAgain, giveUp }: RecoveryParts): void {
  let lately: number[] = [];
  page.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.warn('window.gone', { reason });
    const now = clock.monotonic();
    lately = [...lately.filter((at) => now - at < SHORT_MS), now];
    if (lately.length <= OFTEN) return page.reload();
    lately = [];
    void tryAgain().then((again) => (again ? page.reload() : giveUp()));
  });
}
