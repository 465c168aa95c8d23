import * as z from 'zod';
import { KeyRef } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { environmentKey, type EnvironmentRef } from '@core/domain/environment';
import { Instant, toInstant } from '@core/domain/instant';
import { INVENTORY_FORMAT } from '@core/domain/inventory';
import type { AppendLog, Clock, Crypto, Log, SecretStore } from '@main/ports';

/** One remembered secret: HMAC-SHA-256(k, SHA-256(secret)) and the key it belongs to. */
export const Fingerprint = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  key: KeyRef,
  at: Instant,
});
export type Fingerprint = z.infer<typeof Fingerprint>;

/** What the service stands on. */
export interface FingerprintServiceParts {
  readonly keychain: SecretStore;
  readonly entries: AppendLog<Fingerprint>;
  readonly crypto: Crypto;
  readonly clock: Clock;
  readonly log: Log;
}

const ACCOUNT = 'fingerprint-key';
const HMAC_KEY = /^[0-9a-f]{64}$/;

/** Keyed fingerprints of every secret Keydesk issued or showed, so that a found secret can be matched later. */
export class FingerprintService {
  private readonly index = new Map<string, Fingerprint[]>();
  /** By environment, then by id: the newest fingerprint. */
  private readonly keys = new Map<string, Map<string, string>>();
  private readonly underWay = new Set<Promise<void>>();
  private opening: Promise<string | null> | null = null;

  constructor(private readonly parts: FingerprintServiceParts) {}

  /**
   * Remembers a secret. Without a keychain nothing is kept: fingerprints under a lost key match nothing.
   * A failure is logged, never thrown: it must not stand between an operator and a new secret. Nobody has to wait for
   * it either; see `finish`.
   */
  remember(secret: string, key: KeyRef): Promise<void> {
    const work = this.keep(this.parts.crypto.sha256(secret), key).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
    return work;
  }

  /** Resolves once everything that was to be remembered so far is kept, or could not be. */
  async finish(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async keep(sha256Hex: string, key: KeyRef): Promise<void> {
    try {
      const hmacKey = await this.open();
      if (hmacKey !== null) await this.append(hmacKey, sha256Hex, key);
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'unexpected';
      this.parts.log.warn('fingerprint.not-kept', { code });
    }
  }

  private async append(hmacKey: string, sha256Hex: string, key: KeyRef): Promise<void> {
    const fingerprint = this.fingerprint(hmacKey, sha256Hex);
    const entry = { fingerprint, key, at: toInstant(this.parts.clock.now()) };
    if (this.knows(entry)) return;
    await this.parts.entries.append(entry);
    this.take(entry);
  }

  /** Whether anything can be looked up: not while the keychain is locked or away. */
  async available(): Promise<boolean> {
    return (await this.open()) !== null;
  }

  /** The keys of an environment of which a secret is remembered, by id; none while nothing can be looked up. */
  async known(environment: EnvironmentRef): Promise<ReadonlySet<string>> {
    return new Set((await this.byKey(environment)).keys());
  }

  /** The newest fingerprint of each of them by id, for an inventory; none while nothing can be looked up. */
  async byKey(environment: EnvironmentRef): Promise<ReadonlyMap<string, string>> {
    await this.open();
    return this.keys.get(environmentKey(environment)) ?? new Map<string, string>();
  }

  /** Tells which k is held here, see `InventoryHead.fingerprintKey`; null while nothing can be looked up. */
  async keyMark(): Promise<string | null> {
    const hmacKey = await this.open();
    return hmacKey === null ? null : this.fingerprint(hmacKey, INVENTORY_FORMAT).slice(0, 16);
  }

  /** The fingerprint of a secret, by its hex SHA-256; null while nothing can be looked up. */
  async printOf(sha256Hex: string): Promise<string | null> {
    const hmacKey = await this.open();
    return hmacKey === null ? null : this.fingerprint(hmacKey, sha256Hex.toLowerCase());
  }

  /** The keys a secret was remembered for, by the hex SHA-256 of the secret. */
  async lookup(sha256Hex: string): Promise<readonly Fingerprint[]> {
    const hmacKey = await this.open();
    if (hmacKey === null) return [];
    return this.index.get(this.fingerprint(hmacKey, sha256Hex.toLowerCase())) ?? [];
  }

  private open(): Promise<string | null> {
    this.opening ??= this.load();
    return this.opening;
  }

  /** What did not work is tried again by the next call. */
  private async load(): Promise<string | null> {
    try {
      const key = await this.readKey();
      if (key === null) this.opening = null;
      else for (const entry of (await this.parts.entries.read()).entries) this.take(entry);
      return key;
    } catch (error) {
      this.opening = null;
      throw error;
    }
  }

  private async readKey(): Promise<string | null> {
    const found = await this.parts.keychain.read(ACCOUNT);
    // SECURITY: under a damaged key the fingerprints would be plain hashes, which anybody can compute.
    if (found.state === 'ok') return HMAC_KEY.test(found.value) ? found.value : null;
    // SECURITY: a new key only where the old one is known to be absent; a locked keychain still holds it.
    if (found.state !== 'absent') return null;
    const fresh = this.parts.crypto.token() + this.parts.crypto.token();
    await this.parts.keychain.write(ACCOUNT, fresh);
    return fresh;
  }

  private knows({ fingerprint, key }: Fingerprint): boolean {
    return (this.index.get(fingerprint) ?? []).some((twin) => sameKey(twin.key, key));
  }

  private take(entry: Fingerprint): void {
    if (this.knows(entry)) return;
    this.index.set(entry.fingerprint, [...(this.index.get(entry.fingerprint) ?? []), entry]);
    const place = environmentKey(entry.key);
    const keys = this.keys.get(place) ?? new Map<string, string>();
    this.keys.set(place, keys.set(entry.key.keyId, entry.fingerprint));
  }

  private fingerprint(hmacKey: string, sha256Hex: string): string {
    return this.parts.crypto.hmacSha256(hmacKey, sha256Hex);
  }
}

const sameKey = (a: KeyRef, b: KeyRef): boolean =>
  a.consoleId === b.consoleId && a.environmentId === b.environmentId && a.keyId === b.keyId;
