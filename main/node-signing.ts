import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import type { Signing } from '@main/ports';

/** What stands before the 32 bytes of a key in its DER form (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** SECURITY: exactly 32 bytes; a parser of DER would take longer ones and read only their beginning. */
function bytesOf(key: string): Buffer {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length !== 32) throw new Error('This is no key of 32 bytes.');
  return bytes;
}

const privateOf = (key: string) =>
  createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, bytesOf(key)]),
    format: 'der',
    type: 'pkcs8',
  });
const publicOf = (key: string) =>
  createPublicKey({
    key: Buffer.concat([PUBLIC_PREFIX, bytesOf(key)]),
    format: 'der',
    type: 'spki',
  });
const rawPublic = (key: ReturnType<typeof createPublicKey>): string =>
  key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length).toString('base64');

/** Ed25519 as Node has it. A private key is its 32 bytes, so that it fits the smallest keychain. */
export const nodeSigning: Signing = {
  newKeyPair: () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_PREFIX.length);
    return { privateKey: seed.toString('base64'), publicKey: rawPublic(publicKey) };
  },
  publicKeyOf: (privateKey) => {
    try {
      return rawPublic(createPublicKey(privateOf(privateKey)));
    } catch {
      return null;
    }
  },
  sign: (privateKey, text) => sign(null, Buffer.from(text), privateOf(privateKey)).toString('base64'),
  verify: (publicKey, text, signature) => {
    try {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      return verify(null, bytes, publicOf(publicKey), Buffer.from(signature, 'base64'));
    } catch {
      return false;
    }
  },
  fingerprint: (publicKey) => createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex'),
};

/** Verifies on a thread of its own; false too for what is no key or no signature. */
export const verifyAside = (publicKey: string, bytes: Uint8Array, signature: string): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      verify(null, bytes, publicOf(publicKey), Buffer.from(signature, 'base64'), (error, verified) =>
        resolve(error === null && verified),
      );
    } catch {
      resolve(false);
    }
  });
