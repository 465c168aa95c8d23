import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, guardCell, parseCsv, unguardCell } from '@core/text/csv';
import { hostile } from './hostile-text';

const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
const anyCell = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom("'", '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r\n', '\0', '"', ',', 'a'),
      {
        maxLength: 5,
      },
    )
    .map((parts) => parts.join('')),
);
const anyRows = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { maxLength: 12 });

describe('rows as CSV', () => {
  it('come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(anyRows, fc.boolean(), (rows, mark) => {
        expect(parseCsv(csvText(rows, { mark }))).toEqual(rows);
      }),
      { numRuns: 400 },
    );
  });

  it('hold nothing that a spreadsheet program would run', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        expect(guardCell(cell)).not.toMatch(FORMULA);
        expect(unguardCell(guardCell(cell))).toBe(cell);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are quoted, and end in CRLF', () => {
    expect(csvText([['a', 'say "no"', '']])).toBe('"a","say ""no""",""\r\n');
    expect(csvText([])).toBe('');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['＝1+1', "'＝1+1"],
    ["'=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ['a=1', 'a=1'],
  ])('guard %j as %j', (cell, guarded) => {
    expect(guardCell(cell)).toBe(guarded);
  });

  it('begin with a mark where a program needs one', () => {
    expect(csvText([['ä']], { mark: true })).toBe('\uFEFF"ä"\r\n');
  });
});

describe('CSV from elsewhere', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,\r\n,b\r\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a\r\rb\r', [['a'], ['b']]],
    ['"a\r\nb",c', [['a\r\nb', 'c']]],
    ['\uFEFF"a"', [['a']]],
    ['', []],
  ] as const)('is read: %j', (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it.each([
    ['"a', 1],
    ['a\n"b"c', 2],
    ['"x\ny"\nb"c', 3],
  ])('is refused with the line where it breaks: %j', (text, line) => {
    expect(() => parseCsv(text)).toThrow(`Line ${line} is no CSV`);
  });
});
