import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersOf, objectOf, withValues } from '@main/practice/dialects/mia/json-members';

describe('membersOf', () => {
  it('keeps the order, the spelling of numbers, and values as they were written', () => {
    const text = ' { "10" : 1.50 ,"2":{"b" :[ 1e3, "]}" ]},"a\\"":"\\u006f\\\\" , "n":null,"e":{},"l":[]\n} ';
    expect(membersOf(text)).toEqual([
      { name: '10', raw: '1.50' },
      { name: '2', raw: '{"b" :[ 1e3, "]}" ]}' },
      { name: 'a"', raw: '"\\u006f\\\\"' },
      { name: 'n', raw: 'null' },
      { name: 'e', raw: '{}' },
      { name: 'l', raw: '[]' },
    ]);
    expect(membersOf('{ }')).toEqual([]);
  });

  it('is not stopped by depth', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(membersOf(`{"a":${deep},"b":1}`).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('takes any object apart so that it can be put together again', () => {
    const spelled = fc.tuple(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), fc.nat(3));
    fc.assert(
      fc.property(spelled, ([value, blanks]) => {
        const text = JSON.stringify(value, null, blanks);
        const members = membersOf(text);
        expect(JSON.parse(objectOf(members))).toEqual(JSON.parse(text));
        for (const { raw } of members) expect(text).toContain(raw);
      }),
    );
  });
});

describe('withValues', () => {
  it('replaces in place and adds what is missing at the end', () => {
    const members = membersOf('{"a":1,"b":2}');
    expect(objectOf(withValues(members, { c: 'x', a: 'é"' }))).toBe('{"a":"é\\"","b":2,"c":"x"}');
  });

  it('knows the names that every object has', () => {
    expect(objectOf(withValues(membersOf('{"__proto__":1,"constructor":2}'), {}))).toBe(
      '{"__proto__":1,"constructor":2}',
    );
  });
});
