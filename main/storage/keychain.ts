import { AppError } from '@core/domain/app-error';
import type { Keychain as KeychainPort, KeychainState, SecretRead } from '@main/ports';
import { KeychainCanary } from './keychain-canary';
import type { KeychainIndex } from './keychain-index';
import { KeychainLine, type Effort, type LineParts } from './keychain-line';
import { stateOf, troubleError } from './keychain-trouble';
import { checkAccount, checkSecret } from './secret-rules';
import { SerialQueue } from './serial-queue';

/** The name under which a release keeps its items; a constant, because items under another name are lost to it. */
export const KEYCHAIN_SERVICE = 'dev.keydesk.Keydesk';
/** The same for development builds, so that they never touch a release's items. */
export const DEVELOPMENT_KEYCHAIN_SERVICE = 'dev.keydesk.Keydesk.development';

const DEADLINE_MS = 3000;
const UNLOCK_DEADLINE_MS = 60_000;

/** What the keychain needs from outside. */
export interface KeychainParts extends LineParts {
  readonly index: KeychainIndex;
}

/**
 * The system's keychain, reached through a process that is killed when it hangs. One call at a time, 3 s each.
 * A keychain that finds nothing may just be locked, so "absent" is only said while the canary can be read, and nothing
 * is ever overwritten or removed because something was not found.
 */
export class Keychain implements KeychainPort {
  private readonly line: KeychainLine;
  private readonly canary: KeychainCanary;
  private readonly queue = new SerialQueue();
  private probing: Promise<KeychainState> | null = null;
  private unlocking: Promise<KeychainState> | null = null;
  private lastAdvice: string | null = null;

  constructor(private readonly parts: KeychainParts) {
    this.line = new KeychainLine(parts);
    this.canary = new KeychainCanary(this.line, parts.index);
  }

  /** What to tell the operator when the last call failed, else null. */
  get advice(): string | null {
    return this.lastAdvice;
  }

  /** The items that Keydesk may have stored here; the keychain itself is never asked for a list. */
  accounts(): Promise<readonly string[]> {
    return this.parts.index.accounts();
  }

  async probe(): Promise<KeychainState> {
    if (this.unlocking) return 'locked';
    this.probing ??= this.state(DEADLINE_MS, (effort) => this.canary.check(effort)).finally(() => {
      this.probing = null;
    });
    return this.probing;
  }

  /**
   * Opens the keychain, with time for a person to answer the system's question (60 s); meanwhile other calls say
   * "locked". Also how a keychain that was emptied or replaced becomes usable again.
   */
  async unlock(): Promise<KeychainState> {
    this.unlocking ??= this.state(UNLOCK_DEADLINE_MS, (effort) => this.canary.plant(effort)).finally(() => {
      this.unlocking = null;
    });
    return this.unlocking;
  }

  async read(account: string): Promise<SecretRead> {
    checkAccount(account);
    if (this.unlocking) return { state: 'locked' };
    try {
      return await this.run(DEADLINE_MS, (effort) => this.find(account, { ...effort, insistedAt: null }));
    } catch (error) {
      return { state: stateOf(error) };
    }
  }

  async write(account: string, value: string): Promise<void> {
    checkAccount(account);
    checkSecret(value);
    await this.change(async (effort) => {
      // First the record, then the item: an item nobody knows of could never be removed again.
      await this.parts.index.add(account);
      await this.line.ask({ op: 'set', account, value }, effort);
      const kept = await this.line.ask({ op: 'get', account }, effort);
      if (kept === null) throw troubleError('locked');
      if (kept !== value) throw alteredError();
      // The value is safe already: a canary that cannot be stored now is no reason to say otherwise.
      await this.canary.plant(effort).catch(() => undefined);
    });
  }

  async remove(account: string): Promise<void> {
    checkAccount(account);
    await this.change(async (effort) => {
      const removed = await this.line.ask({ op: 'remove', account }, effort);
      if (removed === null) await this.canary.check(effort);
      await this.parts.index.remove(account);
    });
  }

  /** Ends the keychain process, and with it what it remembers; the next call starts another. */
  rest(): void {
    this.line.end();
  }

  /** Ends the keychain process for good; calls under way and later ones find it unresponsive. */
  close(): void {
    this.line.close();
  }

  private async find(account: string, effort: Effort): Promise<SecretRead> {
    const value = await this.line.ask({ op: 'get', account }, effort);
    if (value !== null) return { state: 'ok', value };
    await this.canary.check(effort);
    return { state: 'absent' };
  }

  private async state(limitMs: number, job: (effort: Effort) => Promise<void>): Promise<KeychainState> {
    try {
      await this.run(limitMs, job);
      return 'ok';
    } catch (error) {
      return stateOf(error);
    }
  }

  private async change(job: (effort: Effort) => Promise<void>): Promise<void> {
    if (this.unlocking) throw troubleError('locked');
    return this.run(DEADLINE_MS, job);
  }

  private async run<T>(limitMs: number, job: (effort: Effort) => Promise<T>): Promise<T> {
    const insistedAt = this.parts.clock.monotonic();
    try {
      const result = await this.queue.run(() =>
        job({ until: this.parts.clock.monotonic() + limitMs, insistedAt }),
      );
      this.lastAdvice = null;
      return result;
    } catch (error) {
      this.lastAdvice = error instanceof AppError ? error.message : null;
      throw error;
    }
  }
}

const alteredError = (): AppError =>
  new AppError(
    'keychain-missing',
    'The keychain gave back something else than was stored. Store it again, or keep it for this session only.',
  );
