import * as z from 'zod';
import { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { DocumentStore, RecordBook, SecretStore } from '@main/ports';

const RecordedKey = ApiKey.omit({ consoleId: true, environmentId: true });

/** By console id. */
export const RecordedFile = z.record(z.string(), z.array(RecordedKey));
export type RecordedFile = z.infer<typeof RecordedFile>;

const accountOf = (consoleId: string, keyId: string): string => `recorded/${consoleId}/${keyId}`;

/** Keys that were made elsewhere and recorded by hand; a secret is in the keychain, or nowhere. */
export class RecordedKeys {
  constructor(
    private readonly store: DocumentStore<RecordedFile>,
    private readonly keychain: SecretStore,
    private readonly sensitive: (secret: string) => void,
  ) {}

  /** The keys of one console. */
  book(consoleId: string): RecordBook {
    const change = async (to: (keys: RecordedFile[string]) => RecordedFile[string]): Promise<void> => {
      await this.store.update((all) => ({ ...all, [consoleId]: to(all[consoleId] ?? []) }));
    };
    return {
      list: async () => (await this.store.read())[consoleId] ?? [],
      put: (key) =>
        change((keys) =>
          keys.some(({ id }) => id === key.id)
            ? keys.map((each) => (each.id === key.id ? key : each))
            : [...keys, key],
        ),
      remove: async (keyId) => {
        // Keychain before file: a record without its secret can be removed again, a secret without a record cannot.
        await this.letGo(consoleId, keyId);
        await change((keys) => keys.filter(({ id }) => id !== keyId));
      },
      readSecret: (keyId) => this.readSecret(consoleId, keyId),
      keepSecret: (keyId, secret) => {
        this.sensitive(secret);
        return this.keychain.write(accountOf(consoleId, keyId), secret);
      },
    };
  }

  /** Whether secrets are kept for a console. */
  async keeps(consoleId: string): Promise<boolean> {
    return (await this.book(consoleId).list()).some(({ readable }) => readable !== false);
  }

  /** Forgets everything recorded for a console; nothing, where the keychain does not let go of a secret. */
  async forget(consoleId: string): Promise<void> {
    const keys = await this.book(consoleId).list();
    if (keys.length === 0) return;
    for (const { id } of keys) await this.letGo(consoleId, id);
    await this.store.update(({ [consoleId]: _forgotten, ...others }) => others);
  }

  /** Where no secret was kept, the keychain need not be there. */
  private async letGo(consoleId: string, keyId: string): Promise<void> {
    const key = (await this.book(consoleId).list()).find(({ id }) => id === keyId);
    if (key?.readable !== false) await this.keychain.remove(accountOf(consoleId, keyId));
  }

  private async readSecret(consoleId: string, keyId: string): Promise<string | null> {
    const found = await this.keychain.read(accountOf(consoleId, keyId));
    switch (found.state) {
      case 'ok':
        this.sensitive(found.value);
        return found.value;
      case 'absent':
        return null;
      case 'locked':
        throw new AppError('keychain-locked', 'The keychain is locked, so the key cannot be read.');
      case 'unavailable':
        throw new AppError('keychain-missing', 'There is no keychain here, so the key cannot be read.');
      case 'unresponsive':
        throw new AppError(
          'keychain-unresponsive',
          'The keychain does not answer, so the key cannot be read.',
        );
    }
  }
}
