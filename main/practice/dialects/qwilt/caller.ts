import type { FastifyRequest } from 'fastify';
import type { PracticeContext } from '../../context';
import { sameSecret } from '../../operators';
import { QwiltRefusal } from './app';
import { KeyStore, type KeyRecord } from './key-store';
import { SESSION_COOKIE } from './names';
import { DEFAULT_ORGANIZATION, SAMPLE_USERS } from './sample';
import { QwiltSessions, type QwiltSession } from './sessions';
import { applicationKey } from './tokens';

/** Who sends a request, by a session or by a key. */
export interface Caller {
  /** An e-mail address: of the user, or of the one who made the key. */
  readonly email: string;
  readonly organization: string;
  readonly seesKeys: boolean;
  readonly changesKeys: boolean;
  /** May create and delete sites. */
  readonly writes: boolean;
}

type Credential = { readonly kind: 'key' | 'session'; readonly text: string };

const SCHEME = /^(Bearer|X-API-KEY) ([\x21-\x7e]+)$/i;

function cookieOf(header: string | undefined): string | undefined {
  const cookies = (header ?? '').split(';').map((cookie) => cookie.trim().split('='));
  return cookies.find(([name]) => name === SESSION_COOKIE)?.[1];
}

/** The first credential of a request: the key's own header, then `Authorization`, then the cookie. */
function credentialOf({ headers }: FastifyRequest): Credential | null {
  const own = headers['x-api-key']?.toString();
  if (own !== undefined) return { kind: 'key', text: own };
  const [, scheme = '', text = ''] = SCHEME.exec(headers.authorization ?? '') ?? [];
  if (text !== '') return { kind: scheme.toLowerCase() === 'bearer' ? 'session' : 'key', text };
  const cookie = cookieOf(headers.cookie);
  return cookie === undefined ? null : { kind: 'session', text: cookie };
}

const bySession = ({ user, organization }: QwiltSession): Caller => ({
  email: user.userName,
  organization,
  seesKeys: user.managesKeys,
  changesKeys: user.managesKeys,
  writes: user.permission === 'Editor',
});

const byKey = ({ createdBy, organization, permission }: KeyRecord): Caller => ({
  email: createdBy,
  organization,
  seesKeys: true,
  changesKeys: permission === 'Editor',
  writes: permission === 'Editor',
});

const ADMINISTRATOR: Caller = {
  email: SAMPLE_USERS[0]?.userName ?? '',
  organization: DEFAULT_ORGANIZATION,
  seesKeys: true,
  changesKeys: true,
  writes: true,
};

/** Recognises who sends a request. */
export class Callers {
  private readonly keys: KeyStore;
  private readonly sessions: QwiltSessions;

  constructor(private readonly context: PracticeContext) {
    this.keys = new KeyStore(context.store);
    this.sessions = new QwiltSessions(context);
  }

  /** Throws 401 for a request without a credential, or with one that does not work now. */
  of(request: FastifyRequest): Caller {
    const credential = credentialOf(request);
    if (credential === null) throw new QwiltRefusal(401, 'Sign in first, or send an API key.');
    const caller = credential.kind === 'key' ? this.key(credential.text) : this.session(credential.text);
    if (caller !== null) return caller;
    throw new QwiltRefusal(401, `The ${credential.kind} is not valid.`);
  }

  private session(token: string): Caller | null {
    const session = this.sessions.resolve(token);
    return session && bySession(session);
  }

  private key(token: string): Caller | null {
    const { operatorToken } = this.context;
    if (operatorToken !== undefined && sameSecret(applicationKey(operatorToken), token)) return ADMINISTRATOR;
    const key = this.keys.byToken(token);
    return key !== null && this.works(key) ? byKey(key) : null;
  }

  private works({ createdAt, expireAt, revokedAt }: KeyRecord): boolean {
    const now = this.context.clock();
    const { qwiltActivationMs, qwiltRevocationMs } = this.context.assumptions;
    const active = createdAt + qwiltActivationMs <= now && now < expireAt;
    return active && (revokedAt === null || now < revokedAt + qwiltRevocationMs);
  }
}
