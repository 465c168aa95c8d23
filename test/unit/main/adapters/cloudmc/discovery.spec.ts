import { describe, expect, it } from 'vitest';
import { operationsIn } from '@main/adapters/cloudmc/description';
import { candidatesAmong, settled, type Candidate } from '@main/adapters/cloudmc/discovery';

type Json = Record<string, unknown>;

/** An operation that answers with a record of these fields, or with a list of them. */
const operation = (operationId: string, tag: string, fields: Json | null, list = false): Json => {
  const record = { type: 'object', properties: fields };
  const data = list ? { type: 'array', items: record } : record;
  const schema = { type: 'object', properties: { data } };
  const content = { 'application/json': { schema } };
  return { operationId, tags: [tag], responses: { '200': { content: fields === null ? {} : content } } };
};

const TEXT = { type: 'string' };
const KEY = { id: TEXT, name: TEXT, lastIp: TEXT, lastActivity: TEXT };

/** The four routes of one kind of record, whose new ones have a field more. */
const resource = (
  stem: string,
  [name, tag]: readonly [string, string],
  fields: Json = KEY,
  more: Json = { apiKey: TEXT },
): Json => ({
  [stem]: {
    get: operation(`FindAll${name}`, tag, fields, true),
    post: operation(`Create${name}`, tag, { ...fields, ...more }),
  },
  [`${stem}/{id}`]: {
    parameters: [],
    put: operation(`Update${name}`, tag, fields),
    delete: operation(`Delete${name}`, tag, null),
  },
});

const ORGANIZATIONS = {
  '/organizations': { get: operation('FindAllOrganization', 'Organizations', {}, true) },
};
const description = (paths: Json, components: Json = {}): Json => ({
  openapi: '3.0.1',
  paths: { ...ORGANIZATIONS, ...paths },
  components,
});
const found = (paths: Json, components?: Json): Candidate[] =>
  candidatesAmong(operationsIn(description(paths, components)));

describe('finding the routes of keys', () => {
  it('takes path, tag, operations and fields together', () => {
    const [candidate, ...others] = found({
      ...resource('/api_keys', ['ApiKey', 'API keys']),
      ...resource('/custom_fields', ['CustomField', 'Custom fields'], { id: TEXT, name: TEXT }, {}),
      ...resource(
        '/identity_providers',
        ['IdentityProvider', 'Identity'],
        { id: TEXT, name: TEXT },
        { clientSecret: TEXT },
      ),
    });
    expect(others).toEqual([]);
    expect(candidate).toMatchObject({
      stem: '/api_keys',
      secretField: 'apiKey',
      routes: {
        'keys.list': { method: 'GET', path: '/api_keys' },
        'keys.create': { method: 'POST', path: '/api_keys' },
        'keys.rename': { method: 'PUT', path: '/api_keys/{keyId}' },
        'keys.revoke': { method: 'DELETE', path: '/api_keys/{keyId}' },
      },
    });
  });

  it.each<[string, Json]>([
    ['a plain path', resource('/apiKeys', ['X', 'Y'])],
    ['a path of another kind, tag and operations', resource('/me/secrets', ['ApiKey', 'Api-Keys'])],
    ['the word that the screen uses', resource('/api_credentials', ['ApiCredential', 'API credentials'])],
    ['a path and no described fields', resource('/api_keys', ['ApiKey', 'Z'], {}, {})],
  ])('knows them by %s', (_case, paths) => {
    expect(found(paths)).toHaveLength(1);
  });

  it.each<[string, Json]>([
    ['service credentials', resource('/services/connections/{id}/api_keys', ['ApiKey', 'API keys'])],
    ['those of a service by their tag', resource('/api_keys', ['ApiKey', 'Service connections'])],
    [
      'those of a service by their fields',
      resource('/api_keys', ['ApiKey', 'API keys'], { ...KEY, accessKey: TEXT }, { secretKey: TEXT }),
    ],
    ['those of environments', resource('/environments/{id}/api_keys', ['ApiKey', 'API keys'])],
    ['records that only look alike', resource('/tokens', ['Token', 'Tokens'])],
    ['the scheme of signing in', {}],
    [
      'routes that do not belong together',
      {
        '/api_keys': { get: operation('FindAllApiKey', 'API keys', KEY, true) },
        '/keys/{id}': {
          put: operation('UpdateApiKey', 'API keys', KEY),
          delete: operation('DeleteApiKey', 'API keys', null),
        },
      },
    ],
    [
      'keys that cannot be renamed',
      {
        '/api_keys': resource('/api_keys', ['ApiKey', 'API keys'])['/api_keys'],
        '/api_keys/{id}': { delete: operation('DeleteApiKey', 'API keys', null) },
      },
    ],
  ])('does not take %s', (_case, paths) => {
    expect(found(paths, { securitySchemes: { ApiKeyAuth: { type: 'apiKey' } } })).toEqual([]);
  });

  it('puts the better one first', () => {
    const stems = found({
      ...resource('/keys', ['ApiKey', 'API keys'], { id: TEXT }, {}),
      ...resource('/api_keys', ['ApiKey', 'API keys']),
    }).map(({ stem }) => stem);
    expect(stems).toEqual(['/api_keys', '/keys']);
  });

  it('follows references, joins parts, and ends in circles', () => {
    const components = {
      schemas: {
        Base: { properties: { id: TEXT, name: { $ref: '#/components/schemas/Name' } } },
        Name: TEXT,
        Key: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { lastIp: TEXT } }] },
        New: { allOf: [{ $ref: '#/components/schemas/Key' }, { properties: { value: TEXT, ttl: {} } }] },
        Loop: { $ref: '#/components/schemas/Loop' },
        Nest: { items: { $ref: '#/components/schemas/Nest' } },
      },
      responses: {},
    };
    const answer = (schema: Json): Json => ({
      tags: ['API keys'],
      responses: { '200': { content: { '*/*': { schema: { properties: { data: schema } } } } } },
    });
    const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
    const paths = (list: string, made: string): Json => ({
      '/api_keys': { get: answer({ type: 'array', items: ref(list) }), post: answer(ref(made)) },
      '/api_keys/{id}': { patch: {}, delete: {} },
    });
    expect(found(paths('Key', 'New'), components)[0]).toMatchObject({ secretField: 'value' });
    expect(found(paths('Loop', 'Nest'), components)[0]).toMatchObject({ secretField: null });
    expect(found(paths('Missing', '../Base'), components)).toHaveLength(1);
  });

  it('does not lose itself in a description that multiplies', () => {
    const many = Array.from({ length: 50 }, () => ({ $ref: '#/components/schemas/Many' }));
    const answer = { responses: { '200': { content: { '*/*': { schema: many[0] } } } } };
    const paths = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`/p${at}`, { get: answer }]));
    expect(found(paths, { schemas: { Many: { allOf: many } } })).toEqual([]);
  });

  it.each(['/api/v2', '/rest/v2', ''])('finds them below %j', (root) => {
    const paths = Object.entries({ ...ORGANIZATIONS, ...resource('/api_keys', ['ApiKey', 'API keys']) });
    const whole = Object.fromEntries(paths.map(([path, item]) => [root + path, item]));
    const operations = operationsIn({ openapi: '3.0.1', paths: whole });
    expect(candidatesAmong(operations).map(({ stem }) => stem)).toEqual(['/api_keys']);
  });

  it.each<[unknown]>([[null], ['text'], [{}], [{ openapi: '3.0.1' }], [{ openapi: '3.0.1', paths: [] }]])(
    'refuses %j',
    (text) => {
      expect(() => operationsIn(text)).toThrow(expect.objectContaining({ code: 'bad-answer' }) as Error);
    },
  );

  it('takes what is hostile in it for nothing', () => {
    const strange = { '/a': 7, '/b': { get: 'x', post: { tags: 'API keys', responses: [] } }, '/c': null };
    expect(found(strange)).toEqual([]);
    expect(found(JSON.parse('{"__proto__": {"get": {}}, "/constructor": {"get": {}}}') as Json)).toEqual([]);
  });
});

describe('filling in whose keys they are', () => {
  const candidate = (stem: string): Candidate => {
    const [first] = found(resource(stem, ['ApiKey', 'API keys']));
    if (first === undefined) throw new Error('not found');
    return first;
  };

  it('puts in the operator where the path names a user', () => {
    const filled = settled(candidate('/users/{userId}/api_keys'), 'u-1');
    expect(filled?.routes).toMatchObject({
      'keys.list': { path: '/users/u-1/api_keys' },
      'keys.revoke': { path: '/users/u-1/api_keys/{keyId}' },
    });
  });

  it.each<[string, string | null]>([
    ['/users/{userId}/api_keys', null],
    ['/users/{userId}/api_keys', '../..'],
    ['/users/{userId}/api_keys', 'x'.repeat(300)],
    ['/organizations/{id}/api_keys', 'u-1'],
    ['/a b/api_keys', null],
    ['/../api_keys', null],
    ['/x?y=/api_keys', null],
    [`/${'deep/'.repeat(60)}api_keys`, null],
  ])('does not use %s for %j', (stem, userId) => {
    expect(settled(candidate(stem), userId)).toBeNull();
  });
});
