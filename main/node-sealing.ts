import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Sealing } from '@main/ports';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM as Node has it. What is sealed is its nonce, its tag and the encrypted text, in this order. */
export const nodeSealing: Sealing = {
  seal: (key, text, bound) => {
    // SECURITY: a nonce that is used twice under one key gives both texts away.
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, Buffer.from(key, 'hex'), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(bound));
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
  },
  open: (key, sealed, bound) => {
    try {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, Buffer.from(key, 'hex'), nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(bound));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  },
};
