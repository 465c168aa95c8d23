import { AppError } from '@core/domain/app-error';
import type { FileSignature, OwnKey, SignatureCheck, SignatureState } from '@core/domain/signature';
import { coveredText, signedText, unsignedText } from '@core/text/signed-text';
import type { SecretRead, SecretStore, Signing } from '@main/ports';
import type { TrustBook } from './trust-book';

/** What the service stands on. */
export interface SigningServiceParts {
  readonly keychain: Pick<SecretStore, 'read' | 'write'>;
  readonly signing: Signing;
  readonly trust: TrustBook;
}

const ACCOUNT = 'signing-key';

type Pair = Extract<OwnKey, { state: 'ok' }> & { readonly privateKey: string };

/** Signs files with the key of this Keydesk, which lives in the keychain, and says what signatures are worth. */
export class SigningService {
  private opening: Promise<Pair | Exclude<OwnKey, { state: 'ok' }>> | null = null;

  constructor(private readonly parts: SigningServiceParts) {}

  /** The public half; made at the first time, where there is a keychain. */
  async own(): Promise<OwnKey> {
    const pair = await this.open();
    if (pair.state !== 'ok') return pair;
    const { state, publicKey, fingerprint } = pair;
    return { state, publicKey, fingerprint };
  }

  /**
   * A JSON document with our signature, or without one where there is no keychain to keep a key in.
   * @param open the text of its object with all members and without the closing brace
   */
  async sign(open: string): Promise<{ text: string; signed: boolean }> {
    const pair = await this.open();
    if (pair.state !== 'ok') return { text: unsignedText(open), signed: false };
    const value = this.parts.signing.sign(pair.privateKey, coveredText(open));
    const { publicKey, fingerprint } = pair;
    const signature: FileSignature = { algorithm: 'Ed25519', publicKey, fingerprint, value };
    return { text: signedText(open, signature), signed: true };
  }

  /** What a signature is worth here; asks the keychain only for intact ones, and does without it. */
  async judge(check: SignatureCheck): Promise<SignatureState> {
    if (check.state !== 'intact') return { state: check.state };
    const { publicKey, fingerprint } = check;
    const known = await this.parts.trust.find(publicKey);
    if (known !== undefined) return { state: 'trusted', publicKey, fingerprint, name: known.name };
    const own = await this.existing();
    return { state: own === publicKey ? 'own' : 'unknown', publicKey, fingerprint };
  }

  /** What people compare of a public key. */
  fingerprint(publicKey: string): string {
    return this.parts.signing.fingerprint(publicKey);
  }

  /** Looks without making a key: whoever only opens files needs none. */
  private async existing(): Promise<string | null> {
    if (this.opening !== null) {
      const pair = await this.opening;
      return pair.state === 'ok' ? pair.publicKey : null;
    }
    const found = await this.read();
    return found.state === 'ok' ? this.parts.signing.publicKeyOf(found.value) : null;
  }

  /** What did not work is tried again by the next call. */
  private async open(): Promise<Pair | Exclude<OwnKey, { state: 'ok' }>> {
    this.opening ??= this.load();
    const pair = await this.opening;
    if (pair.state !== 'ok') this.opening = null;
    return pair;
  }

  private async load(): Promise<Pair | Exclude<OwnKey, { state: 'ok' }>> {
    const found = await this.read();
    if (found.state === 'ok') return this.pairOf(found.value);
    // SECURITY: a new key only where the old one is known to be absent; a locked keychain still holds it.
    if (found.state !== 'absent') return { state: found.state };
    const { privateKey } = this.parts.signing.newKeyPair();
    try {
      await this.parts.keychain.write(ACCOUNT, privateKey);
    } catch (error) {
      return { state: STATES[error instanceof AppError ? error.code : ''] ?? 'unavailable' };
    }
    return this.pairOf(privateKey);
  }

  private read(): Promise<SecretRead> {
    return this.parts.keychain.read(ACCOUNT).catch(() => ({ state: 'unavailable' }) as const);
  }

  private pairOf(privateKey: string): Pair | { state: 'damaged' } {
    const publicKey = this.parts.signing.publicKeyOf(privateKey);
    if (publicKey === null) return { state: 'damaged' };
    return { state: 'ok', privateKey, publicKey, fingerprint: this.parts.signing.fingerprint(publicKey) };
  }
}

const STATES: Readonly<Record<string, 'locked' | 'unresponsive'>> = {
  'keychain-locked': 'locked',
  'keychain-unresponsive': 'unresponsive',
};
