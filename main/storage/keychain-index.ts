import * as z from 'zod';
import { JsonStore, type JsonStoreOptions } from './json-store';

const KeychainRecord = z.object({
  /** Whether the canary was stored, so that its absence means something. */
  canary: z.boolean(),
  accounts: z.array(z.string()),
});
type KeychainRecord = z.infer<typeof KeychainRecord>;

/** Which items Keydesk put into the keychain: their names and nothing else. A keychain is never asked to list itself. */
export class KeychainIndex {
  private readonly store: JsonStore<KeychainRecord>;

  constructor(path: string, onProblem?: JsonStoreOptions<KeychainRecord>['onProblem']) {
    this.store = new JsonStore({
      path,
      schema: KeychainRecord,
      initial: () => ({ canary: false, accounts: [] }),
      ...(onProblem && { onProblem }),
    });
  }

  /** The items that may exist, in the order they were first stored. */
  async accounts(): Promise<readonly string[]> {
    return (await this.store.read()).accounts;
  }

  /** Whether the canary is expected. */
  async hasCanary(): Promise<boolean> {
    return (await this.store.read()).canary;
  }

  async recordCanary(): Promise<void> {
    await this.store.update((record) => ({ ...record, canary: true }));
  }

  async add(account: string): Promise<void> {
    await this.store.update((record) => ({
      ...record,
      accounts: [...new Set(record.accounts).add(account)],
    }));
  }

  async remove(account: string): Promise<void> {
    await this.store.update((record) => ({
      ...record,
      accounts: record.accounts.filter((known) => known !== account),
    }));
  }
}
