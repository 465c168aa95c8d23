import type { Keychain, KeychainState, SecretRead } from '@main/ports';
import { troubleError } from '@main/storage/keychain-trouble';
import { checkAccount, checkSecret } from '@main/storage/secret-rules';

/** A keychain in memory whose state a test chooses; it keeps its items while it is locked or away. */
export class MemorySecretStore implements Keychain {
  private readonly secrets = new Map<string, string>();
  state: KeychainState = 'ok';
  /** What `unlock` leads to. */
  afterUnlock: KeychainState = 'ok';

  async probe(): Promise<KeychainState> {
    return Promise.resolve(this.state);
  }

  async unlock(): Promise<KeychainState> {
    this.state = this.afterUnlock;
    return Promise.resolve(this.state);
  }

  async read(account: string): Promise<SecretRead> {
    if (this.state !== 'ok') return Promise.resolve({ state: this.state });
    const value = this.secrets.get(account);
    return Promise.resolve(value === undefined ? { state: 'absent' } : { state: 'ok', value });
  }

  async write(account: string, value: string): Promise<void> {
    checkAccount(account);
    checkSecret(value);
    this.refuse();
    this.secrets.set(account, value);
    return Promise.resolve();
  }

  async remove(account: string): Promise<void> {
    this.refuse();
    this.secrets.delete(account);
    return Promise.resolve();
  }

  private refuse(): void {
    if (this.state !== 'ok') throw troubleError(this.state);
  }
}
