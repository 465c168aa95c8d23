import type { WaitingSecret } from '@core/contract/messages';
import type { KeyRef } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { EnvironmentRef } from '@core/domain/environment';
import type { Clock, Crypto } from '@main/ports';

/** A secret that waits in main until the operator has copied, saved or dismissed it. */
export interface HeldSecret {
  readonly secret: string;
  readonly environment: EnvironmentRef;
  readonly keyId: string;
  readonly label: string;
  /** Whether the console would show it again. */
  readonly retrievable: boolean;
  /** Until when it may still be refused. */
  readonly activatesAt?: string;
}

/** How many secrets the window may be shown in a minute. */
const REVEALS_PER_MINUTE = 10;
const MINUTE_MS = 60_000;

/** Issued secrets by handle, and the bound on how many secrets cross to the window. */
export class SecretVault {
  private readonly held = new Map<string, HeldSecret>();
  private shownAt: number[] = [];
  private closed = false;

  constructor(
    private readonly crypto: Crypto,
    private readonly clock: Clock,
    private readonly sensitive: (secret: string) => void,
    /** Told of a secret that the operator has now, or lets go of knowingly. */
    private readonly taken: (key: KeyRef) => void = () => undefined,
  ) {}

  /** Takes a secret in; the handle says nothing about it. */
  hold(secret: HeldSecret): string {
    this.sensitive(secret.secret);
    const handle = this.crypto.token();
    // SECURITY: what arrives during a lock is let go of at once where the console would show it again.
    if (!this.closed || !secret.retrievable) this.held.set(handle, secret);
    return handle;
  }

  /** What waits here, oldest first; never a secret. */
  waiting(): WaitingSecret[] {
    return [...this.held].map(([handle, { environment, keyId, label, activatesAt }]) => ({
      handle,
      key: { ...environment, keyId },
      label,
      ...(activatesAt !== undefined && { activatesAt }),
    }));
  }

  /** The secret of a handle; `not-found` after a lock, a release or a restart. */
  get(handle: string): HeldSecret {
    const found = this.held.get(handle);
    if (found === undefined) throw new AppError('not-found', 'Keydesk no longer holds this secret.');
    return found;
  }

  /** The operator has the secret of a handle. */
  noteTaken(handle: string): void {
    const found = this.held.get(handle);
    if (found !== undefined) this.taken({ ...found.environment, keyId: found.keyId });
  }

  /** Lets go of one secret. */
  release(handle: string): void {
    this.noteTaken(handle);
    this.held.delete(handle);
  }

  /**
   * Lets go of every secret the console would show again, until `open` of those that arrive too. One that is shown
   * only once stays, hidden in main: letting go of it would lose it for good.
   */
  close(): void {
    this.closed = true;
    for (const [handle, { retrievable }] of this.held) if (retrievable) this.held.delete(handle);
  }

  /** Ends what `close` began. */
  open(): void {
    this.closed = false;
  }

  /** SECURITY: throws `locked` for a secret that was asked for before a lock and arrives during it. */
  mustBeOpen(): void {
    if (this.closed) throw new AppError('locked', 'Keydesk was locked meanwhile. Unlock it and try again.');
  }

  /**
   * Counts one secret that is about to cross to the window; `rate-limited` above the bound.
   * SECURITY: a script in the window must not be able to read out a console's secrets in bulk.
   */
  countReveal(): void {
    const now = this.clock.monotonic();
    this.shownAt = this.shownAt.filter((at) => now - at < MINUTE_MS);
    const oldest = this.shownAt[0];
    if (oldest !== undefined && this.shownAt.length >= REVEALS_PER_MINUTE) {
      throw new AppError('rate-limited', `At most ${REVEALS_PER_MINUTE} secrets a minute can be shown.`, {
        retryAfterMs: Math.ceil(MINUTE_MS - (now - oldest)),
      });
    }
    this.shownAt.push(now);
  }
}
