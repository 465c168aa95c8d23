import * as z from 'zod';
import type { CloudmcRoute, RouteDoc } from './route';

type Json = Record<string, unknown>;

const REFUSED: Readonly<Record<string, string>> = {
  400: 'A parameter is missing or not valid.',
  401: 'The API key is missing or not valid.',
  403: 'The user is not allowed to do this.',
  404: 'There is no such thing.',
};

const reference = (id: string): Json => ({ $ref: `#/components/schemas/${id}` });

function identifier(schema: z.ZodType): string {
  const id = schema.meta()?.id;
  if (id === undefined) throw new Error('A schema has no identifier.');
  return id;
}

/** Schemas as components, those they name included; `data` comes in an envelope of its own. */
function schemas(routes: readonly CloudmcRoute[]): Json {
  const registry = z.registry<{ id: string }>();
  for (const { doc } of routes)
    for (const schema of [doc.body, doc.answer])
      if (schema && !registry.has(schema)) registry.add(schema, { id: identifier(schema) });
  const described = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    target: 'openapi-3.0',
  }).schemas as Record<string, Json>;
  const plain = Object.entries(described).map(([id, { $id: _address, ...schema }]) => [id, schema] as const);
  const error = { code: { type: 'integer' }, errorCode: { type: 'string' }, message: { type: 'string' } };
  return {
    ...Object.fromEntries(plain),
    Error: {
      type: 'object',
      properties: {
        errors: {
          type: 'array',
          items: { type: 'object', properties: { ...error, context: { type: 'object' } } },
        },
      },
    },
  };
}

function envelope({ answer, list }: RouteDoc): Json {
  if (!answer) return { description: 'Done; there is nothing to say.' };
  const one = reference(identifier(answer));
  const properties = list
    ? {
        data: { type: 'array', items: one },
        metadata: { type: 'object', properties: { recordCount: { type: 'integer' } } },
      }
    : { data: one };
  return {
    description: 'Done.',
    content: { 'application/json': { schema: { type: 'object', properties } } },
  };
}

const parameter = (name: string, place: 'path' | 'query', description: string): Json => ({
  name,
  in: place,
  required: place === 'path',
  description,
  schema: { type: 'string' },
});

function parameters({ path, doc }: CloudmcRoute): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    parameter(name, 'path', 'An identifier.'),
  );
  const inQuery = Object.entries(doc.query ?? {}).map(([name, says]) => parameter(name, 'query', says));
  return [...inPath, parameter('org_id', 'query', 'The organization to act in.'), ...inQuery];
}

function refusals(): Json {
  const content = { 'application/json': { schema: reference('Error') } };
  return Object.fromEntries(
    Object.entries(REFUSED).map(([status, description]) => [status, { description, content }]),
  );
}

function operation(route: CloudmcRoute): Json {
  const { doc } = route;
  return {
    tags: [doc.tag],
    operationId: doc.operationId,
    summary: doc.summary,
    parameters: parameters(route),
    ...(doc.body && {
      requestBody: { content: { 'application/json': { schema: reference(identifier(doc.body)) } } },
    }),
    responses: { [doc.answer ? '200' : '204']: envelope(doc), ...refusals() },
    security: [{ ApiKeyAuth: [] }],
  };
}

function paths(routes: readonly CloudmcRoute[], prefix: string): Json {
  const found: Record<string, Json> = {};
  for (const route of routes) {
    const path = prefix + route.path;
    found[path] = { ...found[path], [route.method.toLowerCase()]: operation(route) };
  }
  return found;
}

/** Where the described API is: the origin, the root of its paths, and in which of the two they are written. */
export interface ApiPlace {
  readonly origin: string;
  readonly root: string;
  readonly wholePaths: boolean;
}

/** The OpenAPI 3.0 description of the routes. */
export function describeApi(routes: readonly CloudmcRoute[], { origin, root, wholePaths }: ApiPlace): Json {
  return {
    openapi: '3.0.1',
    info: { title: 'CloudMC API (practice console)', version: 'v2' },
    servers: [{ url: wholePaths ? origin : origin + root }],
    tags: [...new Set(routes.map(({ doc }) => doc.tag))].map((name) => ({ name })),
    paths: paths(routes, wholePaths ? root : ''),
    components: {
      securitySchemes: { ApiKeyAuth: { type: 'apiKey', in: 'header', name: 'MC-Api-Key' } },
      schemas: schemas(routes),
    },
  };
}
