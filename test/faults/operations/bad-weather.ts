import { AppError, type AppErrorCode } from '@core/domain/app-error';
import type { ConsoleCall, Fault } from '@test/support/fake-adapter';

/** Ends of an exchange that say nothing of what the console did. */
const UNCLEAR: readonly AppErrorCode[] = ['offline', 'timeout', 'server', 'bad-answer', 'redirected'];
/** Refusals, which only come before anything was done. */
const REFUSALS: readonly AppErrorCode[] = ['rate-limited', 'forbidden', 'unauthorized', 'conflict'];
const CHANGES: readonly ConsoleCall[] = ['issue', 'edit', 'stop'];

/** Decides by chance, which a seed makes again, what goes wrong with each call. */
export class BadWeather {
  /** How many calls went wrong. */
  faults = 0;
  /** How likely a call goes wrong, from 0 to 1. */
  chance: number;

  constructor(
    private readonly random: () => number,
    chance: number,
  ) {
    this.chance = chance;
  }

  /** What goes wrong with a call, if anything. */
  readonly strike = (call: ConsoleCall): Fault | null => {
    if (this.random() >= this.chance) return null;
    this.faults += 1;
    if (!CHANGES.includes(call)) return { when: 'before', error: failure(this.pick(UNCLEAR)) };
    const when = this.pick(['before', 'after', 'late', 'refused'] as const);
    if (when !== 'refused') return { when, error: failure(this.pick(UNCLEAR)) };
    // A console that lost sight of a key for a moment says so of keys that live on.
    const refusals = call === 'stop' ? [...REFUSALS, 'not-found' as const] : REFUSALS;
    return { when: 'before', error: failure(this.pick(refusals)) };
  };

  /** One of several, by chance. */
  pick<T>(from: readonly T[]): T {
    const picked = from[Math.floor(this.random() * from.length)];
    if (picked === undefined) throw new Error('Nothing to pick from.');
    return picked;
  }
}

const failure = (code: AppErrorCode): AppError =>
  new AppError(code, `fault: ${code}`, { system: 'ECONNRESET' });
