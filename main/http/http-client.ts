import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { agentsFor, type Agents } from '@main/http/agents';
import { ACCEPTED_ENCODINGS, readAnswerText } from '@main/http/answer-text';
import { Deadline } from '@main/http/deadline';
import { isSentOnce, type HttpRequest, type HttpSettings, type Limits } from '@main/http/http';
import { toAppError } from '@main/http/http-error';

/** The status, the headers by lower-case name and the text of an answer, whatever they are. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** One exchange at a time with one origin, bounded in time and size. Sends exactly once. */
export class HttpClient {
  private readonly agents: Agents;
  private readonly axios: AxiosInstance;

  /** Throws `invalid-input` where the proxy or the certificate is refused. */
  constructor(
    base: URL,
    private readonly settings: HttpSettings,
    private readonly limits: Limits,
  ) {
    this.agents = agentsFor(base, settings);
    this.axios = instance(base.origin);
  }

  /** Sends a request to an address below the base and reads the whole answer, of any status. */
  async exchange(request: HttpRequest, url: URL): Promise<RawAnswer> {
    const { totalMs, maxBytes } = this.boundsOf(request);
    const deadline = new Deadline(this.settings.clock, { ...this.limits, totalMs }, request.signal);
    try {
      const answer = await this.dispatch(request, url, deadline);
      const headers = plainHeaders(answer);
      const { signal } = deadline;
      const progress = (): void => deadline.markProgress();
      const text = await readAnswerText(answer.data, headers, { maxBytes, signal, progress });
      return { status: answer.status, headers, text };
    } catch (error) {
      throw deadline.reason ?? toAppError(error, deadline.connected);
    } finally {
      deadline.clear();
    }
  }

  private boundsOf({ list }: HttpRequest): { totalMs: number; maxBytes: number } {
    const { totalMs, listTotalMs, maxBytes, listMaxBytes } = this.limits;
    return list === true ? { totalMs: listTotalMs, maxBytes: listMaxBytes } : { totalMs, maxBytes };
  }

  private dispatch(request: HttpRequest, url: URL, deadline: Deadline): Promise<AxiosResponse<Readable>> {
    const agent = this.agents.agent(isSentOnce(request), deadline.signal);
    const data = dataOf(request);
    return this.axios.request<Readable>({
      method: request.method,
      url: url.href.slice(url.origin.length),
      headers: headersOf(request),
      ...(data === undefined ? {} : { data }),
      maxBodyLength: this.boundsOf(request).maxBytes,
      httpAgent: agent,
      httpsAgent: agent,
      signal: deadline.signal,
      transport: transport(deadline),
    });
  }
}

/** SECURITY: no redirects, no absolute URLs, no proxy of the environment, and axios never reads a body itself. */
function instance(origin: string): AxiosInstance {
  return axios.create({
    adapter: 'http',
    baseURL: origin,
    allowAbsoluteUrls: false,
    maxRedirects: 0,
    proxy: false,
    responseType: 'stream',
    decompress: false,
    validateStatus: () => true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
  });
}

/** Node's own client, watched for the moment from which something may have been sent. */
function transport(deadline: Deadline): object {
  return {
    request(options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest {
      const request = (options.protocol === 'https:' ? https : http).request(options, onAnswer);
      request.once('socket', (socket) => {
        if (request.reusedSocket) deadline.markConnected();
        else
          socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', () =>
            deadline.markConnected(),
          );
      });
      return request;
    },
  };
}

function dataOf({ body, bodyText, form }: HttpRequest): string | undefined {
  if (form !== undefined) return new URLSearchParams(form).toString();
  return body === undefined ? bodyText : JSON.stringify(body);
}

function typeOf({ body, bodyText, form }: HttpRequest): Record<string, string> {
  if (form !== undefined) return { 'Content-Type': 'application/x-www-form-urlencoded' };
  return body === undefined && bodyText === undefined ? {} : { 'Content-Type': 'application/json' };
}

const headersOf = (request: HttpRequest): Record<string, string> => ({
  Accept: 'application/json, application/problem+json',
  'Accept-Encoding': ACCEPTED_ENCODINGS,
  'User-Agent': 'Keydesk',
  ...typeOf(request),
  ...request.headers,
});

function plainHeaders({ headers }: AxiosResponse): Record<string, string> {
  const pairs = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return Object.fromEntries(pairs);
}
