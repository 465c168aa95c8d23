import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import type { ConsoleOffer } from '@main/practice/context';
import { send, startPracticeForTest, type Answered, type PracticeForTest } from '@test/support/practice';

/** A refusal on the wire. */
export interface WireMiaError {
  readonly statusCode: number;
  readonly error: string;
  readonly message: string;
}
/** An API key on the wire. */
export interface WireSecret {
  secret: string;
  clientType: string;
  active: boolean;
  description?: string;
}
/** A flat configuration, as far as the suites look at it. */
export interface WireConfiguration {
  secrets: WireSecret[];
  endpoints: Record<string, Record<string, unknown>>;
  commitId: string;
  committedDate: string;
  lastCommitAuthor: string;
  [member: string]: unknown;
}

/** The projects of the sample. */
export const PROJECT = {
  orders: '65f1a3b9d4b7e80012a4d101',
  storefront: '65f1a3b9d4b7e80012a4d102',
  patients: '65f1a3b9d4b7e80012a4d103',
  telemetry: '65f1a3b9d4b7e80012a4d104',
} as const;

/** Path of the configuration that most suites work with. */
export const MAIN = `/api/backend/projects/${PROJECT.orders}/revisions/main/configuration`;
/** Where its keys are used. */
export const DEV = `${PROJECT.orders}/revisions/main`;
/** What the application's own credential is in these suites. */
export const OPERATOR_TOKEN = 'given-by-the-application';

/** A practice console and its Mia-Platform side. */
export interface MiaForTest {
  readonly practice: PracticeForTest;
  readonly offer: ConsoleOffer;
  /** Sends to the management side, signed in as the administration unless told otherwise. */
  call<Body = WireMiaError>(
    method: string,
    path: string,
    sending?: { token?: string | null; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answered<Body>>;
  /** Calls an endpoint. */
  use(
    path: string,
    key?: Record<string, string>,
    method?: string,
  ): Promise<Answered<Record<string, unknown>>>;
  /** Fields of the login with this role. */
  login(role: string): Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Signs in with an identifier and a secret. */
export function signInWith(offer: ConsoleOffer, clientId: string, clientSecret: string) {
  return sendForm(offer, 'grant_type=client_credentials', {
    authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
  });
}

/** Sends a sign-in form. */
export function sendForm(offer: ConsoleOffer, body: string, headers: Record<string, string> = {}) {
  return send<WireMiaError & { access_token: string; token_type: string; expires_in: number }>(
    'POST',
    `${offer.baseUrl}/api/m2m/oauth/token`,
    { body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } },
  );
}

/** The sign-in form with an assertion that is right but for `changes`. */
export function assertionForm(
  { clientId = '', keyId = '', privateKey = '' }: Readonly<Record<string, string>>,
  now: number,
  changes: { header?: object; claims?: object; form?: Record<string, string>; tamper?: boolean } = {},
): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'RS256', typ: 'JWT', kid: keyId, ...changes.header });
  const seconds = Math.floor(now / 1000);
  const claims = part({
    iss: clientId,
    sub: clientId,
    aud: 'console-client-credentials',
    jti: randomUUID(),
    iat: seconds,
    exp: seconds + 60,
    ...changes.claims,
  });
  const signature = sign('RSA-SHA256', Buffer.from(`${header}.${claims}`), createPrivateKey(privateKey));
  if (changes.tamper) signature.writeUInt8(signature.readUInt8(10) ^ 1, 10);
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${header}.${claims}.${signature.toString('base64url')}`,
    client_id: clientId,
    token_endpoint_auth_method: 'private_key_jwt',
    ...changes.form,
  }).toString();
}

/** The body that saves a configuration, as the vendor's own clients make it. */
export function saveBody(read: WireConfiguration, changes: Partial<WireConfiguration> = {}) {
  const { fastDataConfig, microfrontendPluginsConfig, extensionsConfig, ...config } = { ...read, ...changes };
  return {
    title: 'Changed by a test',
    previousSave: read.commitId,
    config,
    fastDataConfig,
    microfrontendPluginsConfig,
    extensionsConfig,
    deletedElements: {},
  };
}

/** Starts a practice console and signs in to its Mia-Platform side. */
export async function startMia(
  options: Parameters<typeof startPracticeForTest>[0] = {},
): Promise<MiaForTest> {
  const practice = await startPracticeForTest({ operatorToken: OPERATOR_TOKEN, ...options });
  const offer = practice.console.consoles['mia'];
  if (!offer) throw new Error('The practice console has no Mia-Platform side.');
  const login = (role: string) => {
    const found = offer.logins.find(({ may }) => may.startsWith(role));
    if (!found) throw new Error(`There is no login with the role ${role}.`);
    return found.fields;
  };
  const { clientId = '', clientSecret = '' } = login('company-owner');
  const signedIn = await signInWith(offer, clientId, clientSecret);
  return {
    practice,
    offer,
    login,
    call: (method, path, { token = signedIn.body.access_token, ...sending } = {}) =>
      send(method, offer.baseUrl + path, { ...sending, ...(token !== null && { token }) }),
    use: (path, headers = {}, method = 'GET') =>
      send(method, `${offer.endpoints[DEV] ?? ''}${path}`, { headers }),
    stop: () => practice.stop(),
  };
}
