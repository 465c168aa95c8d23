import * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import type { ConsoleView } from '@core/domain/console';
import { isSecretField } from '@core/domain/vendor';
import type { SecretRead, SecretStore } from '@main/ports';
import { CredentialItems, keychainTrouble } from '@main/services/credential-items';

/** What the keychain keeps for one console: one self-describing, versioned text. */
const KeptCredentials = z.strictObject({
  version: z.literal(1),
  method: z.string(),
  fields: z.record(z.string(), z.string()),
});

/** An operator's sign-in: the method and its fields by name. */
export interface Credentials {
  readonly method: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface Known {
  readonly state: ConsoleView['credentials'];
  /** Held for this session only, because the keychain could not take them. */
  readonly inMemory?: Credentials;
  /** The keychain may hold older ones of the same console. */
  readonly older?: boolean;
}

const accountOf = (consoleId: string): string => `console/${consoleId}`;

/** Console credentials in the keychain, or in memory for this session when there is none that can be used. */
export class ConsoleCredentials {
  private readonly known = new Map<string, Known>();
  private readonly items: CredentialItems;

  constructor(
    keychain: SecretStore,
    private readonly sensitive: (secret: string) => void,
  ) {
    this.items = new CredentialItems(keychain);
  }

  /** Where the credentials of a console are, as far as known; never asks the keychain. */
  state(consoleId: string): ConsoleView['credentials'] {
    return this.known.get(consoleId)?.state ?? 'kept';
  }

  /** Whether anything is in memory only and lost at the end of this session. */
  get sessionOnly(): boolean {
    return this.inMemory().length > 0;
  }

  /**
   * The credentials of a console.
   * Throws `unauthorized` when there are none, or the keychain's own error when it cannot be read now.
   */
  async read(consoleId: string): Promise<Credentials> {
    const inMemory = this.known.get(consoleId)?.inMemory;
    if (inMemory !== undefined) return inMemory;
    const found = await this.items.read(accountOf(consoleId));
    if (found.state !== 'ok') throw this.unreadable(consoleId, found);
    const kept = KeptCredentials.safeParse(parseJson(found.value));
    if (!kept.success) {
      this.known.set(consoleId, { state: 'missing' });
      throw new AppError(
        'unauthorized',
        'The keychain item of this console is damaged. Enter its credentials again.',
      );
    }
    this.known.set(consoleId, { state: 'kept' });
    this.markSensitive(kept.data);
    return kept.data;
  }

  /** Keeps credentials; in memory only, when the keychain cannot take them now. */
  async write(consoleId: string, credentials: Credentials): Promise<void> {
    this.markSensitive(credentials);
    const item = JSON.stringify({ version: 1, method: credentials.method, fields: credentials.fields });
    try {
      await this.items.write(accountOf(consoleId), item);
      this.known.set(consoleId, { state: 'kept' });
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('keychain-')) throw error;
      const before = this.known.get(consoleId);
      const older = before?.older ?? (before?.state === 'kept' || before?.state === 'unreadable');
      this.known.set(consoleId, { state: 'session', inMemory: credentials, older });
    }
  }

  /** Like `write`; what it gives back puts the former ones in their place again. */
  async replace(consoleId: string, credentials: Credentials): Promise<() => Promise<void>> {
    const account = accountOf(consoleId);
    const item = await this.items.read(account);
    if (item.state !== 'ok' && item.state !== 'absent' && !this.known.has(consoleId))
      this.known.set(consoleId, { state: 'unreadable' });
    const before = this.known.get(consoleId);
    await this.write(consoleId, credentials);
    return async () => {
      const reached = this.known.get(consoleId)?.inMemory === undefined;
      if (reached && item.state === 'ok') await this.items.write(account, item.value);
      if (reached && item.state !== 'ok') await this.items.remove(account);
      if (before === undefined) this.known.delete(consoleId);
      else this.known.set(consoleId, before);
    };
  }

  /** Forgets the credentials of a console everywhere; a keychain that may have some and cannot be reached is reported. */
  async remove(consoleId: string): Promise<void> {
    const known = this.known.get(consoleId);
    if (known?.inMemory === undefined || known.older === true) await this.items.remove(accountOf(consoleId));
    this.known.delete(consoleId);
  }

  /** Moves what was kept in memory into the keychain, now that it answers again. */
  async keepSession(): Promise<void> {
    for (const [consoleId, credentials] of this.inMemory()) await this.write(consoleId, credentials);
  }

  private inMemory(): [string, Credentials][] {
    return [...this.known].flatMap(([consoleId, { inMemory }]) =>
      inMemory === undefined ? [] : [[consoleId, inMemory] as [string, Credentials]],
    );
  }

  private unreadable(consoleId: string, found: Exclude<SecretRead, { state: 'ok' }>): AppError {
    this.known.set(consoleId, { state: found.state === 'absent' ? 'missing' : 'unreadable' });
    if (found.state !== 'absent') return keychainTrouble(found.state);
    return new AppError(
      'unauthorized',
      'The keychain has no credentials for this console. Enter them again.',
    );
  }

  private markSensitive({ fields }: Credentials): void {
    for (const [name, value] of Object.entries(fields)) if (isSecretField(name)) this.sensitive(value);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
