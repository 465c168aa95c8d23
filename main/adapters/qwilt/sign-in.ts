import { Buffer } from 'node:buffer';
import { AppError } from '@core/domain/app-error';
import type { Http, HttpAnswer } from '@main/http/http';

/** What the sign-in form holds. */
export interface PasswordCredentials {
  readonly userName: string;
  readonly password: string;
  /** Null: the user's default organization. */
  readonly organization: string | null;
}

// SECURITY: the whole name, and nothing in the value that could end a header or begin another cookie.
const SESSION_COOKIE = /(?:^|,\s*)cqloudLoginToken=([A-Za-z0-9._~+/=-]{1,8000})(?=\s*(?:;|,|$))/g;

const OTHER_WAY = 'Users who sign in with single sign-on or a second factor need an API key instead.';

/**
 * Signs in and gives the session's token. Asked once; a redirect that carries the cookie is the success, and is not
 * followed. Everything else is an `AppError` that says what to do.
 */
export async function signIn(login: Http, credentials: PasswordCredentials): Promise<string> {
  const { organization } = credentials;
  const answer = await login.send({
    method: 'GET',
    path: ['login'],
    ...(organization !== null && { query: { orgId: organization } }),
    headers: { Authorization: basic(credentials) },
    once: true,
    anyStatus: true,
  });
  if (answer.status !== 302) throw refusal(answer, credentials);
  return tokenIn(answer.headers['set-cookie'] ?? '');
}

function basic({ userName, password }: PasswordCredentials): string {
  if (userName === '' || password === '')
    throw new AppError('invalid-input', 'Type the user name and the password.', { field: 'userName' });
  // The first colon ends the name, so that everything after it would be taken for the password.
  if (userName.includes(':'))
    throw new AppError('invalid-input', 'A user name cannot contain a colon here.', { field: 'userName' });
  return `Basic ${Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')}`;
}

function tokenIn(setCookie: string): string {
  const tokens = new Set([...setCookie.matchAll(SESSION_COOKIE)].map(([, token = '']) => token));
  const [token] = tokens;
  if (token !== undefined && tokens.size === 1) return token;
  const sentence =
    token === undefined
      ? `The console did not open a session. ${OTHER_WAY}`
      : 'The console opened two sessions at once.';
  throw new AppError('unauthorized', sentence, { status: 302, field: 'password' });
}

function refusal({ status, headers }: HttpAnswer, { organization }: PasswordCredentials): AppError {
  if (status === 401)
    return new AppError(
      'unauthorized',
      `The console does not accept this user name and password. ${OTHER_WAY}`,
      {
        status,
        field: 'password',
      },
    );
  if (status === 403) return notAllowed(organization);
  if (status === 429) return busy(headers['retry-after']);
  if (status >= 500)
    return new AppError('server', `The console has a problem of its own (HTTP ${status}). Try again later.`, {
      status,
    });
  const sentence = `Signing in was answered in a form that Keydesk does not know (HTTP ${status}). Check the login URL.`;
  return new AppError('bad-answer', sentence, { status });
}

function notAllowed(organization: string | null): AppError {
  const facts = { status: 403, field: organization === null ? 'userName' : 'organization' };
  const sentence =
    organization === null
      ? `The console does not let this user sign in. ${OTHER_WAY}`
      : `The console does not let this user sign in to the organization "${organization}".`;
  return new AppError('unauthorized', sentence, facts);
}

function busy(retryAfter = ''): AppError {
  const seconds = /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : null;
  const when = seconds === null ? 'later' : `in ${seconds} seconds`;
  return new AppError('rate-limited', `The console asks for a pause. Try again ${when}.`, {
    status: 429,
    ...(seconds !== null && { retryAfterMs: seconds * 1000 }),
  });
}
