import type * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import { checkEndpoint } from '@main/http/endpoint-rules';
import {
  DEFAULT_LIMITS,
  isSentOnce,
  type Http,
  type HttpAnswer,
  type HttpRequest,
  type HttpSettings,
} from '@main/http/http';
import { HttpClient, type RawAnswer } from '@main/http/http-client';
import { statusError } from '@main/http/http-status';
import { isJsonType, parseJsonBody } from '@main/http/json-body';
import { DOCUMENT } from '@main/http/json-scan';
import { requestUrl } from '@main/http/request-url';
import { Pace } from '@main/http/retry';

// SECURITY: a line break would end the header, and other marks would be sent altered or not at all.
const HEADER_VALUE = /^[\x20-\x7e]*$/;

/** Builds the exchange with one console. Throws `invalid-input` where its address, proxy or certificate is refused. */
export const openHttp = (settings: HttpSettings): Http => new ConsoleHttp(settings);

class ConsoleHttp implements Http {
  private readonly base: URL;
  private readonly client: HttpClient;
  private readonly pace: Pace;
  private skewMs: number | undefined;

  constructor(private readonly settings: HttpSettings) {
    this.base = checkEndpoint(settings.baseUrl, settings).url;
    this.client = new HttpClient(this.base, settings, { ...DEFAULT_LIMITS, ...settings.limits });
    this.pace = new Pace(settings.clock, Math.random);
  }

  clockSkewMs(): number | undefined {
    return this.skewMs;
  }

  async read<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<T> {
    const parsed = schema.safeParse((await this.send(request)).body);
    if (parsed.success) return parsed.data;
    throw new AppError('bad-answer', 'The console answered with data in a form that Keydesk does not know.');
  }

  async send(request: HttpRequest): Promise<HttpAnswer> {
    refuseHeaders(request);
    const url = requestUrl(this.base, request.path, request.query, request.slash);
    const attempt = async (): Promise<HttpAnswer> => {
      const { clock } = this.settings;
      const started = clock.now();
      const answer = await this.client.exchange(request, url);
      this.noteClock(answer.headers['date'], (started + clock.now()) / 2);
      return request.anyStatus === true ? anyAnswer(answer) : this.goodAnswer(answer, request, url);
    };
    return isSentOnce(request)
      ? this.pace.once(attempt, request.signal)
      : this.pace.repeated(attempt, request.signal);
  }

  private goodAnswer({ status, headers, text }: RawAnswer, request: HttpRequest, url: URL): HttpAnswer {
    if (status === 204) return { status, headers, body: undefined };
    if (status >= 200 && status < 300) return readable({ status, headers, text }, request);
    const { body } = anyAnswer({ status, headers, text });
    const now = this.settings.clock.now() + (this.skewMs ?? 0);
    const { body: sent = {}, goneProblem } = request;
    throw statusError({ status, headers, body, url, fields: Object.keys(sent), goneProblem, now });
  }

  private noteClock(date: string | undefined, ours: number): void {
    const theirs = Date.parse(date ?? '');
    if (!Number.isNaN(theirs)) this.skewMs = Math.round(theirs - ours);
  }
}

function readable({ status, headers, text }: RawAnswer, { document }: HttpRequest): HttpAnswer {
  const type = headers['content-type'];
  if (document !== true) return { status, headers, body: parseJsonBody(type, text) };
  return { status, headers, body: parseJsonBody(type, text, DOCUMENT), text };
}

/** An answer of any status; what is no proper JSON has no body. */
function anyAnswer({ status, headers, text }: RawAnswer): HttpAnswer {
  const type = headers['content-type'];
  if (!isJsonType(type)) return { status, headers, body: undefined };
  try {
    return { status, headers, body: parseJsonBody(type, text) };
  } catch {
    return { status, headers, body: undefined };
  }
}

function refuseHeaders({ headers = {} }: HttpRequest): void {
  if (Object.values(headers).every((value) => HEADER_VALUE.test(value))) return;
  throw new AppError(
    'invalid-input',
    'A credential or key contains a character that cannot be sent. Paste it again.',
  );
}
