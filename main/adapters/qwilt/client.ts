import type * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import { routeOf, routeSegments, type RouteProfile } from '@core/domain/route-profile';
import { QWILT } from '@core/domain/vendors/qwilt';
import type { Http, HttpRequest } from '@main/http/http';
import type { Access } from './access';
import { RawIssuedKey, RawKey, RawKeyList } from './schema';

/** The only documented route of a key. */
const CREATE_PATH = ['api', '1', 'api-keys'];

type RouteId = 'keys.list' | 'keys.get' | 'keys.revoke';

const NOT_FOR_USERS =
  'The permissions of this user do not include API keys. Ask an administrator of the organization for them.';
const NOT_FOR_KEYS =
  'The API key that Keydesk signs in with may not do that. It takes an Editor key of somebody who may manage API keys.';

/** The keys of one organization. Answers have passed their schema. */
export class QwiltClient {
  constructor(
    private readonly users: Http,
    private readonly access: Access,
    private readonly routes: RouteProfile,
  ) {}

  /** Every key. Throws `bad-answer` where the console has no list there, or lists a key twice. */
  async list(signal?: AbortSignal): Promise<RawKey[]> {
    const request = { ...this.routed('keys.list'), list: true, ...(signal && { signal }) };
    const keys = await this.read(request, RawKeyList).catch(noListThere);
    if (new Set(keys.map(({ keyId }) => keyId)).size === keys.length) return keys;
    throw new AppError('bad-answer', 'The console listed one key twice. Refresh the list.');
  }

  get(keyId: string): Promise<RawKey> {
    return this.read(this.routed('keys.get', { keyId }), RawKey);
  }

  create(body: Record<string, unknown>): Promise<z.infer<typeof RawIssuedKey>> {
    return this.read({ method: 'POST', path: CREATE_PATH, body }, RawIssuedKey);
  }

  /** Any success counts as heard; whether the key is revoked, only reading it again tells. */
  async revoke(keyId: string): Promise<void> {
    const request = { ...this.routed('keys.revoke', { keyId }), once: true };
    await this.send(request, (authorized) => this.users.send(authorized));
  }

  private routed(id: RouteId, values: Record<string, string> = {}): HttpRequest {
    const spec = QWILT.routes.find((each) => each.id === id);
    const route = spec && routeOf(spec, this.routes);
    if (!route)
      throw new AppError('forbidden', 'It is not known how this console does that. Set its routes.');
    const { method } = route;
    // A console may refuse these without a body.
    const bodied = method !== 'GET' && method !== 'DELETE';
    return { method, path: routeSegments(route, values), ...(bodied && { body: {} }) };
  }

  private read<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<T> {
    return this.send(request, (authorized) => this.users.read(authorized, schema));
  }

  private async send<T>(request: HttpRequest, send: (authorized: HttpRequest) => Promise<T>): Promise<T> {
    try {
      return await this.access.authorized(request, send);
    } catch (error) {
      if (!(error instanceof AppError) || error.facts.status !== 403) throw error;
      if (error.code !== 'forbidden') throw error;
      throw new AppError('forbidden', this.access.by === 'key' ? NOT_FOR_KEYS : NOT_FOR_USERS, error.facts);
    }
  }
}

/** That there is nothing at the address of the list says nothing of any key. */
function noListThere(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
  const sentence = 'The console has no list of API keys at this address. Check the routes of this console.';
  throw new AppError('bad-answer', sentence, error.facts);
}
