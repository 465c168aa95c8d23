import { describe, expect, it } from 'vitest';
import { protectionsOf, usesOf, withProtection } from '@main/adapters/mia/endpoints';

const own = (value: unknown) => ({ inherited: false, value });
const INHERITED = { inherited: true };
const document = (endpoints: unknown): string => JSON.stringify({ secrets: [], endpoints });

describe('what uses a key', () => {
  it('are endpoints and routes whose expressions name its ClientType', () => {
    const uses = usesOf(
      document({
        '/a': { acl: 'clientType == "x" || clientType=="constructor"' },
        '/b': {
          acl: 'clientType != "x" && groups.y',
          routes: {
            'GET/1': { verb: 'GET', path: '/1', acl: own("clientType == 'y'") },
            2: { verb: 'GET', path: '/2', acl: INHERITED },
          },
        },
        '/c': { acl: 'true' },
      }),
    );
    expect([...uses]).toEqual([
      ['x', ['/a', '/b']],
      ['constructor', ['/a']],
      ['y', ['GET /b/1']],
    ]);
  });

  it('counts every quoted name of an expression that cannot be read', () => {
    expect([...usesOf(document({ '/a': { acl: 'clientType === "x" ?? \'z\'' } })).keys()]).toEqual([
      'x',
      'z',
    ]);
  });

  it.each([
    [null],
    [[]],
    [{ '/a': null }],
    [{ '/a': { acl: 7, routes: [] } }],
    [{ '/a': { acl: 'true', routes: { r: 'x' } } }],
  ])('is nothing in what cannot be read, and no error: %j', (endpoints) =>
    expect(usesOf(document(endpoints)).size).toBe(0),
  );
});

describe('the protection of an endpoint', () => {
  it('has defaults, and tells the routes with rules of their own', () => {
    const route = (path: string, more: object) => ({
      verb: 'GET',
      path,
      secreted: INHERITED,
      acl: INHERITED,
      ...more,
    });
    const [plain, ruled] = protectionsOf(
      document({
        '/plain': {},
        '/ruled': {
          secreted: true,
          acl: 'true',
          routes: {
            a: route('/a', {}),
            b: route('/b', { secreted: own(false) }),
            c: route('/c', { acl: own('false') }),
          },
        },
      }),
    );
    expect(plain).toMatchObject({ path: '/plain', secreted: false, acl: '', overrides: [] });
    expect(ruled).toMatchObject({ secreted: true, acl: 'true', overrides: ['GET /b', 'GET /c'] });
  });

  it('is refused where it cannot be read, for then nobody knows what a change would do', () => {
    expect(() => protectionsOf(document({ '/a': { secreted: 'yes' } }))).toThrow(
      expect.objectContaining({ code: 'bad-answer' }) as Error,
    );
  });

  it('changes where it stands', () => {
    const text = '{"endpoints" : {"/a":{"acl" : "true", "n":1.50 },"/b":{}} }';
    expect(withProtection(text, '/a', { acl: '"x" in groups', secreted: true })).toBe(
      '{"endpoints" : {"/a":{"acl" : "\\"x\\" in groups", "n":1.50,"secreted":true },"/b":{}} }',
    );
    expect(withProtection(text, '/c', { secreted: true })).toBeNull();
    expect(withProtection('{}', '/c', { secreted: true })).toBeNull();
  });
});
