import { describe, expect, it } from 'vitest';
import { asksForUser, clientTypesIn, evaluateAcl, mayCall, parseAcl, type Acl } from '@core/domain/acl/acl';

const read = (text: string): Acl => {
  const parsed = parseAcl(text);
  if (!parsed.ok) throw new Error(`${parsed.at}: ${parsed.reason}`);
  return parsed.acl;
};
const refused = (text: string): [number, string] => {
  const parsed = parseAcl(text);
  if (parsed.ok) throw new Error('was read');
  return [parsed.at, parsed.reason];
};
const caller = (clientType: string | null, groups: string[] = [], permissions: string[] = []) => ({
  clientType,
  groups,
  permissions,
});
const opens = (text: string, ...who: Parameters<typeof caller>): boolean =>
  evaluateAcl(read(text), caller(...who));

describe('parseAcl', () => {
  it.each([
    ['clientType == "mobile"', { kind: 'client-type', name: 'mobile' }],
    ["clientType=='mobile'", { kind: 'client-type', name: 'mobile' }],
    ['clientType!="mobile"', { kind: 'not', operand: { kind: 'client-type', name: 'mobile' } }],
    ['groups.admin', { kind: 'member', of: 'groups', names: ['admin'] }],
    ['groups.night-shift', { kind: 'member', of: 'groups', names: ['night-shift'] }],
    ['groups["Büro, \\"Nord\\""]', { kind: 'member', of: 'groups', names: ['Büro, "Nord"'] }],
    ['permissions["write:orders"]', { kind: 'member', of: 'permissions', names: ['write:orders'] }],
    ['"admin" in groups', { kind: 'member', of: 'groups', names: ['admin'] }],
    ['["admin","user"] in groups', { kind: 'member', of: 'groups', names: ['admin', 'user'] }],
    ['["a"] in permissions', { kind: 'member', of: 'permissions', names: ['a'] }],
    ['true', { kind: 'constant', value: true }],
    ['false', { kind: 'constant', value: false }],
    ['', { kind: 'constant', value: true }],
    [' \n\t', { kind: 'constant', value: true }],
  ])('reads %s', (text, acl) => {
    expect(read(text)).toEqual(acl);
  });

  it('binds && more closely than ||, and ! most closely', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ kind: 'member', of: 'groups', names: [name] }));
    expect(read('groups.a || groups.b && groups.c')).toEqual({
      kind: 'any',
      operands: [a, { kind: 'all', operands: [b, c] }],
    });
    expect(read('(groups.a || groups.b) && !groups.c')).toEqual({
      kind: 'all',
      operands: [
        { kind: 'any', operands: [a, b] },
        { kind: 'not', operand: c },
      ],
    });
  });

  it.each([
    ['clientType = "x"', 11, 'no meaning'],
    ['clientType "x"', 11, 'After clientType'],
    ['clientType == x', 14, 'in quotation marks'],
    ['clientType == "x', 14, 'no closing quotation mark'],
    ['clientType == "x" "y"', 18, 'should end'],
    ['clientType == "x" &&', 20, 'ends too early'],
    ['groups', 6, 'ends too early'],
    ['groups.', 7, 'ends too early'],
    ['groups[admin]', 7, 'in quotation marks'],
    ['[] in groups', 1, 'in quotation marks'],
    ['["a"] of groups', 6, 'in groups'],
    ['["a"] in roles', 9, 'in groups'],
    ['isBackoffice', 0, 'Only clientType'],
    ['(true', 5, 'Here ) is expected'],
    ['true)', 4, 'should end'],
    ['"a\\n" in groups', 2, 'backslash'],
    ['🔑 || true', 0, 'no meaning'],
    ['true || 🔑', 8, 'no meaning'],
    ['true & false', 5, 'no meaning'],
  ])('says where %s cannot be read, and why', (text, at, reason) => {
    const [where, why] = refused(text);
    expect(where).toBe(at);
    expect(why).toContain(reason);
    expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it('reads a hundred levels and no more', () => {
    const nested = (levels: number): string => `${'('.repeat(levels)}true${')'.repeat(levels)}`;
    expect(read(nested(100))).toEqual({ kind: 'constant', value: true });
    expect(refused(nested(101))[1]).toContain('100 levels');
    expect(refused(`${'!'.repeat(5000)}true`)[1]).toContain('100 levels');
    expect(read(Array.from({ length: 500 }, () => '(true)').join('||'))).toMatchObject({ kind: 'any' });
  });

  it('reads ten thousand characters and no more', () => {
    const padded = (length: number): string => 'true'.padEnd(length);
    expect(parseAcl(padded(10_000)).ok).toBe(true);
    expect(refused(padded(10_001))).toEqual([10_000, expect.stringContaining('10,000') as string]);
  });
});

describe('evaluateAcl', () => {
  it('knows the caller by ClientType, groups and permissions', () => {
    expect(opens('clientType == "mobile"', 'mobile')).toBe(true);
    expect(opens('clientType == "mobile"', 'Mobile')).toBe(false);
    expect(opens('clientType == "mobile"', null)).toBe(false);
    expect(opens('clientType != "mobile"', null)).toBe(true);
    expect(opens('["admin","user"] in groups', null, ['user'])).toBe(true);
    expect(opens('["admin","user"] in groups', null, ['guest'], ['admin'])).toBe(false);
    expect(opens('permissions["write:orders"]', null, [], ['write:orders'])).toBe(true);
    expect(opens('groups.foo || clientType=="bar"', 'bar')).toBe(true);
    expect(opens('', null)).toBe(true);
    expect(opens('false', 'mobile', ['admin'])).toBe(false);
  });

  it('finds nothing in what every object has', () => {
    expect(opens('groups.constructor || groups.__proto__ || permissions["toString"]', null)).toBe(false);
    expect(opens('clientType == "constructor"', 'constructor')).toBe(true);
  });
});

describe('clientTypesIn', () => {
  it('names each once, in order of appearance', () => {
    const text = 'clientType=="b" || !(clientType != "a" && groups.x) || clientType == "b"';
    expect(clientTypesIn(read(text))).toEqual(['b', 'a']);
    expect(clientTypesIn(read('groups.clientType'))).toEqual([]);
  });
});

describe('mayCall', () => {
  it.each([
    ['clientType == "a"', 'yes'],
    ['clientType != "a"', 'no'],
    ['clientType == "b"', 'no'],
    ['', 'yes'],
    ['groups.x', 'depends'],
    ['groups.x || clientType == "a"', 'yes'],
    ['groups.x && clientType == "b"', 'no'],
    ['groups.x && clientType == "a"', 'depends'],
    ['!permissions["p"]', 'depends'],
  ])('judges %s', (text, answer) => {
    expect(mayCall(read(text), 'a')).toBe(answer);
  });
});

describe('asksForUser', () => {
  it('tells groups and permissions from ClientTypes', () => {
    expect(asksForUser(read('clientType == "a" || !groups.x'))).toBe(true);
    expect(asksForUser(read('clientType == "a" && true'))).toBe(false);
  });
});
