import type { ReactNode } from 'react';
import type { KeyFact } from '@core/domain/vendor';
import { keyStatus } from '@core/domain/key-status';
import { NO_VALUE } from '@core/text/format';
import type { Column } from '@renderer/table/column';
import { KEY_FACTS } from './key-facts';
import type { KeyRow } from './key-row';
import type { Place } from './place';

/** Least widths in pixels, and shares of the spare width. */
const WIDTHS: Readonly<Record<KeyFact, { readonly width: number; readonly grow?: number }>> = {
  name: { width: 190, grow: 4 },
  description: { width: 160, grow: 2 },
  status: { width: 104 },
  type: { width: 122 },
  role: { width: 96, grow: 1 },
  expiresAt: { width: 106 },
  allowedHosts: { width: 146, grow: 1 },
  lastUsedAt: { width: 114 },
  lastUsedIp: { width: 122 },
  createdBy: { width: 128, grow: 1 },
  createdAt: { width: 106 },
  hint: { width: 104 },
  validDays: { width: 96 },
  active: { width: 96 },
  secret: { width: 96 },
  keepSecret: { width: 96 },
  deployed: { width: 120 },
  usedBy: { width: 150, grow: 2 },
};

const FACT_CLASSES: Partial<Record<KeyFact, string>> = { hint: 'key-code', lastUsedIp: 'key-code' };

/**
 * The columns for keys of some places: the facts their vendors know, under the vendor's own headings where all
 * agree. A fact that no vendor here has gets no column.
 * @param now epoch milliseconds
 */
export function keyColumns(places: readonly Place[], now: number, several: boolean): Column<KeyRow>[] {
  const facts = [...new Set(places.flatMap(({ traits }) => traits.columns.map(({ fact }) => fact)))];
  const columns = facts.map((fact) => factColumn(fact, headingOf(fact, places), now));
  const [name, ...rest] = columns;
  return several && name ? [name, ...placeColumns(places), ...rest] : columns;
}

function headingOf(fact: KeyFact, places: readonly Place[]): string {
  const labels = places.flatMap(({ traits }) =>
    traits.columns.flatMap((column) => (column.fact === fact ? [column.label] : [])),
  );
  const [first, ...others] = new Set(labels);
  return first !== undefined && others.length === 0 ? first : KEY_FACTS[fact].label;
}

function factColumn(fact: KeyFact, label: string, now: number): Column<KeyRow> {
  const { text, more, order, searched } = KEY_FACTS[fact];
  const has = ({ place }: KeyRow): boolean => place.facts.has(fact);
  const said = (row: KeyRow): string => (has(row) ? text(row.key, now) : '');
  return {
    id: fact,
    label,
    ...WIDTHS[fact],
    ...(fact === 'name' && { pinned: true }),
    // A dash stands for no value, and no value comes last.
    text: (row) => (said(row) === NO_VALUE ? '' : said(row)),
    cell: (row) => (has(row) ? drawFact(fact, said(row), row, now) : <NotRecorded place={row.place} />),
    tip: (row) => (has(row) ? (more?.(row.key, now) ?? '') : notRecorded(row.place)),
    ...(order && { order: (row: KeyRow) => (has(row) ? order(row.key, now) : NaN) }),
    ...(searched === true && { search: (row: KeyRow) => searchText(fact, row, said(row)) }),
  };
}

/** Every host can be searched for, not only the one in sight. */
function searchText(fact: KeyFact, { key }: KeyRow, said: string): string {
  return fact === 'allowedHosts' && Array.isArray(key.allowedHosts) ? key.allowedHosts.join(' ') : said;
}

function drawFact(fact: KeyFact, said: string, { key }: KeyRow, now: number): ReactNode {
  if (fact === 'status') return <span className={`key-status ${keyStatus(key, now)}`}>{said}</span>;
  if (fact === 'type' && key.type === 'administration') return <span className="key-badge">{said}</span>;
  if (fact === 'allowedHosts' && Array.isArray(key.allowedHosts)) return <Hosts hosts={key.allowedHosts} />;
  // SECURITY: a name may hold marks that turn text around; `bdi` keeps them inside the cell.
  return <bdi className={FACT_CLASSES[fact]}>{said}</bdi>;
}

function Hosts({ hosts: [first, ...others] }: { hosts: readonly string[] }): ReactNode {
  return (
    <span className="key-place">
      <span className="key-code">{first}</span>
      {others.length > 0 && <span>+{others.length}</span>}
    </span>
  );
}

const notRecorded = ({ vendor, environment }: Place): string =>
  `not recorded by ${vendor.label} in ${environment.name}`;

function NotRecorded({ place }: { place: Place }): ReactNode {
  return (
    <span className="key-absent">
      <span aria-hidden="true">{NO_VALUE}</span>
      <span className="kd-unseen">{notRecorded(place)}</span>
    </span>
  );
}

/** Where a key lives, for tables over several places. */
function placeColumns(places: readonly Place[]): Column<KeyRow>[] {
  const environment: Column<KeyRow> = {
    id: 'environment',
    label: 'Environment',
    // Names of one application begin alike; what tells them apart comes last.
    width: 204,
    grow: 2,
    text: ({ place }) => place.environment.name,
    search: ({ place }) => place.environment.name,
    cell: ({
      place: {
        environment: { name, production },
      },
    }) => (
      <span className="key-place">
        <bdi>{name}</bdi>
        {production && <span className="key-production">PROD</span>}
      </span>
    ),
    tip: ({ place }) => (place.environment.production ? `${place.environment.name} is production` : ''),
  };
  const console: Column<KeyRow> = {
    id: 'console',
    label: 'Console',
    width: 120,
    grow: 1,
    text: ({ place }) => place.console.label,
    search: ({ place }) => place.console.label,
    tip: ({ place }) => place.vendor.label,
  };
  return places.length === 0 ? [] : [environment, console];
}
