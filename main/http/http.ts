import type * as z from 'zod';
import type { LookupFunction } from 'node:net';
import type { ConnectionReport } from '@core/domain/console';
import type { Clock } from '@main/ports';

/** What a console's address may point at, as the operator ticked it. */
export interface EndpointTicks {
  readonly allowLoopback: boolean;
  readonly allowPrivate: boolean;
}

/** Bounds of one exchange; times in milliseconds, sizes in bytes before and after decompression. */
export interface Limits {
  readonly connectMs: number;
  /** Longest silence in the middle of an answer. */
  readonly idleMs: number;
  readonly totalMs: number;
  readonly listTotalMs: number;
  readonly maxBytes: number;
  readonly listMaxBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  connectMs: 5_000,
  idleMs: 10_000,
  totalMs: 20_000,
  listTotalMs: 60_000,
  maxBytes: 5_000_000,
  listMaxBytes: 50_000_000,
};

/** Where requests go and what is trusted on the way. */
export interface HttpSettings extends EndpointTicks {
  /** Origin and optional path, below which every request stays. */
  readonly baseUrl: string;
  /** Certificate authorities trusted in addition to the public ones. */
  readonly caPem?: string;
  /** `http://host:port`; never used for loopback. */
  readonly proxyUrl?: string;
  readonly clock: Clock;
  readonly limits?: Partial<Limits>;
  /** Looks names up instead of the system; its answers are checked like the system's. */
  readonly resolve?: LookupFunction;
}

/** One request. GETs are repeated when that is safe; everything else is sent once, on a socket of its own. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Segments below the base URL; they are encoded here and nowhere else. */
  readonly path: readonly string[];
  /** The path ends with a slash, for a server to which that is another address. */
  readonly slash?: boolean;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** JSON that is written already, sent as it is. */
  readonly bodyText?: string;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
  /**
   * The answer is a document of the operator's own: handed out as text too, nested deeper than other answers, and a
   * member of any name is data in it.
   */
  readonly document?: boolean;
  /** A listing may be larger and take longer. */
  readonly list?: boolean;
  /** Send even a GET only once. */
  readonly once?: boolean;
  /** Hand out answers of any status instead of throwing; their body is `undefined` when it is not JSON. */
  readonly anyStatus?: boolean;
  /** The problem that proves that what the path names is gone (RFC 9457, end of its type); absent: any 404 in JSON. */
  readonly goneProblem?: string;
  readonly signal?: AbortSignal;
}

/** Whether a request is sent once whatever happens, on a socket of its own. */
export const isSentOnce = ({ method, once }: HttpRequest): boolean => method !== 'GET' || once === true;

/** An answer whose body is plain JSON data, not yet checked. */
export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** As it came; only for a document. SECURITY: cut pieces out of it, never copy its members about. */
  readonly text?: string;
}

/** Exchanges with one console. Every failure is an `AppError`. */
export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Sends and reads the body by a schema; `bad-answer` where it does not fit. */
  read<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<T>;
  /** Console's clock minus ours in milliseconds, from the latest answer; undefined before the first. */
  clockSkewMs(): number | undefined;
}

/** Builds the exchange with one console; `invalid-input` where its address or certificate is refused. */
export type OpenHttp = (settings: HttpSettings) => Http;

/** The certificate a console shows; null over plain http. */
export type TlsPeer = ConnectionReport['tls'];
