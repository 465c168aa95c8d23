import type { Keychain, KeychainState } from '@main/ports';
import { troubleError } from '@main/storage/keychain-trouble';
import { SessionSecretStore } from '@main/storage/session-secret-store';

/** A keychain in memory whose state a test chooses; it keeps its items while it is locked or away. */
export class MemorySecretStore extends SessionSecretStore implements Keychain {
  state: KeychainState = 'ok';
  /** What `unlock` leads to. */
  afterUnlock: KeychainState = 'ok';

  override async probe(): Promise<KeychainState> {
    return this.state;
  }

  async unlock(): Promise<KeychainState> {
    this.state = this.afterUnlock;
    return this.state;
  }

  override async read(account: string): ReturnType<Keychain['read']> {
    return this.state === 'ok' ? super.read(account) : { state: this.state };
  }

  override async write(account: string, value: string): Promise<void> {
    this.refuse();
    await super.write(account, value);
  }

  override async remove(account: string): Promise<void> {
    this.refuse();
    await super.remove(account);
  }

  private refuse(): void {
    if (this.state !== 'ok') throw troubleError(this.state);
  }
}
