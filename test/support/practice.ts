import { IN_MEMORY, type PracticeOptions } from '@main/practice/options';
import { startPractice, type PracticeConsole, type PracticeLogin } from '@main/practice/server';

/** A practice console for one test, with its training credentials at hand. */
export interface PracticeForTest {
  /** `http://127.0.0.1:PORT/qodly` */
  readonly baseUrl: string;
  /** Root of the open contract: `{baseUrl}/api/v1`. */
  readonly api: string;
  readonly gatewayOrigin: string;
  /** Personal token of the administrator. */
  readonly adminToken: string;
  readonly admin: PracticeLogin;
  /** May list keys and nothing else. */
  readonly viewer: PracticeLogin;
  readonly console: PracticeConsole;
  stop(): Promise<void>;
}

function login(console: PracticeConsole, userName: string): PracticeLogin {
  const found = console.logins.find((candidate) => candidate.userName === userName);
  if (!found) throw new Error(`The practice console has no operator "${userName}".`);
  return found;
}

/** Starts a practice console on free ports; its data is in memory unless a folder is given. */
export async function startPracticeForTest(options: Partial<PracticeOptions> = {}): Promise<PracticeForTest> {
  const console = await startPractice({ dataFolder: IN_MEMORY, ...options });
  const admin = login(console, 'admin');
  return {
    baseUrl: console.baseUrl,
    api: `${console.baseUrl}/api/v1`,
    gatewayOrigin: console.gatewayOrigin,
    adminToken: admin.token,
    admin,
    viewer: login(console, 'viewer'),
    console,
    stop: () => console.stop(),
  };
}

/** What to send besides method and address. */
export interface Sending {
  /** Bearer token. */
  readonly token?: string;
  /** Sent as JSON, or as it is when a text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer, its JSON read; `null` for an empty body. */
export interface Answered<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Sends one request with a plain HTTP client that knows nothing of Keydesk. */
export async function send<Body = Record<string, unknown>>(
  method: string,
  url: string,
  { token, body, headers }: Sending = {},
): Promise<Answered<Body>> {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? null : JSON.parse(text)) as Body,
  };
}
