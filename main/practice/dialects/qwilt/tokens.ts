import { createHmac, createSign, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PracticeContext } from '../../context';
import type { Store } from '../../store';
import type { KeyRecord } from './key-store';
import type { QwiltUser } from './users';

const SIGNING_KEY = 'qwilt.signingKey';
const TOKEN_SALT = 'qwilt.tokenSalt';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (time: number): number => Math.floor(time / 1000);

/** A remembered text, made when it is first needed: a pair of keys takes a moment. */
function remembered(store: Store, name: string, make: () => string): string {
  const known = store.meta(name);
  if (known !== null) return known;
  const made = make();
  store.setMeta(name, made);
  return made;
}

const newPrivateKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

/** The permissions of a session as the published sample packs them: compressed, in base64. */
const encodedPermissions = ({ permission, managesKeys }: QwiltUser): string =>
  gzipSync(JSON.stringify({ media: permission, apiKeys: managesKeys })).toString('base64');

/** A session's token: a JWT signed with RS256, with the claims of the published sample. */
export function sessionToken(
  { store, clock, assumptions }: PracticeContext,
  user: QwiltUser,
  organization: string,
  expiresAt: number,
): string {
  const everything = ['*'];
  const claims = {
    jti: randomUUID(),
    iat: seconds(clock()),
    exp: seconds(expiresAt),
    email: user.userName,
    encodedPerms: encodedPermissions(user),
    dataAccessControl: {
      CDN: everything,
      allowedOrgIds: assumptions.qwiltSessionNamesOrganization ? [organization] : everything,
      contentPublishers: everything,
      footprint: everything,
      keys: everything,
      nmaEvents: everything,
      qnDeployment: everything,
      secrets: everything,
    },
  };
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  const privateKey = remembered(store, SIGNING_KEY, newPrivateKey);
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
}

/**
 * The application's own key for this start, in the form of a key: it names an identifier that no key has, so that
 * the application can tell that it signs in with none of those listed.
 */
export const applicationKey = (operatorToken: string): string =>
  [part({ alg: 'HS256', typ: 'JWT' }), part({ keyId: 'application' }), operatorToken].join('.');

/** A key's secret: looks like a JWT, as the published sample does. */
export function apiToken(
  { store, assumptions }: Pick<PracticeContext, 'store' | 'assumptions'>,
  { createdAt, expireAt, organization }: Pick<KeyRecord, 'createdAt' | 'expireAt' | 'organization'>,
  keyId: string,
): string {
  const claims = {
    jti: randomUUID(),
    iat: seconds(createdAt),
    exp: seconds(expireAt),
    ...(assumptions.qwiltTokenNamesKey && { keyId, ownerId: organization }),
  };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  const salt = remembered(store, TOKEN_SALT, () => randomBytes(32).toString('hex'));
  return `${text}.${createHmac('sha256', salt).update(text).digest('base64url')}`;
}
