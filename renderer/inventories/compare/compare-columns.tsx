import type { ReactNode } from 'react';
import { CHANGE_KINDS, type ChangeKind, type ComparedFact } from '@core/domain/comparison-changes';
import { CHANGE_WORDS, MATCH_WORDS } from '@core/text/comparison-words';
import { KEY_FACTS } from '@renderer/shared/key-facts';
import type { Column, RowFilter } from '@renderer/table/column';
import { bothSides, changesText, nameOf, type CompareRow } from './compare-rows';

const RECOGNISED = { id: 'Identifier', fingerprint: 'Secret', probable: 'Probably' } as const;

/** The questions that the chips ask, one per kind of change. */
export const CHANGE_FILTERS: readonly RowFilter<CompareRow>[] = CHANGE_KINDS.map((kind) => ({
  id: kind,
  label: CHANGE_WORDS[kind],
  group: 'change',
  matches: ({ changes }) => changes.includes(kind),
}));

const WORSE: ReadonlySet<ChangeKind> = new Set(
  CHANGE_KINDS.filter((kind) => kind === 'reappeared' || kind === 'expiry-later' || kind.endsWith('-wider')),
);

const ENVIRONMENT: Column<CompareRow> = {
  id: 'environment',
  label: 'Environment',
  width: 160,
  grow: 2,
  text: ({ where }) => where.environment.name,
  search: ({ where }) => where.environment.name,
  cell: ({ where: { environment } }) => (
    <span className="key-place">
      <bdi>{environment.name}</bdi>
      {environment.production && <span className="key-production">PROD</span>}
    </span>
  ),
  tip: ({ where }) => where.console.label,
};

/** The columns of a comparison. @param now epoch milliseconds */
export const compareColumns = (now: number): readonly Column<CompareRow>[] => [
  {
    id: 'name',
    label: 'Name',
    width: 190,
    grow: 3,
    pinned: true,
    text: nameOf,
    search: ({ before, after }) => `${before?.name ?? ''}\n${after?.name ?? ''}`,
    cell: (row) => <Both values={bothSides(row, 'name', now)} />,
    tip: (row) => saidText(bothSides(row, 'name', now)),
  },
  {
    id: 'changes',
    label: 'What changed',
    width: 190,
    grow: 2,
    text: changesText,
    order: ({ changes: [first] }) => (first === undefined ? NaN : CHANGE_KINDS.indexOf(first)),
    search: changesText,
    cell: (row) => <Changes row={row} />,
    tip: changesText,
  },
  ENVIRONMENT,
  factColumn('role', 150, now),
  factColumn('allowedHosts', 170, now),
  factColumn('expiresAt', 170, now),
  {
    id: 'matched',
    label: 'Recognised by',
    width: 112,
    text: ({ matchedBy }) => (matchedBy === null ? '' : RECOGNISED[matchedBy]),
    tip: ({ matchedBy }) => (matchedBy === null ? '' : `Recognised ${MATCH_WORDS[matchedBy]}.`),
  },
];

function factColumn(
  fact: Exclude<ComparedFact, 'revokedAt'>,
  width: number,
  now: number,
): Column<CompareRow> {
  const said = (row: CompareRow): readonly [string, string] => bothSides(row, fact, now);
  return {
    id: fact,
    label: KEY_FACTS[fact].label,
    width,
    grow: 1,
    text: (row) => saidText(said(row)),
    cell: (row) => <Both values={said(row)} />,
    tip: (row) => saidText(said(row)),
  };
}

/** "Reader → Admin", or the one value where both sides agree or only one has the key. */
const saidText = ([before, after]: readonly [string, string]): string =>
  before === after || before === '' || after === '' ? after || before : `${before} → ${after}`;

// SECURITY: a name may hold marks that turn text around; `bdi` keeps them inside the cell.
function Both({ values: [before, after] }: { values: readonly [string, string] }): ReactNode {
  if (before === after || before === '' || after === '') return <bdi>{after || before}</bdi>;
  return (
    <span>
      <bdi className="key-absent">{before}</bdi> → <bdi>{after}</bdi>
    </span>
  );
}

function Changes({ row }: { row: CompareRow }): ReactNode {
  const worse = row.changes.some((kind) => WORSE.has(kind));
  return <span className={worse ? 'key-saved' : undefined}>{changesText(row)}</span>;
}
