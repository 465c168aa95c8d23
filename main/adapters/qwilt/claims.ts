import { Buffer } from 'node:buffer';
import { Claims } from './schema';

/** What a token says of itself; nothing where it is not readable. Its signature is the console's business. */
export function claimsOf(token: string): Claims {
  const [, payload = '', signature] = token.split('.');
  if (signature === undefined) return {};
  try {
    return Claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).data ?? {};
  } catch {
    return {};
  }
}

/** The one organization a token is for, where it says so. */
export function organizationOf({ ownerId, dataAccessControl }: Claims): string | null {
  const [only, ...more] = dataAccessControl?.allowedOrgIds ?? [];
  const named = more.length === 0 && only !== '*' ? only : undefined;
  return ownerId ?? named ?? null;
}
