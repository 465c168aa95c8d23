import { AppError } from '@core/domain/app-error';
import type { Operator } from '@core/domain/console';
import { toInstant } from '@core/domain/instant';
import type { KeyChanges } from '@core/domain/key-draft';
import type { ProbeReport } from '@core/domain/probe';
import type {
  ConsoleAdapter,
  DecidedDraft,
  Intent,
  IssuedKey,
  IssueTrace,
  KeyPage,
  VendorEnvironment,
  VendorKey,
} from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import type { Http, OpenHttp } from '@main/http/http';
import { mustBeQodly, probeKey } from './probe';
import { placeName, recorded, withChanges } from './record';

/** The one environment there is without a management address. */
const ENVIRONMENT = 'recorded';
/** Qodly gives a key at most a year. */
const LONGEST_DAYS = 365;
/** What the role picker of the web console offers in every application. */
const DEFAULT_ROLE = 'Admin';

/**
 * One Qodly environment without a management address: keys are made in the web console and recorded here by hand. The
 * environment itself is only ever asked with a key, and once, without one, whether it is there.
 */
export class AssistedQodly implements ConsoleAdapter {
  private readonly data: Http;
  private readonly endpoint: string;

  constructor(
    private readonly connection: ConsoleConnection,
    openHttp: OpenHttp,
  ) {
    this.endpoint = connection.baseUrl.replace(/\/+$/, '');
    this.data = openHttp({ ...connection, baseUrl: this.endpoint });
  }

  /** Throws a sentence of its own for everything that does not answer as a Qodly API endpoint does without a key. */
  async operator(signal?: AbortSignal): Promise<Operator> {
    await mustBeQodly(this.data, signal);
    return {
      name: placeName(this.endpoint),
      canWrite: true,
      canReveal: true,
      note: 'Keys are made in the Qodly console and recorded here. What you change here changes the record, never the key.',
    };
  }

  async environments(): Promise<VendorEnvironment[]> {
    const { length: keyCount } = await this.connection.book.list();
    return [
      {
        environmentId: ENVIRONMENT,
        name: placeName(this.endpoint),
        endpoint: this.endpoint,
        variant: 'assisted',
        maxValidityDays: LONGEST_DAYS,
        canEdit: true,
        production: null,
        state: 'unknown',
        keyCount,
      },
    ];
  }

  /** Those that were recorded before; Qodly tells no others. */
  async roles(): Promise<{ name: string }[]> {
    const used = (await this.connection.book.list()).flatMap(({ role }) => (role === null ? [] : [role]));
    return [...new Set([DEFAULT_ROLE, ...used])].map((name) => ({ name }));
  }

  async *keys(): AsyncGenerator<KeyPage> {
    const keys = await this.connection.book.list();
    yield { keys, total: keys.length };
  }

  async key(_environmentId: string, keyId: string): Promise<VendorKey | null> {
    return (await this.connection.book.list()).find(({ id }) => id === keyId) ?? null;
  }

  findIssued(environmentId: string, { clientRef }: IssueTrace): Promise<VendorKey | null> {
    return this.key(environmentId, clientRef);
  }

  /** Records a key. Its secret goes to the keychain first: where that refuses, nothing is recorded. */
  async issue(_environmentId: string, draft: DecidedDraft, { clientRef }: Intent): Promise<IssuedKey> {
    const { book, clock } = this.connection;
    const { secret } = draft;
    if (secret === undefined) throw new AppError('invalid-input', 'Paste the key.', { field: 'secret' });
    await this.mustBeNew(secret);
    const key = recorded(clientRef, draft, secret, toInstant(clock.now()));
    try {
      if (key.readable === true) await book.keepSecret(key.id, secret);
      await book.put(key);
    } catch (error) {
      // Whatever part of it was kept must not outlive the record that was not made. Nobody waits for that.
      if (key.readable === true) void book.remove(key.id).catch(() => undefined);
      throw error;
    }
    return { key, secret };
  }

  /** Errors of the keychain as they are. */
  async reveal(_environmentId: string, keyId: string): Promise<string> {
    const { readable } = await this.current(keyId);
    const secret = readable === true ? await this.connection.book.readSecret(keyId) : null;
    if (secret !== null) return secret;
    throw new AppError('forbidden', 'Keydesk does not keep this key. Look it up in the Qodly console.');
  }

  async edit(
    _environmentId: string,
    keyId: string,
    changes: KeyChanges,
    revision?: string,
  ): Promise<VendorKey> {
    const key = withChanges(await this.current(keyId, revision), changes);
    await this.connection.book.put(key);
    return key;
  }

  /** Forgets the record; the key itself lives on. */
  async stop(_environmentId: string, keyId: string, revision?: string): Promise<void> {
    await this.current(keyId, revision);
    await this.connection.book.remove(keyId);
  }

  async probe(_environment: VendorEnvironment, secret: string): Promise<ProbeReport> {
    const report = await probeKey(this.data, secret);
    return { ...report, at: toInstant(this.connection.clock.now()) };
  }

  clockSkewMs(): number | undefined {
    return this.data.clockSkewMs();
  }

  private async current(keyId: string, revision?: string): Promise<VendorKey> {
    const key = await this.key(ENVIRONMENT, keyId);
    if (key === null) throw new AppError('not-found', 'This key is no longer recorded here.');
    if (revision === undefined || revision === key.revision) return key;
    throw new AppError('conflict', 'This record was changed meanwhile.');
  }

  /** As far as secrets are kept: the others cannot be compared. A keychain that cannot be read is no reason to refuse. */
  private async mustBeNew(secret: string): Promise<void> {
    const { book } = this.connection;
    for (const { id, name, hint, readable } of await book.list()) {
      if (readable !== true || (hint !== undefined && !secret.endsWith(hint))) continue;
      const kept = await book.readSecret(id).catch(skipKeychain);
      if (kept !== secret) continue;
      throw new AppError('invalid-input', `This key is recorded already, as “${name}”.`, { field: 'secret' });
    }
  }
}

function skipKeychain(error: unknown): null {
  if (error instanceof AppError && error.code.startsWith('keychain-')) return null;
  throw error;
}
