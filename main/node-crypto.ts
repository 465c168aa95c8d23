import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Crypto } from '@main/ports';

/** The real random and hashing. */
export const nodeCrypto: Crypto = {
  uuid: () => randomUUID(),
  token: () => randomBytes(16).toString('hex'),
  secret: () => randomBytes(32).toString('base64url'),
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  hmacSha256: (keyHex, text) => createHmac('sha256', Buffer.from(keyHex, 'hex')).update(text).digest('hex'),
};
