import { DEFAULT_SETTINGS, type Settings } from '@core/domain/settings';
import type { Clock, DocumentStore } from '@main/ports';

/** What has to be forgotten when Keydesk locks, in this order; one that fails does not keep the others. */
export type OnLock = () => Promise<void> | void;

const MINUTE_MS = 60_000;
/** However busy the operator is, after this long they are asked for a click. */
const ABSOLUTE_MS = 12 * 60 * MINUTE_MS;

/** Locks after a while without input. A lock clears what can be fetched again; it authenticates nobody. */
export class SessionService {
  private isLocked = false;
  private cancelIdle: (() => void) | null = null;
  private cancelAbsolute: (() => void) | null = null;

  constructor(
    private readonly settings: DocumentStore<Settings>,
    private readonly clock: Clock,
    private readonly changed: () => void,
    private readonly onLock: readonly OnLock[],
  ) {}

  get locked(): boolean {
    return this.isLocked;
  }

  /** Starts both clocks anew; called at the start and after `unlock`. */
  async start(): Promise<void> {
    this.cancelAbsolute?.();
    this.cancelAbsolute = this.clock.after(ABSOLUTE_MS, () => void this.lock());
    await this.active();
  }

  /** Input happened. */
  async active(): Promise<void> {
    const minutes = await this.idleMinutes();
    if (this.isLocked) return;
    this.cancelIdle?.();
    if (minutes === 0) return;
    this.cancelIdle = this.clock.after(minutes * MINUTE_MS, () => void this.lock());
  }

  /** Forgets secrets and sessions and shows the lock screen. */
  async lock(): Promise<void> {
    if (this.isLocked) return;
    this.isLocked = true;
    this.cancelIdle?.();
    this.cancelAbsolute?.();
    // SECURITY: forgetting begins before anything else can fail.
    const forgetting = Promise.allSettled(this.onLock.map(async (forget) => forget()));
    this.changed();
    await forgetting;
  }

  /** The click that ends a lock. */
  async unlock(): Promise<void> {
    this.isLocked = false;
    await this.start();
    this.changed();
  }

  /** SECURITY: settings that cannot be read are no reason never to lock. */
  private async idleMinutes(): Promise<number> {
    const settings = await this.settings.read().catch(() => DEFAULT_SETTINGS);
    return settings.idleLockMinutes;
  }
}
