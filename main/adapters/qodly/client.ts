import type * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import type { Http, HttpRequest } from '@main/http/http';
import type { Intent } from '@main/adapters/adapter';
import * as raw from './schema';
import type { QodlySession } from './session';

const PAGE_SIZE = 1_000;
const MOST_PAGES = 1_000;

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

type Query = NonNullable<HttpRequest['query']>;

/** The paths of the management API; the only place that knows them. Answers have passed their schema. */
export class QodlyClient {
  constructor(
    private readonly http: Http,
    private readonly session: QodlySession,
  ) {}

  operator(signal?: AbortSignal): Promise<raw.RawOperator> {
    return this.read({ method: 'GET', path: ['operator'], ...(signal && { signal }) }, raw.RawOperator);
  }

  environments(signal?: AbortSignal): AsyncGenerator<z.infer<typeof raw.RawEnvironmentPage>> {
    return this.pages(['environments'], raw.RawEnvironmentPage, {}, signal);
  }

  roles(environment: string): Promise<raw.RawRoles> {
    return this.read(
      { method: 'GET', path: ['environments', environment, 'roles'], list: true },
      raw.RawRoles,
    );
  }

  keys(
    environment: string,
    query: Query,
    signal?: AbortSignal,
  ): AsyncGenerator<z.infer<typeof raw.RawKeyPage>> {
    return this.pages(keysPath(environment), raw.RawKeyPage, query, signal);
  }

  key(environment: string, key: string): Promise<raw.RawKey> {
    return this.read({ method: 'GET', ...ofKey(environment, key) }, raw.RawKey);
  }

  create(
    environment: string,
    body: Record<string, unknown>,
    intent: Intent,
  ): Promise<z.infer<typeof raw.RawIssuedKey>> {
    const headers = { 'Idempotency-Key': intent.idempotencyKey };
    return this.read({ method: 'POST', path: keysPath(environment), headers, body }, raw.RawIssuedKey);
  }

  change(
    path: { environment: string; key: string },
    body: Record<string, unknown>,
    revision: string,
  ): Promise<raw.RawKey> {
    const headers = { 'If-Match': entityTag(revision) };
    return this.read({ method: 'PATCH', ...ofKey(path.environment, path.key), headers, body }, raw.RawKey);
  }

  async remove(environment: string, key: string, revision?: string): Promise<void> {
    const headers = revision === undefined ? {} : { 'If-Match': entityTag(revision) };
    const request = { method: 'DELETE', ...ofKey(environment, key), headers } as const;
    const { status } = await this.session.authorized(request, (authorized) => this.http.send(authorized));
    if (status !== 204)
      throw new AppError('bad-answer', 'The console did not say whether the key is deleted.', { status });
  }

  async secret(environment: string, key: string): Promise<string> {
    const { secret } = await this.read(
      { method: 'GET', ...ofKey(environment, key, 'secret') },
      raw.RawSecret,
    );
    return secret;
  }

  private read<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<T> {
    return this.session.authorized(request, (authorized) => this.http.read(authorized, schema));
  }

  /** All pages of a listing. Throws `bad-answer` when they go round in circles or repeat an item. */
  private async *pages<T extends { readonly id: string }, P extends Page<T>>(
    path: readonly string[],
    schema: z.ZodType<P>,
    query: Query,
    signal?: AbortSignal,
  ): AsyncGenerator<P> {
    const seen = new Set<string>();
    const cursors = new Set<string>();
    let cursor: string | null = null;
    do {
      const paged = { ...query, limit: PAGE_SIZE, ...(cursor !== null && { cursor }) };
      const request = { method: 'GET', path, query: paged, list: true, ...(signal && { signal }) } as const;
      const page: P = await this.read(request, schema);
      for (const { id } of page.items)
        addOnce(seen, id, 'The console listed one entry twice. Refresh the list.');
      yield page;
      cursor = page.nextCursor;
      if (cursor !== null) addOnce(cursors, cursor, 'The list of the console goes round in circles.');
    } while (cursor !== null && cursors.size < MOST_PAGES);
    if (cursor !== null) throw new AppError('bad-answer', 'The list of the console does not end.');
  }
}

const keysPath = (environment: string): string[] => ['environments', environment, 'keys'];

/** Addresses one key. Only this problem proves that it is gone: any other 404 may be about the environment. */
const ofKey = (environment: string, ...key: string[]): Pick<HttpRequest, 'path' | 'goneProblem'> => ({
  path: [...keysPath(environment), ...key],
  goneProblem: 'no-such-key',
});

function addOnce(seen: Set<string>, entry: string, sentence: string): void {
  if (seen.has(entry)) throw new AppError('bad-answer', sentence);
  seen.add(entry);
}

/** A revision is the text of an entity tag; the header wants its quotation marks. */
const entityTag = (revision: string): string => (/^(W\/)?".*"$/.test(revision) ? revision : `"${revision}"`);
