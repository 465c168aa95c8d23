import { describe, expect, it } from 'vitest';
import { keysOf } from '@main/adapters/mia/document';
import { placeOf } from '@main/adapters/mia/place';
import { toKey, toOperator, toSecret } from '@main/adapters/mia/transform';

const key = (more: object) => {
  const item = { clientType: 'a', secret: 's', active: true, ...more };
  const [found] = keysOf(JSON.stringify({ secrets: [item] }));
  if (found === undefined) throw new Error('There is no key.');
  return toKey(found, new Map([['a', ['/x']]]));
};

describe('a key', () => {
  it('comes over with what a configuration says of it, and without its value', () => {
    const { revision, ...told } = key({ secret: 'quite-a-long-secret-value', description: 'd' });
    expect(told).toEqual({
      id: 'a',
      name: 'a',
      description: 'd',
      type: null,
      role: null,
      active: true,
      usedBy: ['/x'],
      hint: 'alue',
      weakSecret: true,
    });
    expect(revision).not.toContain('quite');
  });

  it.each([
    ['x'.repeat(19), undefined, undefined],
    [`${'x'.repeat(16)}wxyz`, 'wxyz', undefined],
    ['{{NAME}}', '{{NAME}}', false],
    ['{{NAME}}-and-a-known-long-rest', undefined, false],
    ['{{not a name}}', undefined, false],
    ['{NAME}-is-no-variable-at-all', '-all', undefined],
  ])('hints at %j with %j', (secret, hint, readable) => {
    const { hint: shown, readable: canRead } = key({ secret });
    expect([shown, canRead]).toEqual([hint, readable]);
  });

  it.each([
    ['kY7-r2Qz9uXw_4mVb8Td', undefined],
    ['sunshine', true],
    ['{{NAME}}', undefined],
  ])('says of %j whether it is weak: %s', (secret, weak) => {
    expect(key({ secret }).weakSecret).toBe(weak);
  });

  it('has no description where that is empty or null', () => {
    for (const description of ['', null, undefined])
      expect(key({ description })).not.toHaveProperty('description');
  });
});

describe('an operator', () => {
  it.each([
    [['console.company.project.configuration.update'], true],
    [['x', 'console.project.configuration.update'], true],
    [['console.company.project.view'], false],
    [[], true],
    [undefined, true],
  ])('with the permissions %j may write: %s', (permissions, canWrite) => {
    expect(toOperator({ name: 'n', ...(permissions && { permissions }) })).toEqual({
      name: 'n',
      canWrite,
      canReveal: true,
    });
  });

  it('has a name in any case', () => {
    expect(toOperator({ name: '', email: 'a@b', userId: 'u' })).toMatchObject({ name: 'a@b', email: 'a@b' });
    expect(toOperator({ userId: 'u' }).name).toBe('u');
    expect(toOperator({}).name).toBe('Service account');
  });
});

it('reads identifiers of environments, whatever a branch is called', () => {
  expect(placeOf('65f/revisions/feature/a b#1')).toEqual({
    project: '65f',
    kind: 'revisions',
    ref: 'feature/a b#1',
  });
  for (const wrong of [
    '',
    '65f',
    '65f/revisions/',
    '65f/branches/main',
    '../revisions/main',
    '/revisions/main',
  ])
    expect(placeOf(wrong)).toBeNull();
});

it('writes a draft, active unless told otherwise', () => {
  expect(toSecret({ name: 'a', secret: 's' })).toEqual({ clientType: 'a', secret: 's', active: true });
  expect(() => toSecret({ name: 'a' })).toThrow(
    expect.objectContaining({ facts: { field: 'secret' } }) as Error,
  );
});
