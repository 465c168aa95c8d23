import type { VendorKey } from '@main/adapters/adapter';
import type { Clock } from '@main/ports';

/** How many of the latest calls are remembered: a console may note a use only after it has answered. */
const REMEMBERED = 6;

/** The console's clock is known to about a second, in milliseconds. */
const SLACK_MS = 3_000;

/** A time without seconds may be as old as this, in milliseconds. */
const MINUTE_MS = 60_000;

/** Remembers when Keydesk called, on the console's clock, to recognise the key that it signs in with. */
export class OwnCalls {
  private calls: readonly (readonly [begun: number, ended: number])[] = [];

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly skewMs: () => number | undefined,
  ) {}

  /** Makes one call. */
  async during<T>(call: () => Promise<T>): Promise<T> {
    const begun = this.clock.now();
    try {
      return await call();
    } finally {
      const skew = this.skewMs() ?? 0;
      this.calls = [...this.calls.slice(1 - REMEMBERED), [begun + skew, this.clock.now() + skew]];
    }
  }

  /**
   * Marks the keys that may be the one that is signed in with: those whose last use fits one of our calls. A console
   * that tells no last use of any key leaves all of them possible. It never says for certain.
   */
  mark(keys: readonly VendorKey[]): VendorKey[] {
    const silent = keys.every(({ lastUsedAt }) => lastUsedAt === undefined);
    return keys.map((key) => (silent || this.fits(key) ? { ...key, signsIn: 'perhaps' } : key));
  }

  private fits({ lastUsedAt }: VendorKey): boolean {
    if (lastUsedAt === undefined || lastUsedAt === 'never') return false;
    const at = Date.parse(lastUsedAt);
    const before = at % MINUTE_MS === 0 ? MINUTE_MS : SLACK_MS;
    return this.calls.some(([begun, ended]) => at >= begun - before && at <= ended + SLACK_MS);
  }
}
