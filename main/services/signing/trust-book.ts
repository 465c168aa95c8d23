import * as z from 'zod';
import { toInstant } from '@core/domain/instant';
import { TrustedKey } from '@core/domain/signature';
import type { Clock, DocumentStore, Signing } from '@main/ports';

/** The keys whose fingerprints the operator compared. */
export const TrustFile = z.array(TrustedKey).max(1_000);
export type TrustFile = z.infer<typeof TrustFile>;

/** Whose signatures the operator trusts; in a file, because it has to work without a keychain. */
export class TrustBook {
  constructor(
    private readonly store: DocumentStore<TrustFile>,
    private readonly signing: Pick<Signing, 'fingerprint'>,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** All of them, the newest last. */
  all(): Promise<TrustFile> {
    return this.store.read();
  }

  /** Whose key it is, if it is trusted. */
  async find(publicKey: string): Promise<TrustedKey | undefined> {
    return (await this.all()).find((known) => known.publicKey === publicKey);
  }

  /** Trusts a key under a name, which replaces the one it had. */
  trust(publicKey: string, name: string): Promise<TrustFile> {
    const fingerprint = this.signing.fingerprint(publicKey);
    const known = { publicKey, fingerprint, name, trustedAt: toInstant(this.clock.now()) };
    return this.store.update((keys) => [...keys.filter((key) => key.publicKey !== publicKey), known]);
  }

  /** Trusts it no longer. */
  distrust(fingerprint: string): Promise<TrustFile> {
    return this.store.update((keys) => keys.filter((key) => key.fingerprint !== fingerprint));
  }
}
