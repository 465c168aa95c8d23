import { Buffer } from 'node:buffer';
import { AppError } from '@core/domain/app-error';
import type { Http, HttpRequest } from '@main/http/http';
import type { Clock } from '@main/ports';
import { signedAssertion } from './assertion';
import { RawToken, SENDABLE } from './schema';

/** The service account's credentials, as the sign-in form names them. */
export interface MiaCredentials {
  readonly method: string;
  readonly fields: Readonly<Record<string, string>>;
}

type Send<T> = (authorized: HttpRequest) => Promise<T>;

interface Session {
  readonly token: string;
  /** By the monotonic clock, in milliseconds. */
  readonly renewAt: number;
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** A token is renewed so long before it expires, or at four fifths of a short life, in milliseconds. */
const MARGIN_MS = 300_000;

/** Keeps a service account signed in, with its secret or with assertions it signs. */
export class MiaSession {
  private session: Session | null = null;
  private opening: Promise<Session> | null = null;

  constructor(
    private readonly http: Http,
    private readonly credentials: MiaCredentials,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a request as the service account. Where the session has run out it signs in again and repeats the request
   * once: a 401 says that nothing was done, so this is safe for every request.
   */
  async authorized<T>(request: HttpRequest, send: Send<T>): Promise<T> {
    const session = await this.current();
    try {
      return await send(this.asAccount(request, session));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
      // Several requests that find the same session gone share one new sign-in.
      this.forget(session);
      return await send(this.asAccount(request, await this.current()));
    }
  }

  private async current(): Promise<Session> {
    if (this.session !== null && this.clock.monotonic() >= this.session.renewAt) this.session = null;
    if (this.session !== null) return this.session;
    this.opening ??= this.open().finally(() => (this.opening = null));
    return this.opening;
  }

  private async open(): Promise<Session> {
    this.session = await this.signIn();
    return this.session;
  }

  private forget(session: Session): void {
    if (this.session === session) this.session = null;
  }

  private async signIn(): Promise<Session> {
    const started = this.clock.monotonic();
    try {
      const answer = await this.http.read(this.tokenRequest(), RawToken);
      const life = (answer.expires_in ?? Infinity) * 1000;
      return { token: answer.access_token, renewAt: started + life - Math.min(MARGIN_MS, life / 5) };
    } catch (error) {
      if (!(error instanceof AppError) || ![400, 401, 403].includes(error.facts.status ?? 0)) throw error;
      throw this.refused(error);
    }
  }

  private tokenRequest(): HttpRequest {
    const { method, fields } = this.credentials;
    const clientId = fields['clientId'] ?? '';
    const request = { method: 'POST', path: ['api', 'm2m', 'oauth', 'token'] } as const;
    const form = { grant_type: 'client_credentials' };
    if (method !== 'private-key') {
      const headers = {
        ...this.gatewayHeader(),
        Authorization: basic(clientId, fields['clientSecret'] ?? ''),
      };
      return { ...request, headers, form };
    }
    const signer = { clientId, keyId: fields['keyId'] ?? '', privateKey: fields['privateKey'] ?? '' };
    const now = this.clock.now() + (this.http.clockSkewMs() ?? 0);
    const signed = {
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: signedAssertion(signer, now),
      client_id: clientId,
      token_endpoint_auth_method: 'private_key_jwt',
    };
    return { ...request, headers: this.gatewayHeader(), form: { ...form, ...signed } };
  }

  private asAccount(request: HttpRequest, { token }: Session): HttpRequest {
    const headers = { ...request.headers, ...this.gatewayHeader(), Authorization: `Bearer ${token}` };
    return { ...request, headers };
  }

  /** What a console wants that stands behind a gateway of its own. */
  private gatewayHeader(): Record<string, string> {
    const key = this.credentials.fields['gatewayKey'] ?? '';
    if (key === '') return {};
    if (SENDABLE.test(key)) return { 'client-key': key };
    const sentence = 'The client-key contains a blank or an unusual character. Paste it again.';
    throw new AppError('invalid-input', sentence, { field: 'gatewayKey' });
  }

  private refused({ facts: { status } }: AppError): AppError {
    const byKey = this.credentials.method === 'private-key';
    const [what, field] = byKey ? ['key of the', 'privateKey'] : ['secret of the', 'clientSecret'];
    const sentence = `The console does not accept this ${what} service account. Check the client ID as well.`;
    return new AppError('unauthorized', sentence, { field, ...(status !== undefined && { status }) });
  }
}

function basic(clientId: string, clientSecret: string): string {
  // The first colon ends the identifier, so that everything after it would be taken for the secret.
  if (clientId.includes(':'))
    throw new AppError('invalid-input', 'A client ID cannot contain a colon.', { field: 'clientId' });
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`, 'utf8').toString('base64')}`;
}
