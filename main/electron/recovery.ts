import type { Clock, Log } from '@main/ports';

const SHORT_MS = 60_000;
/** A page that dies more often than this within a short time would only die again. */
const OFTEN = 3;

/** A page that may crash or hang, as far as it is watched here. */
export interface WatchedPage {
  on(event: 'render-process-gone', listener: (event: unknown, details: { reason: string }) => void): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
  forcefullyCrashRenderer(): void;
  reload(): void;
}

/** What bringing a page back needs. */
export interface RecoveryParts {
  readonly page: WatchedPage;
  readonly clock: Clock;
  readonly log: Log;
  /** Asks whether to show a page anew that keeps crashing, or one that hangs. */
  readonly showAnew: (why: 'crashed' | 'hangs') => Promise<boolean>;
  readonly giveUp: () => void;
}

/** Loads the page anew when its process is gone. Main keeps running, and with it every operation under way. */
export function recoverPage({ page, clock, log, showAnew, giveUp }: RecoveryParts): void {
  let lately: number[] = [];
  page.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.warn('window.gone', { reason });
    const now = clock.monotonic();
    lately = [...lately.filter((at) => now - at < SHORT_MS), now];
    if (lately.length <= OFTEN) return page.reload();
    lately = [];
    void showAnew('crashed').then((anew) => (anew ? page.reload() : giveUp()));
  });
  let asking = false;
  page.on('unresponsive', () => {
    if (asking) return;
    asking = true;
    log.warn('window.hangs');
    void showAnew('hangs').then((anew) => {
      asking = false;
      // Its end is noticed above, which loads it again.
      if (anew) page.forcefullyCrashRenderer();
    });
  });
}

/** The question for a page in trouble; the first button shows it anew. */
export const troubleQuestion = {
  crashed: {
    type: 'error' as const,
    message: 'The window of Keydesk stopped several times.',
    detail: 'Nothing that was sent is lost: it is looked into at the next start.',
    buttons: ['Show it again', 'Quit'],
  },
  hangs: {
    type: 'warning' as const,
    message: 'The window of Keydesk does not answer.',
    detail: 'What was typed and not sent is lost when it is shown anew.',
    buttons: ['Show it anew', 'Wait'],
  },
};
