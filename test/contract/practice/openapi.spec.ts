import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { send, startPracticeForTest, type Answered, type PracticeForTest } from '@test/support/practice';
import { create, draft, keyUrl, type IssuedWireKey } from './desk';

type Json = Record<string, unknown>;
interface Description {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
}
interface Operation {
  operationId: string;
  responses: Record<string, { headers: Json; content?: Record<string, { schema: Json }> }>;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

describe('the published contract', () => {
  let practice: PracticeForTest;
  let description: Description;

  beforeAll(async () => {
    practice = await startPracticeForTest();
    const answer = await send<Description>('GET', `${practice.api}/openapi.json`);
    expect(answer.status).toBe(200);
    description = answer.body;
  });
  afterAll(() => practice.stop());

  /** The schema an answer must fit, with its references filled in; made anew from the published text. */
  function published({ status, headers }: Answered<unknown>, path: string, method: string): z.ZodType {
    const response = description.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const schema = response?.content?.[type]?.schema;
    if (!schema) throw new Error(`${method} ${path} does not promise ${status} as ${type}`);
    return z.fromJSONSchema(filled(schema) as Parameters<typeof z.fromJSONSchema>[0]);
  }

  function filled(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map(filled);
    if (schema === null || typeof schema !== 'object') return schema;
    const { $ref } = schema as { $ref?: string };
    if ($ref !== undefined) return filled(description.components.schemas[$ref.split('/').at(-1) ?? '']);
    return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, filled(value)]));
  }

  it('is OpenAPI 3.1, readable without signing in, and names the address it was read from', () => {
    expect(description.openapi).toBe('3.1.0');
    expect(description.servers).toEqual([{ url: practice.api }]);
  });

  it('names the routes of the contract, each once', () => {
    const operations = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(operations.sort()).toEqual([
      'DELETE /environments/{environment}/keys/{key}',
      'GET /environments',
      'GET /environments/{environment}/keys',
      'GET /environments/{environment}/keys/{key}',
      'GET /environments/{environment}/keys/{key}/secret',
      'GET /environments/{environment}/roles',
      'GET /openapi.json',
      'GET /operator',
      'PATCH /environments/{environment}/keys/{key}',
      'POST /environments/{environment}/keys',
      'POST /session',
    ]);
  });

  it('is what is served: a method that is not in it does not exist', async () => {
    for (const [path, item] of Object.entries(description.paths))
      for (const method of METHODS) {
        const url = practice.api + path.replace('{environment}', 'production').replace('{key}', 'none');
        const { status, body } = await send(method, url, method === 'GET' ? {} : { body: {} });
        const exists = body['detail'] !== 'There is nothing at this address.';
        expect([method, path, exists]).toEqual([method, path, method.toLowerCase() in item]);
        expect(Object.keys(item[method.toLowerCase()]?.responses ?? { [status]: 0 })).toContain(
          String(status),
        );
      }
  });

  it('has no dangling reference and no answer without description', () => {
    const text = JSON.stringify(description);
    const references = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? '');
    expect(references.filter((name) => !(name in description.components.schemas))).toEqual([]);
    expect(Object.keys(description.components.schemas).sort()).toEqual([...new Set(references)].sort());
    expect(text).not.toContain('"description":""');
  });

  it('is true of real answers', async () => {
    const token = practice.adminToken;
    const keys = '/environments/{environment}/keys';
    const one = `${keys}/{key}`;
    const made = await create(practice, draft());
    const url = keyUrl(practice, made.body);
    const get = (path: string) => send('GET', practice.api + path, { token });
    const headers = { 'If-Match': '"none"' };
    const { userName, password } = practice.admin;
    const answers: [string, string, Answered<unknown>][] = [
      ['POST', '/session', await send('POST', `${practice.api}/session`, { body: { userName, password } })],
      ['POST', '/session', await send('POST', `${practice.api}/session`, { body: {} })],
      ['GET', '/operator', await get('/operator')],
      ['GET', '/operator', await send('GET', `${practice.api}/operator`)],
      ['GET', '/environments', await get('/environments')],
      ['GET', '/environments', await get('/environments?limit=0')],
      ['GET', '/environments/{environment}/roles', await get('/environments/production/roles')],
      ['GET', keys, await get('/environments/production/keys?limit=1000')],
      ['GET', keys, await get('/environments/legacy/keys')],
      ['GET', keys, await get('/environments/nowhere/keys')],
      ['POST', keys, made],
      ['POST', keys, await create(practice, draft({ name: '' }))],
      ['GET', one, await send('GET', url, { token })],
      ['GET', `${one}/secret`, await send('GET', `${url}/secret`, { token })],
      ['GET', `${one}/secret`, await send('GET', `${url}/secret`, { token: practice.viewer.token })],
      ['PATCH', one, await send('PATCH', url, { token, body: {} })],
      ['PATCH', one, await send('PATCH', url, { token, body: {}, headers })],
      ['PATCH', one, await send('PATCH', url, { token, body: {}, headers: { 'If-Match': '*' } })],
      ['DELETE', one, await send('DELETE', url, { token, headers })],
      ['GET', '/openapi.json', await get('/openapi.json')],
    ];
    for (const [method, path, answer] of answers) {
      const read = published(answer, path, method).safeParse(answer.body);
      expect([method, path, answer.status, read.error?.issues]).toEqual([
        method,
        path,
        answer.status,
        undefined,
      ]);
    }
  });

  it('describes requests as strictly as they are judged', () => {
    const accepted = z.fromJSONSchema(
      filled(description.components.schemas['KeyDraft']) as Parameters<typeof z.fromJSONSchema>[0],
    );
    expect(accepted.safeParse(draft()).success).toBe(true);
    expect(accepted.safeParse(draft({ active: true })).success).toBe(false);
    expect(accepted.safeParse(draft({ name: 'x'.repeat(201) })).success).toBe(false);
    expect(accepted.safeParse(draft({ type: 'web' })).success).toBe(false);
  });

  it('shows a secret in two answers only', () => {
    const withSecret = Object.entries(description.components.schemas)
      .filter(([, schema]) => 'secret' in ((schema['properties'] ?? {}) as Partial<IssuedWireKey>))
      .map(([name]) => name);
    expect(withSecret.sort()).toEqual(['IssuedKey', 'Secret']);
  });
});
