import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Assumptions } from '@main/practice/assumptions';
import { send } from '@test/support/practice';
import { Harbour } from './harbour';

type Json = Record<string, unknown>;
interface Operation {
  operationId: string;
  tags: string[];
  security: Json[];
  responses: Record<string, { content?: { 'application/json': { schema: Json } } }>;
}
interface Description {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Json; schemas: Record<string, Json> };
}

describe('what CloudMC publishes about its API', () => {
  let harbour: Harbour;
  afterEach(() => harbour.stop());

  const described = async (assumptions: Partial<Assumptions> = {}) => {
    harbour = await Harbour.open(assumptions);
    return send<Description>('GET', `${harbour.origin}/rest/docs/api/v3/openapi.json`);
  };
  const operations = ({ paths }: Description) =>
    Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
  const KEY_ROUTES = ['GET /api_keys', 'POST /api_keys', 'PUT /api_keys/{id}', 'DELETE /api_keys/{id}'];
  const OTHERS = [
    'GET /organizations',
    'GET /environments',
    'GET /roles',
    'GET /users',
    'GET /users/{id}',
    'GET /users/{id}/additional_roles',
    'GET /services/connections',
    'GET /services/connections/{id}/apiInfo',
    'GET /tasks/{id}',
  ];

  it('is OpenAPI 3.0 for anybody, with every route of the console', async () => {
    const { status, body } = await described();
    expect([status, body.openapi]).toEqual([200, '3.0.1']);
    expect(body.servers).toEqual([{ url: `${harbour.origin}/api/v2` }]);
    expect(operations(body).sort()).toEqual([...OTHERS, ...KEY_ROUTES].sort());
    expect(body.components.securitySchemes).toEqual({
      ApiKeyAuth: { type: 'apiKey', in: 'header', name: 'MC-Api-Key' },
    });
    expect(body.paths['/organizations']?.['get']).toMatchObject({
      operationId: 'FindAllOrganization',
      tags: ['Organizations'],
      security: [{ ApiKeyAuth: [] }],
    });
  });

  it('can leave the keys out, decoys remaining, or be missing', async () => {
    expect(operations((await described({ cloudmcDescription: 'without-keys' })).body)).toEqual(OTHERS);
    expect((await harbour.keys()).status).toBe(200);
    await harbour.stop();
    expect((await described({ cloudmcDescription: 'none' })).status).toBe(404);
  });

  it('shows the path where keys really are, and their fields', async () => {
    const { body } = await described({
      cloudmcKeyPath: '/users/{userId}/credentials',
      cloudmcWholePaths: true,
      cloudmcLastIpField: 'lastUsedFrom',
      cloudmcSecretField: 'value',
    });
    expect(body.servers).toEqual([{ url: harbour.origin }]);
    expect(Object.keys(body.paths)).toContain('/api/v2/users/{userId}/credentials/{id}');
    expect(Object.keys((body.components.schemas['GeneratedApiKey']?.['properties'] ?? {}) as Json)).toEqual([
      'id',
      'name',
      'lastUsedFrom',
      'lastActivity',
      'value',
    ]);
    const me = await harbour.call<{ id: string }[]>('GET', '/users');
    const [ada, victor] = me.body.data.map(({ id }) => id);
    expect((await harbour.call('GET', `/users/${ada ?? ''}/credentials`)).status).toBe(200);
    expect((await harbour.call('GET', `/users/${victor ?? ''}/credentials`)).status).toBe(403);
    expect((await harbour.keys()).status).toBe(404);
  });

  it('has no dangling reference and is true of real answers', async () => {
    const { body } = await described();
    const filled = (schema: unknown): unknown => {
      if (Array.isArray(schema)) return schema.map(filled);
      if (schema === null || typeof schema !== 'object') return schema;
      const { $ref } = schema as { $ref?: string };
      if ($ref !== undefined) {
        const found = body.components.schemas[$ref.split('/').at(-1) ?? ''];
        expect(found, $ref).toBeDefined();
        return filled(found);
      }
      return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, filled(value)]));
    };
    const user = (await harbour.call<{ id: string }[]>('GET', '/users')).body.data[0]?.id ?? '';
    const connection =
      (await harbour.call<{ id: string }[]>('GET', '/services/connections')).body.data[0]?.id ?? '';
    for (const path of OTHERS.filter((each) => !each.includes('tasks')).concat('GET /api_keys')) {
      const [, template = ''] = path.split(' ');
      const schema = body.paths[template]?.['get']?.responses['200']?.content?.['application/json'].schema;
      const id = template.startsWith('/users') ? user : connection;
      const answer = await harbour.call('GET', template.replace('{id}', id));
      const read = z
        .fromJSONSchema(filled(schema) as Parameters<typeof z.fromJSONSchema>[0], {
          defaultTarget: 'openapi-3.0',
        })
        .safeParse(answer.body);
      expect([path, answer.status, read.error?.issues]).toEqual([path, 200, undefined]);
    }
  });
});
