import type * as z from 'zod';
import type { AppStatus } from '@core/contract/messages';
import type { Keychain, KeychainState } from '@main/ports';
import type { ConsoleCredentials } from '@main/services/console-credentials';
import type { RevokeOnlyState } from '@main/services/revoke-only';

/** What stays the same while Keydesk runs. */
export interface Facts {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  readonly trainingFolder: string;
}

/** What the service stands on. */
export interface StatusServiceParts {
  readonly facts: Facts;
  readonly keychain: Keychain;
  readonly credentials: ConsoleCredentials;
  readonly locked: () => boolean;
  /** As last known. */
  readonly revokeOnly: () => RevokeOnlyState;
  readonly changed: () => void;
}

/** What the window is told of the application; asks the keychain only after the window has painted. */
export class StatusService {
  private keychainState: KeychainState | null = null;

  constructor(private readonly parts: StatusServiceParts) {}

  /** The status as last known. */
  read(): z.infer<typeof AppStatus> {
    return {
      ...this.parts.facts,
      keychain: this.keychainState,
      sessionOnly: this.parts.credentials.sessionOnly,
      locked: this.parts.locked(),
      revokeOnly: this.parts.revokeOnly(),
    };
  }

  /** Asks the keychain once, without disturbing anybody. */
  async probeKeychain(): Promise<void> {
    this.keychainState = await this.parts.keychain.probe();
    this.parts.changed();
  }

  /** Asks again and lets the system put its question; then keeps what was in memory only. */
  async retryKeychain(): Promise<z.infer<typeof AppStatus>> {
    this.keychainState = await this.parts.keychain.unlock();
    if (this.keychainState === 'ok') await this.parts.credentials.keepSession();
    this.parts.changed();
    return this.read();
  }
}
