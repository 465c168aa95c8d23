import type * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import { routeSegments, type Route } from '@core/domain/route-profile';
import type { Http, HttpRequest } from '@main/http/http';
import type { OwnCalls } from './own-calls';
import * as raw from './schema';
import { outcomeOf, type TaskWait } from './task';

/** The header that carries a key. */
export const KEY_HEADER = 'MC-Api-Key';

/** Where a key is: its organization, and for one key its identifier. */
export interface KeyPlace {
  readonly organization: string;
  readonly keyId?: string;
}

/** The operator's calls below `/api/v2`. Answers have passed their schema. */
export class CloudmcClient {
  constructor(
    private readonly http: Http,
    private readonly apiKey: string,
    private readonly own: OwnCalls,
    private readonly wait: TaskWait,
  ) {}

  async organizations(signal?: AbortSignal): Promise<raw.RawOrganization[]> {
    const request = {
      method: 'GET',
      path: ['organizations'],
      list: true,
      ...(signal && { signal }),
    } as const;
    return whole(await this.read(request, raw.RawOrganizations));
  }

  async users(signal?: AbortSignal): Promise<raw.RawUser[]> {
    const request = { method: 'GET', path: ['users'], list: true, ...(signal && { signal }) } as const;
    return whole(await this.read(request, raw.RawUsers));
  }

  /** All keys of the operator at a place. */
  async keys(route: Route, place: KeyPlace, signal?: AbortSignal): Promise<raw.RawKey[]> {
    const request = { ...routed(route, place), list: true, ...(signal && { signal }) };
    return whole(await this.read(request, raw.RawKeys));
  }

  /** Sends a change, once, and waits where the console does it by and by. Gives the record it answers with. */
  async change(route: Route, place: KeyPlace, body?: Record<string, unknown>): Promise<unknown> {
    const request = { ...routed(route, place), once: true, ...(body && { body }) };
    const answer = await this.send(request);
    const task = (taskId: string): Promise<raw.RawTask> => {
      const path = ['tasks', taskId];
      return this.read({ method: 'GET', path, query: { org_id: place.organization } }, raw.RawTask);
    };
    return outcomeOf(answer, task, this.wait);
  }

  private async read<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<T> {
    const parsed = schema.safeParse(await this.send(request));
    if (parsed.success) return parsed.data;
    throw new AppError('bad-answer', 'The console answered with data in a form that Keydesk does not know.');
  }

  /** The body of a successful answer. */
  private async send(request: HttpRequest): Promise<unknown> {
    const headers = { ...request.headers, [KEY_HEADER]: usable(this.apiKey) };
    const { body } = await this.own.during(() => this.http.send({ ...request, headers }).catch(explain));
    if (!raw.RawErrors.safeParse(body).success) return body;
    // Documented: where there are errors it did not succeed, whatever the status says.
    throw new AppError('bad-answer', 'The console answered with an error instead of data.');
  }
}

/** SECURITY: a list that is shorter than the console says, or repeats itself, proves nothing about what is gone. */
function whole<T extends { readonly id: string }>({ data, metadata }: raw.RawList<T>): T[] {
  if (new Set(data.map(({ id }) => id)).size < data.length)
    throw new AppError('bad-answer', 'The console listed one entry twice. Refresh the list.');
  const said = metadata?.recordCount ?? data.length;
  if (said === data.length) return data;
  throw new AppError('bad-answer', `The console says it has ${said} entries and listed ${data.length}.`);
}

function routed(
  route: Route,
  { organization, keyId }: KeyPlace,
): Pick<HttpRequest, 'method' | 'path' | 'query'> {
  const values = keyId === undefined ? {} : { keyId };
  return { method: route.method, path: routeSegments(route, values), query: { org_id: organization } };
}

function explain(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
  const facts = { ...error.facts, field: 'apiKey' };
  throw new AppError('unauthorized', 'The console does not accept this API key.', facts);
}

function usable(apiKey: string): string {
  if (raw.SENDABLE.test(apiKey)) return apiKey;
  const sentence = 'The API key is empty or contains a blank or an unusual character. Paste it again.';
  throw new AppError('invalid-input', sentence, { field: 'apiKey' });
}
