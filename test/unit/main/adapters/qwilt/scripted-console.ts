import { qwiltAdapter } from '@main/adapters/qwilt/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import type { HttpRequest } from '@main/http/http';
import { aConnection } from '@test/support/connection';
import { fakeHttp } from '@test/support/fake-http';

type Script = Parameters<typeof fakeHttp>[0];

/** A console at its usual place, signed in to with a password. */
export const CONNECTION = aConnection({
  baseUrl: 'https://qc-services.cqloud.com/',
  method: 'password',
  credentials: { userName: 'ada@example.com', password: 'pass:word', organization: '' },
  allowLoopback: false,
});

/** Signed in to with an API key instead. */
export const withKey = (apiKey: string): ConsoleConnection => ({
  ...CONNECTION,
  method: 'api-key',
  credentials: { apiKey },
});

/** A token with these claims, in the form of the published sample. */
export const jwt = (claims: object): string =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

/** The token that `signedIn` hands out. */
export const TOKEN = jwt({ email: 'ada@example.com', dataAccessControl: { allowedOrgIds: ['acme'] } });

/** The answer to a sign-in, as published. */
export const signedIn = (token = TOKEN) => ({
  status: 302,
  headers: {
    'set-cookie': `cqloudLoginToken=${token}; Path=/; domain=cqloud.com; Max-Age=21600; HttpOnly; Secure`,
  },
});

/** What was sent, with where to. */
export interface Sent {
  readonly origin: string;
  readonly request: HttpRequest;
}

/** An adapter over a scripted console, which signs in by itself, with what was sent where. */
export function scripted(script: Script, connection: ConsoleConnection = CONNECTION) {
  const sent: Sent[] = [];
  const fake = fakeHttp((request, settings) => {
    sent.push({ origin: settings.baseUrl, request });
    return request.path[0] === 'login' ? signedIn() : script(request, settings);
  });
  return { adapter: qwiltAdapter(connection, fake.open), sent, opened: fake.opened };
}

/** A key on the wire, as the published sample has it. */
export const rawKey = (keyId: unknown, more: object = {}) => ({
  name: `key ${String(keyId)}`,
  description: 'A key',
  ttl: 180,
  permission: 'MediaEditor',
  keyId,
  ownerId: 'acme',
  createdBy: 'ada@example.com',
  createdAt: '2024-05-01T10:00:00.000Z',
  expireAt: '2024-10-28T10:00:00.000Z',
  ...more,
});
