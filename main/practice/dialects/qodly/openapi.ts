import * as z from 'zod';
import type { QodlyRoute, RouteDoc } from './route';
import { PROBLEMS, type ProblemName } from '../../problem';
import { OpenApiAnswer, ProblemAnswer } from './schema';

type Json = Record<string, unknown>;

const PROBLEM_NAMES = Object.keys(PROBLEMS) as ProblemName[];

/** What the headers mean, wherever they appear. */
const HEADERS: Record<string, string> = {
  'Idempotency-Key': 'Random text that names this one intent.',
  'If-Match': 'The ETag of the key as it was read.',
  ETag: 'The revision of the key.',
  'Idempotency-Replayed': '`true` when this is the kept answer of an earlier request.',
  'X-Request-Id': 'Names this exchange.',
  'Retry-After': 'Seconds to wait.',
  'WWW-Authenticate': 'How to sign in.',
  Allow: 'What is possible here.',
};

/** Headers that a refusal brings along. */
const PROBLEM_HEADERS: Record<number, readonly string[]> = {
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  429: ['Retry-After'],
};

function headerObjects(names: readonly string[]): Json {
  return Object.fromEntries(
    names.map((name) => [name, { description: HEADERS[name] ?? '', schema: { type: 'string' } }]),
  );
}

/** Describes schemas as components, each under the identifier it carries. */
function components(schemas: readonly z.ZodType[]): Json {
  const registry = z.registry<{ id: string }>();
  for (const schema of new Set(schemas)) registry.add(schema, { id: identifier(schema) });
  const described = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
  }).schemas as Record<string, Json>;
  return Object.fromEntries(
    Object.entries(described).map(([id, { $schema: _dialect, $id: _address, ...schema }]) => [id, schema]),
  );
}

function identifier(schema: z.ZodType): string {
  const id = schema.meta()?.id;
  if (id === undefined) throw new Error('A schema of the contract has no identifier.');
  return id;
}

const reference = (schema: z.ZodType): Json => ({ $ref: `#/components/schemas/${identifier(schema)}` });

/** Refusals that follow from what a route is, without it having to say so. */
function usualProblems({ right, doc }: QodlyRoute): ProblemName[] {
  const found: ProblemName[] = ['wrong-host', 'unexpected'];
  if (right !== 'open') found.push('not-signed-in', 'session-expired');
  if (right !== 'open' && right !== 'signed-in') found.push('forbidden');
  if (doc.query) found.push('malformed-request');
  if (doc.body) found.push('malformed-request', 'invalid-fields', 'too-large', 'not-json');
  return found;
}

function problemAnswers(route: QodlyRoute): Json {
  const names = new Set([...usualProblems(route), ...(route.doc.problems ?? [])]);
  const statuses = new Set(
    PROBLEM_NAMES.filter((name) => names.has(name)).map((name) => PROBLEMS[name].status),
  );
  return Object.fromEntries(
    [...statuses].map((status) => {
      const titles = PROBLEM_NAMES.filter((name) => names.has(name) && PROBLEMS[name].status === status);
      return [
        String(status),
        {
          description: titles.map((name) => `${PROBLEMS[name].title} (\`${name}\`).`).join(' '),
          headers: headerObjects(['X-Request-Id', ...(PROBLEM_HEADERS[status] ?? [])]),
          content: { 'application/problem+json': { schema: reference(ProblemAnswer) } },
        },
      ];
    }),
  );
}

function successAnswer({ status, answer, answerHeaders = [] }: RouteDoc): Json {
  return {
    [status]: {
      description: answer ? 'Done.' : 'Done; there is nothing to say.',
      headers: headerObjects(['X-Request-Id', ...answerHeaders]),
      ...(answer && { content: { 'application/json': { schema: reference(answer) } } }),
    },
  };
}

function queryParameters(query: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

function parameters({ path, doc }: QodlyRoute): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inHeader = Object.entries(doc.headers ?? {}).map(([name, required]) => ({
    name,
    in: 'header',
    required,
    description: HEADERS[name],
    schema: { type: 'string' },
  }));
  return [...inPath, ...(doc.query ? queryParameters(doc.query) : []), ...inHeader];
}

function operation(route: QodlyRoute): Json {
  const { doc, right } = route;
  const needs = right === 'open' || right === 'signed-in' ? '' : ` Needs the right \`${right}\`.`;
  return {
    operationId: doc.operationId,
    summary: doc.summary + needs,
    security: right === 'open' ? [] : [{ bearer: [] }],
    parameters: parameters(route),
    ...(doc.body && {
      requestBody: { required: true, content: { 'application/json': { schema: reference(doc.body) } } },
    }),
    responses: { ...successAnswer(doc), ...problemAnswers(route) },
  };
}

function paths(routes: readonly QodlyRoute[]): Json {
  const found: Record<string, Json> = {};
  for (const route of routes)
    found[route.path] = { ...found[route.path], [route.method.toLowerCase()]: operation(route) };
  return found;
}

/** The OpenAPI 3.1 description of the routes, with their schemas as the only source of its own. */
export function openApiOf(routes: readonly QodlyRoute[], server: string): Json {
  const schemas = routes.flatMap(({ doc }) =>
    [doc.body, doc.answer].filter((schema) => schema !== undefined),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Keydesk open contract for key management, Qodly dialect',
      version: '1.0.0',
      description:
        'Qodly publishes no management API. This contract is what Keydesk speaks instead: with its practice ' +
        'console, and with any console that chooses to serve it.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    paths: paths(routes),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'From signing in, or a personal token.' },
      },
      schemas: components([...schemas, ProblemAnswer]),
    },
  };
}

/** The route that publishes the description. It describes itself too. */
export function openApiRoute(described: () => Json): QodlyRoute {
  return {
    method: 'GET',
    path: '/openapi.json',
    right: 'open',
    doc: {
      operationId: 'getOpenApi',
      summary: 'This description.',
      status: 200,
      answer: OpenApiAnswer,
    },
    handle: () => ({ status: 200, body: described() }),
  };
}
