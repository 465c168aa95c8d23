import { DAY_MS, toInstant } from '@core/domain/instant';
import type { ConsoleAdapter, DecidedDraft } from '@main/adapters/adapter';
import { adapterRegistry } from '@main/adapters/registry';
import { openHttp } from '@main/http/console-http';
import { RecordedKeys, type RecordedFile } from '@main/services/recorded-keys';
import { aConnection } from '@test/support/connection';
import { MemoryDocument } from '@test/support/memory-stores';
import { MemorySecretStore } from '@test/support/memory-secret-store';

/** The id of the one environment there is. */
export const HERE = 'recorded';
/** A key as Qodly makes them. */
export const SECRET = 'f3b1c2d4-0000-4000-8000-1234567890ab';

/** What an operator enters to record it. */
export const aDraft = (more: Partial<DecidedDraft> = {}): DecidedDraft => ({
  name: 'Accounting',
  type: 'standard',
  role: 'Reader',
  expiresAt: toInstant(Date.now() + 30 * DAY_MS),
  allowedHosts: [],
  secret: SECRET,
  ...more,
});

/** A profile with recorded keys: the real book over a keychain and a file in memory. */
export class AssistedDesk {
  readonly keychain = new MemorySecretStore();
  readonly file = new MemoryDocument<RecordedFile>({});
  /** What the log was told to leave out. */
  readonly sensitive: string[] = [];

  /** Keydesk at an endpoint, with what was recorded before. */
  at(baseUrl: string): ConsoleAdapter {
    const book = new RecordedKeys(this.file, this.keychain, (secret) => this.sensitive.push(secret)).book(
      'acme',
    );
    return adapterRegistry(openHttp).qodly(aConnection({ baseUrl, method: 'assisted', book }));
  }
}
