import type { PracticeOptions } from '@main/practice/options';
import { startPracticeForTest } from '@test/support/practice';

/** An answer as it came: the text too, since not all are JSON. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty where there is no JSON. */
  readonly body: Body;
}

/** A key on the wire. */
export interface WireKey {
  readonly keyId: string;
  readonly name: string;
  readonly description?: string;
  readonly ttl: number;
  readonly permission: string;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expireAt: string;
  readonly revoked?: boolean;
  readonly revokedAt?: string;
}
export type IssuedWireKey = WireKey & { readonly apiToken: string };

/** What a refusal says. */
export interface WireRefusal {
  readonly message: string;
}

type Headed = Readonly<Record<string, string>>;

/** Sends one request with a plain HTTP client that follows no redirect. */
export async function ask<Body = Record<string, unknown>>(
  method: string,
  url: string,
  headers: Headed = {},
  body?: unknown,
): Promise<Answer<Body>> {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') === true;
  const { status, headers: answered } = response;
  return { status, headers: answered, text, body: (json ? JSON.parse(text) : {}) as Body };
}

/** A running practice console, seen by its Qwilt users. */
export class QwiltDesk {
  constructor(private readonly practice: Awaited<ReturnType<typeof startPracticeForTest>>) {}

  get offer() {
    const offer = this.practice.console.consoles['qwilt'];
    if (!offer) throw new Error('The practice console has no Qwilt.');
    return offer;
  }

  /** Address at one of the three origins. */
  at(origin: 'login' | 'users' | 'data', path: string): string {
    return `${this.offer.origins[origin] ?? ''}${path}`;
  }

  /** Sign-in fields of the administrator or of the user without the right. */
  login(label: 'Administrator' | 'User without'): Headed {
    return this.offer.logins.find((login) => login.label.startsWith(label))?.fields ?? {};
  }

  signIn(query = '', fields = this.login('Administrator')): Promise<Answer> {
    const coded = Buffer.from(`${fields['userName'] ?? ''}:${fields['password'] ?? ''}`).toString('base64');
    return ask('GET', this.at('login', `/login${query}`), { Authorization: `Basic ${coded}` });
  }

  /** The token of a sign-in that must succeed. */
  async token(query = '', fields = this.login('Administrator')): Promise<string> {
    const { headers } = await this.signIn(query, fields);
    return /cqloudLoginToken=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
  }

  /** Headers of a signed-in administrator. */
  async signedIn(query = ''): Promise<Headed> {
    return { Authorization: `Bearer ${await this.token(query)}` };
  }

  create(
    headers: Headed,
    changes: Record<string, unknown> = {},
  ): Promise<Answer<IssuedWireKey & WireRefusal>> {
    const draft = { name: 'Contract test', ttl: 90, permission: 'MediaEditor', ...changes };
    return ask('POST', this.at('users', '/api/1/api-keys'), headers, draft);
  }

  /** Creates a key that must come into being. */
  async issued(headers: Headed, changes: Record<string, unknown> = {}): Promise<IssuedWireKey> {
    const { status, body, text } = await this.create(headers, changes);
    if (status >= 300) throw new Error(`The key was not created: ${status} ${text}`);
    return body;
  }

  async list(headers: Headed): Promise<WireKey[]> {
    return (await ask<WireKey[]>('GET', this.at('users', '/api/1/api-keys'), headers)).body;
  }

  revoke(headers: Headed, { keyId }: { keyId: string }): Promise<Answer> {
    return ask('DELETE', this.at('users', `/api/1/api-keys/${keyId}`), headers);
  }

  /** Uses a key on the data plane. */
  async use(apiToken: string): Promise<number> {
    return (await ask('GET', this.at('data', '/api/v2/sites'), { 'X-API-KEY': apiToken })).status;
  }

  stop(): Promise<void> {
    return this.practice.stop();
  }
}

/** Starts one for a test; its data is in memory unless a folder is given. */
export async function startQwilt(options: Partial<PracticeOptions> = {}): Promise<QwiltDesk> {
  return new QwiltDesk(await startPracticeForTest(options));
}

/** The claims of a token. */
export function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}
