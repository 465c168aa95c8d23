import { AppError } from '@core/domain/app-error';
import type { Http, HttpRequest } from '@main/http/http';
import { RawSession, SENDABLE } from './schema';

/** The operator's credentials, as the sign-in form names them. */
export interface QodlyCredentials {
  readonly method: string;
  readonly fields: Readonly<Record<string, string>>;
}

type Send<T> = (authorized: HttpRequest) => Promise<T>;

/** Keeps an operator signed in: with a personal token as it is, with a password through a session. */
export class QodlySession {
  private token: Promise<string> | null = null;

  constructor(
    private readonly http: Http,
    private readonly credentials: QodlyCredentials,
  ) {}

  /**
   * Sends a request as the operator. Where a session has run out it signs in again and repeats the request once:
   * a 401 says that nothing was done, so this is safe for every request.
   */
  async authorized<T>(request: HttpRequest, send: Send<T>): Promise<T> {
    const signedIn = this.signedIn();
    const token = await signedIn;
    try {
      return await send(withToken(request, token));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
      if (this.credentials.method === 'token')
        throw refused('The console does not accept the token.', 'token');
      // Several requests that find the same session gone share one new sign-in.
      this.forget(signedIn);
      return await send(withToken(request, await this.signedIn()));
    }
  }

  private signedIn(): Promise<string> {
    if (this.token !== null) return this.token;
    const signingIn = this.signIn();
    this.token = signingIn;
    signingIn.catch(() => this.forget(signingIn));
    return signingIn;
  }

  private forget(token: Promise<string>): void {
    if (this.token === token) this.token = null;
  }

  private async signIn(): Promise<string> {
    const { method, fields } = this.credentials;
    if (method === 'token') return usableToken(fields['token'] ?? '');
    const body = { userName: fields['userName'] ?? '', password: fields['password'] ?? '' };
    try {
      return (await this.http.read({ method: 'POST', path: ['session'], body }, RawSession)).token;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
      throw refused('The console does not accept this user name and password.', 'password');
    }
  }
}

const withToken = (request: HttpRequest, token: string): HttpRequest => ({
  ...request,
  headers: { ...request.headers, Authorization: `Bearer ${token}` },
});

const refused = (sentence: string, field: string): AppError =>
  new AppError('unauthorized', sentence, { status: 401, field });

function usableToken(token: string): string {
  if (SENDABLE.test(token)) return token;
  const sentence = 'The token is empty or contains a blank or an unusual character. Paste it again.';
  throw new AppError('invalid-input', sentence, { field: 'token' });
}
