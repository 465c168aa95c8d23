import type { KeychainState, SecretRead, SecretStore } from '@main/ports';
import { checkAccount, checkSecret } from './secret-rules';

/**
 * Secrets for one session: in memory, gone with the process. Used when there is no keychain and the operator accepts it.
 * SECURITY: there is deliberately no way from here to a file.
 */
export class SessionSecretStore implements SecretStore {
  private readonly secrets = new Map<string, string>();

  async probe(): Promise<KeychainState> {
    return Promise.resolve('ok');
  }

  async read(account: string): Promise<SecretRead> {
    const value = this.secrets.get(account);
    return Promise.resolve(value === undefined ? { state: 'absent' } : { state: 'ok', value });
  }

  async write(account: string, value: string): Promise<void> {
    checkAccount(account);
    checkSecret(value);
    this.secrets.set(account, value);
    return Promise.resolve();
  }

  async remove(account: string): Promise<void> {
    this.secrets.delete(account);
    return Promise.resolve();
  }

  /** Forgets everything, for the lock and the end of the session. */
  clear(): void {
    this.secrets.clear();
  }
}
