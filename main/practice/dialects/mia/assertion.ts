import { verify } from 'node:crypto';
import * as z from 'zod';

/** For whom an assertion must be meant. */
const AUDIENCE = 'console-client-credentials';

const Header = z.object({ alg: z.literal('RS256'), kid: z.string().max(200) });
const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  jti: z.string().min(1).max(200),
});

/** What a good assertion says. */
export interface Assertion {
  readonly clientId: string;
  readonly id: string;
  /** In milliseconds. */
  readonly expiresAt: number;
}

/** What decides over assertions. */
export interface AssertionRules {
  /** In milliseconds. */
  readonly now: number;
  /** How far ahead an assertion may expire, in milliseconds. */
  readonly lifetimeMs: number;
  /** The PEM of a key of an account, or null. */
  publicKey(clientId: string, keyId: string): string | null;
}

function decoded<Schema extends z.ZodType>(schema: Schema, part: string): z.output<Schema> | null {
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function timely({ exp }: { exp: number }, { now, lifetimeMs }: AssertionRules): boolean {
  return exp * 1000 > now && exp * 1000 <= now + lifetimeMs;
}

/** Checks a signed assertion (RFC 7523, RS256); null when anything about it is wrong. */
export function checkAssertion(jwt: string, rules: AssertionRules): Assertion | null {
  const [header = '', payload = '', signature = '', ...rest] = jwt.split('.');
  const head = decoded(Header, header);
  const claims = decoded(Claims, payload);
  if (!head || !claims || rest.length > 0) return null;
  const { iss, sub, aud, exp, jti } = claims;
  if (iss !== sub || ![aud].flat().includes(AUDIENCE) || !timely(claims, rules)) return null;
  const publicKey = rules.publicKey(sub, head.kid);
  if (publicKey === null) return null;
  const signed = Buffer.from(`${header}.${payload}`);
  const genuine = verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'));
  return genuine ? { clientId: sub, id: jti, expiresAt: exp * 1000 } : null;
}
