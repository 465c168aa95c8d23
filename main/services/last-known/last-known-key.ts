import { AppError } from '@core/domain/app-error';
import type { Clock, Crypto, Log, SecretStore } from '@main/ports';

/** What files are encrypted with, and what their names are made with. */
export interface LastKnownKeys {
  readonly seal: string;
  readonly names: string;
}

/** What the key stands on. */
export interface LastKnownKeyParts {
  readonly keychain: Pick<SecretStore, 'read' | 'write' | 'remove'>;
  readonly crypto: Pick<Crypto, 'token' | 'hmacSha256'>;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly log: Log;
}

const ACCOUNT = 'last-known-key';
const KEY = /^[0-9a-f]{64}$/;

/** A keychain that cannot be used is left alone for this long: others wait in line for it. */
const PAUSE_MS = 60_000;

/** The key of what is kept over restarts: in the keychain, or nothing is kept. */
export class LastKnownKey {
  private opening: Promise<LastKnownKeys | 'absent' | null> | null = null;
  private notBefore = 0;

  constructor(private readonly parts: LastKnownKeyParts) {}

  /** Whether the keychain need not be asked any more. */
  ready = false;

  /** The keys; `absent` where there are none yet, null where the keychain cannot be used now. */
  async open(): Promise<LastKnownKeys | 'absent' | null> {
    if (this.opening === null && this.parts.clock.monotonic() < this.notBefore) return null;
    this.opening ??= this.load();
    const found = await this.opening;
    this.ready = typeof found === 'object' && found !== null;
    // What did not work is tried again by a later call.
    if (!this.ready) this.opening = null;
    return found;
  }

  /** Makes new ones; null where the keychain does not take them. Whatever was sealed before cannot be opened any more. */
  async make(): Promise<LastKnownKeys | null> {
    const fresh = this.parts.crypto.token() + this.parts.crypto.token();
    try {
      await this.parts.keychain.write(ACCOUNT, fresh);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.pause(error.code);
      return null;
    }
    this.opening = Promise.resolve(this.derived(fresh));
    return this.open().then((keys) => (keys === 'absent' ? null : keys));
  }

  /** Forgets it here; the keychain still has it. */
  letGo(): void {
    this.opening = null;
    this.ready = false;
  }

  /** Removes it from the keychain. Errors are the keychain's own. */
  async remove(): Promise<void> {
    this.letGo();
    await this.parts.keychain.remove(ACCOUNT);
  }

  private async load(): Promise<LastKnownKeys | 'absent' | null> {
    const found = await this.parts.keychain.read(ACCOUNT);
    // A damaged key opens nothing: it is as good as none.
    if (found.state === 'ok') return KEY.test(found.value) ? this.derived(found.value) : 'absent';
    if (found.state === 'absent') return 'absent';
    this.pause(`keychain-${found.state}`);
    return null;
  }

  private pause(code: string): void {
    this.notBefore = this.parts.clock.monotonic() + PAUSE_MS;
    this.parts.log.info('last-known.no-key', { code });
  }

  /** SECURITY: one key for one purpose. */
  private derived(key: string): LastKnownKeys {
    const of = (purpose: string): string =>
      this.parts.crypto.hmacSha256(key, `keydesk last known: ${purpose}`);
    return { seal: of('seal'), names: of('names') };
  }
}
