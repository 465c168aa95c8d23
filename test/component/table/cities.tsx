import { cleanup, screen, within } from '@testing-library/react';
import { useMemo, useState, type ReactNode } from 'react';
import { afterEach } from 'vitest';
import type { Column, RowAction, RowFilter, Sort } from '@renderer/table/column';
import { DataTable } from '@renderer/table/DataTable';
import { EMPTY_SELECTION } from '@renderer/table/selection';
import { useRowView } from '@renderer/table/use-row-view';
import { AppTheme } from '@renderer/theme/AppTheme';

/** Rows that have nothing to do with keys. */
export interface City {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}

const COLUMNS: readonly Column<City>[] = [
  {
    id: 'name',
    label: 'Name',
    width: 200,
    pinned: true,
    text: ({ name }) => name,
    search: ({ name }) => name,
  },
  {
    id: 'people',
    label: 'People',
    width: 80,
    text: ({ people }) => `${people}`,
    order: ({ people }) => people,
  },
];
const FILTERS: readonly RowFilter<City>[] = [];
/** Three cities, not in order. */
export const CITIES: readonly City[] = [
  { id: 'b', name: 'Bern', people: 130 },
  { id: 'a', name: 'Aarau', people: 20 },
  { id: 'c', name: 'Chur', people: 40 },
];

/** Numbered cities, in order. */
export const many = (count: number): City[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${n}`, name: `City ${n}`, people: n }));

export interface TableProps {
  readonly rows?: readonly City[];
  readonly search?: string;
  readonly onOpen?: (city: City) => void;
  readonly onRun?: (city: City) => void;
  readonly strip?: { id: string; node: ReactNode };
}

/** A table of cities; it says which of them are ticked. */
export function Table({
  rows = CITIES,
  search = '',
  onOpen = ignore,
  onRun = ignore,
  strip,
}: TableProps): ReactNode {
  const source = useMemo(() => ({ rows, columns: COLUMNS, filters: FILTERS }), [rows]);
  const [sort, setSort] = useState<Sort | null>({ column: 'name', direction: 'ascending' });
  const [selection, setSelection] = useState(EMPTY_SELECTION);
  const view = useRowView(source, { search, filters: NONE, sort });
  const actions = useMemo<RowAction<City>[]>(
    () => [
      { id: 'visit', label: () => 'Visit city', icon: () => 'M0 0h1v1z', run: onRun },
      {
        id: 'leave',
        label: () => 'Leave city',
        icon: () => 'M0 0h1v1z',
        run: onRun,
        offered: ({ id }) => id !== 'a',
      },
    ],
    [onRun],
  );
  return (
    <AppTheme choice="light">
      <DataTable
        label="Cities"
        view={view}
        columns={COLUMNS}
        actions={actions}
        rowId={idOf}
        rowLabel={nameOf}
        sort={sort}
        onSort={setSort}
        selection={selection}
        onSelection={setSelection}
        onOpen={onOpen}
        strip={strip ?? null}
      />
      <output>{[...selection.ids].sort().join(' ')}</output>
    </AppTheme>
  );
}

const NONE: ReadonlySet<string> = new Set();
const ignore = (): void => undefined;
const idOf = ({ id }: City): string => id;
const nameOf = ({ name }: City): string => name;

/** The grid. */
export const grid = (): HTMLElement => screen.getByRole('grid', { name: 'Cities' });
/** The names in sight from top to bottom. */
export const names = (): string[] =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? '');
/** The ids of what is ticked. */
export const selected = (): string => screen.getByRole('status').textContent;
/** The text of what has the focus. */
export const focused = (): string => document.activeElement?.textContent ?? '';

afterEach(cleanup);
