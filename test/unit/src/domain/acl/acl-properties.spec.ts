import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateAcl, mayCall, parseAcl, type Acl } from '@core/domain/acl/acl';

const read = (text: string): Acl => {
  const parsed = parseAcl(text);
  if (!parsed.ok) throw new Error(`${parsed.at}: ${parsed.reason}`);
  return parsed.acl;
};

const NAMES = ['a', 'b', 'c'];
const name = fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'grapheme', maxLength: 6 }));
const { acl: anyAcl } = fc.letrec<{ acl: Acl }>((tie) => ({
  acl: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constant('client-type' as const), name }),
    fc.record({
      kind: fc.constant('member' as const),
      of: fc.constantFrom('groups' as const, 'permissions' as const),
      names: fc.array(name, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('constant' as const), value: fc.boolean() }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('acl') }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      operands: fc.array(tie('acl'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

/** Writes an expression, its blanks and quotation marks chosen by `style`. */
function printed(acl: Acl, style: number): string {
  const blank = style % 2 === 0 ? ' ' : '';
  const mark = style % 3 === 0 ? "'" : '"';
  const quoted = (text: string): string => mark + text.replace(/[\\"']/g, '\\$&') + mark;
  switch (acl.kind) {
    case 'constant':
      return String(acl.value);
    case 'client-type':
      return `clientType${blank}==${blank}${quoted(acl.name)}`;
    case 'member':
      if (acl.names.length === 1 && style < 3) return `${acl.of}[${quoted(acl.names[0] ?? '')}]`;
      return `[${acl.names.map(quoted).join(`,${blank}`)}]${blank}in ${acl.of}`;
    case 'not':
      return `!(${printed(acl.operand, style)})`;
    case 'all':
    case 'any':
      return acl.operands
        .map((operand) => `(${printed(operand, style)})`)
        .join(`${blank}${acl.kind === 'all' ? '&&' : '||'}${blank}`);
  }
}

/** Every subset. */
const subsets = <Item>(items: readonly Item[]): Item[][] =>
  items.reduce<Item[][]>((found, item) => [...found, ...found.map((subset) => [...subset, item])], [[]]);

/** Every assignment of the few names that decide. */
const ASSIGNMENTS = subsets(NAMES).flatMap((groups) =>
  subsets(NAMES).map((permissions) => ({ groups, permissions })),
);

describe('expressions of any kind', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(anyAcl, fc.nat(5), (acl, style) => {
        expect(read(printed(acl, style))).toEqual(acl);
      }),
    );
  });

  it('mean the same to mayCall and to evaluateAcl', () => {
    fc.assert(
      fc.property(anyAcl, fc.constantFrom(...NAMES), (acl, clientType) => {
        const answer = mayCall(acl, clientType);
        fc.pre(answer !== 'depends');
        for (const user of ASSIGNMENTS)
          expect(evaluateAcl(acl, { clientType, ...user })).toBe(answer === 'yes');
      }),
    );
  });

  it('depend on the user only where users differ, if each name stands once', () => {
    const once = fc
      .shuffledSubarray(NAMES, { minLength: 1 })
      .chain((names) => fc.tuple(fc.constant(names), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 })));
    fc.assert(
      fc.property(once, fc.boolean(), ([names, choices], known) => {
        const text = names
          .map((group, at) => {
            const leaf = `${choices[at] ? '!' : ''}groups.${group}`;
            return choices[at + 3] ? `(${leaf} && clientType == "${choices[at + 6] ? 'a' : 'z'}")` : leaf;
          })
          .join(known ? ' || ' : ' && ');
        const acl = read(text);
        const outcomes = new Set(
          subsets(NAMES).map((groups) => evaluateAcl(acl, { clientType: 'a', groups, permissions: [] })),
        );
        const answer = outcomes.size === 2 ? 'depends' : outcomes.has(true) ? 'yes' : 'no';
        expect(mayCall(acl, 'a')).toBe(answer);
      }),
    );
  });

  it('never make the reader throw', () => {
    const pieces = [
      'clientType',
      '==',
      '!=',
      '!',
      '&&',
      '||',
      '(',
      ')',
      '[',
      ']',
      ',',
      '.',
      'in',
      'groups',
      '"a"',
    ];
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })));
    fc.assert(
      fc.property(soup, fc.constantFrom('', ' '), (parts, glue) => {
        const text = parts.join(glue);
        const parsed = parseAcl(text);
        if (parsed.ok)
          expect(typeof evaluateAcl(parsed.acl, { clientType: 'a', groups: [], permissions: [] })).toBe(
            'boolean',
          );
        else {
          expect(parsed.at).toBeGreaterThanOrEqual(0);
          expect(parsed.at).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
