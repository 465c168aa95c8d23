import { AppError } from '@core/domain/app-error';
import type { Http, HttpRequest } from '@main/http/http';
import { withHeader, type Access } from './access';
import { claimsOf, organizationOf } from './claims';
import type { Claims } from './schema';
import { signIn, type PasswordCredentials } from './sign-in';

/** Keeps a user signed in to one organization. */
export class QwiltSession implements Access {
  readonly by = 'user';
  private token: Promise<string> | null = null;
  /** The organization of the first token, where it says so. */
  private organization: string | null = null;

  constructor(
    private readonly login: Http,
    private readonly credentials: PasswordCredentials,
  ) {}

  /**
   * Sends a request as the user. Where the session has run out it signs in again and repeats the request once:
   * a 401 says that nothing was done, so this is safe for every request.
   */
  async authorized<T>(request: HttpRequest, send: (authorized: HttpRequest) => Promise<T>): Promise<T> {
    const signedIn = this.signedIn();
    const token = await signedIn;
    try {
      return await send(bearer(request, token));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
      // Several requests that find the same session gone share one new sign-in.
      this.forget(signedIn);
      return await send(bearer(request, await this.signedIn()));
    }
  }

  async claims(): Promise<Claims> {
    return claimsOf(await this.signedIn());
  }

  private signedIn(): Promise<string> {
    if (this.token !== null) return this.token;
    const signingIn = this.open();
    this.token = signingIn;
    signingIn.catch(() => this.forget(signingIn));
    return signingIn;
  }

  private forget(token: Promise<string>): void {
    if (this.token === token) this.token = null;
  }

  private async open(): Promise<string> {
    const token = await signIn(this.login, this.credentials);
    const organization = organizationOf(claimsOf(token));
    // SECURITY: in another organization every key of this one would look revoked.
    if (this.organization !== null && organization !== this.organization)
      throw new AppError(
        'bad-answer',
        'The console signed in to another organization than before. Open it again.',
      );
    this.organization = organization;
    return token;
  }
}

const bearer = (request: HttpRequest, token: string): HttpRequest =>
  withHeader(request, 'Authorization', `Bearer ${token}`);
