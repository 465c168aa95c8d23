import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  itemsOf,
  membersOf,
  plusItem,
  valueOf,
  withItem,
  withMember,
  withoutItem,
  withoutMembers,
} from '@main/adapters/mia/json-text';

const blank = fc.constantFrom('', '', ' ', '\n\t', '\r\n  ');
const name = fc.oneof(
  fc.constantFrom('constructor', '__proto__', '', '10', '2', 'a"b', '}', '{', '\\', 'größe 🚚'),
  fc.string({ maxLength: 6 }),
);

/** Any JSON as a person or a program may have written it. */
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      '1.50',
      '1e3',
      '9007199254740993',
      'true',
      'null',
      '"\\u006f"',
      '"{{NAME}}"',
      '"\\\\"',
      '"}]\\""',
      '-0',
    ),
    fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
    fc
      .tuple(blank, fc.array(fc.tuple(blank, tie('value'), blank), { maxLength: 4 }))
      .map(([empty, items]) =>
        items.length === 0 ? `[${empty}]` : `[${items.map((item) => item.join('')).join(',')}]`,
      ),
    fc
      .tuple(
        blank,
        fc.uniqueArray(fc.tuple(name, blank, tie('value')), { maxLength: 4, selector: ([each]) => each }),
      )
      .map(([gap, members]) =>
        members.length === 0
          ? `{${gap}}`
          : `{${members.map(([each, space, raw]) => `${gap}${JSON.stringify(each)}${space}:${space}${raw}${gap}`).join(',')}}`,
      ),
  ),
}));
const object = fc
  .tuple(blank, fc.uniqueArray(fc.tuple(name, blank, value), { maxLength: 6, selector: ([each]) => each }))
  .map(([gap, members]) => ({
    members: members.map(([each, , raw]) => [each, raw] as const),
    text: `${gap}{${members.map(([each, space, raw]) => `${gap}${JSON.stringify(each)}${space}:${space}${raw}${gap}`).join(',')}}${gap}`,
  }));
const list = fc.tuple(blank, fc.array(value, { maxLength: 6 })).map(([gap, items]) => ({
  items,
  text: `[${items.map((item) => `${gap}${item}${gap}`).join(',')}]`,
}));
const RUNS = { numRuns: 2_000, seed: 31 };
const written = (text: string): (readonly [string, string])[] =>
  membersOf(text).map((member) => [member.name, member.raw] as const);

describe('a text of JSON', () => {
  it('is cut into its members, each as it is written', () => {
    fc.assert(
      fc.property(object, ({ text, members }) => {
        expect(written(text)).toEqual(members);
        for (const { from, to, raw } of membersOf(text))
          expect(text.slice(from, to).endsWith(raw)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is cut into its items, each as it is written', () => {
    fc.assert(
      fc.property(list, ({ text, items }) => {
        expect(itemsOf(text).map(({ raw }) => raw)).toEqual(items);
      }),
      RUNS,
    );
  });

  it('takes another value in the place of one member, and every other character stays', () => {
    fc.assert(
      fc.property(object, fc.nat(), value, ({ text, members }, at, raw) => {
        const [chosen] = members[at % Math.max(members.length, 1)] ?? ['new'];
        const changed = withMember(text, chosen, raw);
        expect(() => JSON.parse(changed) as unknown).not.toThrow();
        const known = members.some(([each]) => each === chosen);
        const expected = known
          ? members.map(([each, old]) => [each, each === chosen ? raw : old])
          : [...members, [chosen, raw]];
        expect(written(changed)).toEqual(expected);
        expect(withMember(changed, chosen, valueOf(text, chosen) ?? raw)).toBe(known ? text : changed);
      }),
      RUNS,
    );
  });

  it('loses the members that are to go and no other', () => {
    fc.assert(
      fc.property(object, fc.nat(63), ({ text, members }, mask) => {
        const gone = members.filter((_member, at) => (mask >> at) & 1).map(([each]) => each);
        const rest = withoutMembers(text, gone);
        expect(() => JSON.parse(rest) as unknown).not.toThrow();
        expect(written(rest)).toEqual(members.filter(([each]) => !gone.includes(each)));
        if (gone.length === 0) expect(rest).toBe(text);
      }),
      RUNS,
    );
  });

  it('gains, loses and changes single items', () => {
    fc.assert(
      fc.property(list, fc.nat(), value, ({ text, items }, place, raw) => {
        const at = place % Math.max(items.length, 1);
        const raws = (changed: string): string[] => itemsOf(changed).map((item) => item.raw);
        for (const changed of [plusItem(text, raw), withItem(text, at, raw), withoutItem(text, at)])
          expect(() => JSON.parse(changed) as unknown).not.toThrow();
        expect(raws(plusItem(text, raw))).toEqual([...items, raw]);
        expect(raws(withItem(text, at, raw))).toEqual(items.map((item, each) => (each === at ? raw : item)));
        expect(raws(withoutItem(text, at))).toEqual(items.filter((_item, each) => each !== at));
      }),
      RUNS,
    );
  });

  it('may be nested as deep as it likes', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(valueOf(`{"a":${deep},"b":1}`, 'b')).toBe('1');
  });
});
