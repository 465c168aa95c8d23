import { beforeAll, describe, expect, it } from 'vitest';
import type { Column, RowFilter } from '@renderer/table/column';
import { foldText, searchTerms } from '@renderer/table/fold-text';
import { atOnce } from '@renderer/table/pace';
import { indexRows, type RowIndex } from '@renderer/table/row-index';
import { filterMasks, findRows, orderRows, pickRows } from '@renderer/table/row-view';

interface Row {
  readonly name: string;
  readonly owner: string;
  readonly used: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', label: 'Name', width: 100, text: (row) => row.name, search: (row) => row.name },
  { id: 'owner', label: 'Owner', width: 100, text: (row) => row.owner, search: (row) => row.owner },
  { id: 'used', label: 'Used', width: 100, text: (row) => String(row.used), order: (row) => row.used },
];

const FILTERS: readonly RowFilter<Row>[] = [
  { id: 'even', label: 'Even', group: 'parity', matches: (row) => row.used % 2 === 0 },
  { id: 'odd', label: 'Odd', group: 'parity', matches: (row) => row.used % 2 === 1 },
  { id: 'ada', label: 'Ada', group: 'owner', matches: (row) => row.owner === 'Ada' },
];

const OWNERS = ['Ada', 'Grace', ''];
const rows: Row[] = Array.from({ length: 100_000 }, (_, n) => ({
  name: `Service ${(n * 7_919) % 100_000}${n % 5 === 0 ? ' Müller' : ''}`,
  owner: OWNERS[n % 3] ?? '',
  used: n % 11 === 0 ? NaN : (n * 31) % 977,
}));

const naive = (query: string, keep: (row: Row) => boolean): number[] =>
  rows.flatMap((row, at) => {
    const text = foldText(`${row.name}\n${row.owner}`);
    return keep(row) && searchTerms(query).every((term) => text.includes(term)) ? [at] : [];
  });

describe('100,000 rows', () => {
  let index: RowIndex;
  beforeAll(() => {
    index = atOnce(indexRows({ rows, columns: COLUMNS, filters: FILTERS }));
  });

  it.each(['', 'service 77', 'MULLER grace', 'nothing has this', 'ada 1'])(
    'finds "%s" like a plain search',
    (query) => {
      const picked = pickRows(orderRows(index, null), findRows(index, query), []);
      expect([...picked]).toEqual(naive(query, () => true));
    },
  );

  it('narrows and widens as letters come and go, with the same answer as from scratch', () => {
    const typed = ['s', 'se', 'service 9', 'service 99 mul', 'service 9', '', 'ull', 'mull'];
    let last = findRows(index, '');
    for (const query of typed) {
      last = findRows(index, query, last);
      expect([...last.hits]).toEqual([...findRows(index, query).hits]);
    }
  });

  it('sorts numbers both ways, absent ones last', () => {
    for (const direction of ['ascending', 'descending'] as const) {
      const used = [...orderRows(index, { column: 'used', direction })].map((row) => rows[row]?.used ?? NaN);
      const present = used.filter((value) => !Number.isNaN(value));
      const sign = direction === 'ascending' ? 1 : -1;
      expect(present).toEqual([...present].sort((a, b) => sign * (a - b)));
      expect(used.slice(present.length).every(Number.isNaN)).toBe(true);
      expect(used).toHaveLength(rows.length);
    }
  });

  it('sorts text by collation and keeps the order of equal rows', () => {
    const order = [...orderRows(index, { column: 'owner', direction: 'ascending' })];
    const expected = ['Ada', 'Grace', ''].flatMap((owner) =>
      rows.flatMap((row, at) => (row.owner === owner ? [at] : [])),
    );
    expect(order).toEqual(expected);
  });

  it('widens within a filter group and narrows between groups', () => {
    const pick = (...on: string[]): number[] => [
      ...pickRows(orderRows(index, null), findRows(index, ''), filterMasks(FILTERS, new Set(on))),
    ];
    expect(pick('even', 'odd')).toEqual(naive('', ({ used }) => !Number.isNaN(used)));
    expect(pick('even', 'ada')).toEqual(naive('', ({ used, owner }) => used % 2 === 0 && owner === 'Ada'));
  });

  it('counts what each filter matches', () => {
    expect(index.counts).toEqual(FILTERS.map(({ matches }) => rows.filter(matches).length));
  });
});

it('keeps the order of rows for a column it does not know', () => {
  const index = atOnce(indexRows({ rows: rows.slice(0, 3), columns: COLUMNS, filters: [] }));
  expect([...orderRows(index, { column: 'gone', direction: 'descending' })]).toEqual([0, 1, 2]);
});

it('can be searched and counted before it can be sorted', () => {
  const told: RowIndex[] = [];
  const few = { rows: rows.slice(0, 300), columns: COLUMNS, filters: FILTERS };
  const whole = atOnce(indexRows(few, (index) => told.push(index)));
  const [early] = told;
  expect(told).toHaveLength(1);
  expect(early?.ranks.size).toBe(0);
  expect(early).toEqual({ ...whole, ranks: new Map() });
});
