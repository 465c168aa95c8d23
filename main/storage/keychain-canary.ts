import type { KeychainIndex } from './keychain-index';
import type { Effort, KeychainLine } from './keychain-line';
import { troubleError } from './keychain-trouble';

const ACCOUNT = 'keydesk:canary';
/** Not a secret, and always the same, so that storing it again changes nothing. */
const VALUE = 'Keydesk reads this to see whether the keychain is open.';

/**
 * An item that is always there, so that not finding it means a locked keychain and not a missing item.
 * Every failure has a `keychain-…` code.
 */
export class KeychainCanary {
  constructor(
    private readonly line: KeychainLine,
    private readonly index: KeychainIndex,
  ) {}

  /** Makes sure that the keychain is open. Stores the canary only where it never was. */
  async check(effort: Effort): Promise<void> {
    const found = await this.line.ask({ op: 'get', account: ACCOUNT }, effort);
    if (found !== null) return this.record();
    if (await this.index.hasCanary()) throw troubleError('locked');
    return this.plant(effort);
  }

  /** Stores the canary: where the operator asked for the keychain to be opened, or an item was just stored. */
  async plant(effort: Effort): Promise<void> {
    await this.line.ask({ op: 'set', account: ACCOUNT, value: VALUE }, effort);
    const kept = await this.line.ask({ op: 'get', account: ACCOUNT }, effort);
    if (kept === null) throw troubleError('locked');
    return this.record();
  }

  private async record(): Promise<void> {
    // Without the record the canary is stored again one day, which changes nothing.
    await this.index.recordCanary().catch(() => undefined);
  }
}
