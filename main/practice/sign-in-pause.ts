import { Problem } from './problem';

/** What decides over pauses. */
export interface PauseRules {
  readonly clock: () => number;
  /** Wrong passwords in a row before sign-in pauses. */
  readonly attempts: number;
  /** How long, in milliseconds. */
  readonly pauseMs: number;
}

/** Pauses sign-in under a name after too many wrong passwords in a row. Not kept over a restart. */
export class SignInPause {
  private readonly failures = new Map<string, { count: number; last: number }>();

  constructor(private readonly rules: PauseRules) {}

  /** Throws `too-many-attempts` with Retry-After in seconds while the name is paused. */
  check(name: string): void {
    const failed = this.failures.get(name);
    if (!failed || failed.count < this.rules.attempts) return;
    const waitMs = failed.last + this.rules.pauseMs - this.rules.clock();
    if (waitMs <= 0) {
      this.failures.delete(name);
      return;
    }
    throw new Problem('too-many-attempts', 'Too many wrong passwords in a row: wait before trying again.', {
      headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) },
    });
  }

  failed(name: string): void {
    const count = (this.failures.get(name)?.count ?? 0) + 1;
    this.failures.set(name, { count, last: this.rules.clock() });
  }

  succeeded(name: string): void {
    this.failures.delete(name);
  }
}
