import * as z from 'zod';
import { Instant } from '@core/domain/instant';

/**
 * An Ed25519 public key (RFC 8032): 32 bytes in base64. SECURITY: bits that base64 leaves over are zero, so that no
 * two texts are the same key.
 */
export const PublicKey = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);
export type PublicKey = z.infer<typeof PublicKey>;

/** What people compare of a public key: its SHA-256 in hex. */
export const KeyFingerprint = z.string().regex(/^[0-9a-f]{64}$/);
export type KeyFingerprint = z.infer<typeof KeyFingerprint>;

/** The last member of a signed file; it covers every byte before it. */
export const FileSignature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  publicKey: PublicKey,
  fingerprint: KeyFingerprint,
  /** 64 bytes in base64, with the bits left over zero. */
  value: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/),
});
export type FileSignature = z.infer<typeof FileSignature>;

/** What the bytes of a file say of its signature, before anybody asks whose key it is. */
export type SignatureCheck =
  | { readonly state: 'unsigned' | 'altered' }
  | { readonly state: 'intact'; readonly publicKey: PublicKey; readonly fingerprint: KeyFingerprint };

/**
 * What a signature is worth here. own: by the key of this Keydesk · trusted: by a key the operator compared and
 * ticked · unknown: intact, by a key nobody here knows · altered: the file is not what was signed · unsigned: there is
 * none.
 */
export const SignatureState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('own'), publicKey: PublicKey, fingerprint: KeyFingerprint }),
  z.object({
    state: z.literal('trusted'),
    publicKey: PublicKey,
    fingerprint: KeyFingerprint,
    name: z.string(),
  }),
  z.object({ state: z.literal('unknown'), publicKey: PublicKey, fingerprint: KeyFingerprint }),
  z.object({ state: z.literal('altered') }),
  z.object({ state: z.literal('unsigned') }),
]);
export type SignatureState = z.infer<typeof SignatureState>;

/** A key whose fingerprint the operator compared. Public keys are no secrets and are kept in a file. */
export const TrustedKey = z.object({
  publicKey: PublicKey,
  fingerprint: KeyFingerprint,
  /** Whose it is, in the operator's words. */
  name: z.string().trim().min(1).max(80),
  trustedAt: Instant,
});
export type TrustedKey = z.infer<typeof TrustedKey>;

/** The key this Keydesk signs with; null where there is no keychain to keep one in, and why. */
export const OwnKey = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ok'), publicKey: PublicKey, fingerprint: KeyFingerprint }),
  z.object({ state: z.enum(['locked', 'unavailable', 'unresponsive', 'damaged']) }),
]);
export type OwnKey = z.infer<typeof OwnKey>;
