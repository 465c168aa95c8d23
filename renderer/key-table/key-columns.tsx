import type { ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import type { KeyFact } from '@core/domain/vendor';
import { keyStatus } from '@core/domain/key-status';
import { NO_VALUE } from '@core/text/format';
import type { ReplacementRole } from '@core/text/replacement';
import type { Column } from '@renderer/table/column';
import { ActivatingStatus } from './ActivatingStatus';
import { KEY_FACTS } from '@renderer/shared/key-facts';
import type { KeyRow } from './key-row';
import { replacementTip } from './row-replacement';
import type { Place } from '@renderer/shared/place';

/** Least widths in pixels, and shares of the spare width. */
const WIDTHS: Readonly<Record<KeyFact, { readonly width: number; readonly grow?: number }>> = {
  name: { width: 190, grow: 4 },
  description: { width: 160, grow: 2 },
  status: { width: 104 },
  type: { width: 122 },
  role: { width: 112, grow: 1 },
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
  deployed: { width: 158 },
  usedBy: { width: 150, grow: 2 },
};

/** Room for the time that is left. */
const COUNTING_WIDTH = 140;

const FACT_CLASSES: Partial<Record<KeyFact, string>> = { hint: 'key-code', lastUsedIp: 'key-code' };

/**
 * The columns for keys of some places: the facts their vendors know, under the vendor's own headings where all
 * agree. A fact that no vendor here has gets no column.
 * @param now epoch milliseconds
 */
export function keyColumns(places: readonly Place[], now: number, several: boolean): Column<KeyRow>[] {
  const facts = [...new Set(places.flatMap(({ traits }) => traits.columns.map(({ fact }) => fact)))];
  const counts = places.some(({ vendor }) => vendor.activationMs > 0);
  const columns = facts.map((fact) => ({
    ...factColumn(fact, headingOf(fact, places), now),
    ...(fact === 'status' && counts && { width: COUNTING_WIDTH }),
  }));
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
  // A dash stands for no value, which comes last and which nobody searches for.
  const value = (row: KeyRow): string => {
    const text = said(row);
    return text === NO_VALUE ? '' : text;
  };
  return {
    id: fact,
    label,
    ...WIDTHS[fact],
    ...(fact === 'name' && { pinned: true }),
    text: value,
    cell: (row) => (has(row) ? drawFact(fact, said(row), row, now) : <NotRecorded place={row.place} />),
    tip: (row) => {
      if (!has(row)) return notRecorded(row.place);
      if (fact === 'name' && row.replacement !== undefined) return replacementTip(row.replacement, now);
      return more?.(row.key, now) ?? '';
    },
    ...(order && { order: (row: KeyRow) => (has(row) ? order(row.key, now) : NaN) }),
    ...(searched === true && { search: (row: KeyRow) => searchText(fact, row, value(row)) }),
  };
}

/** Everything in a list can be searched for, not only what is in sight. */
const searchText = (fact: KeyFact, { key }: KeyRow, said: string): string =>
  listOf(fact, key)?.join(' ') ?? said;

/** The facts that are lists. */
function listOf(fact: KeyFact, { allowedHosts, usedBy }: ApiKey): readonly string[] | undefined {
  if (fact === 'usedBy') return usedBy;
  return fact === 'allowedHosts' && Array.isArray(allowedHosts) ? allowedHosts : undefined;
}

function drawFact(fact: KeyFact, said: string, { key, replacement }: KeyRow, now: number): ReactNode {
  if (fact === 'name' && replacement !== undefined) return <Taking over={replacement.role} name={said} />;
  if (fact === 'status') return drawStatus(said, key, now);
  if (fact === 'deployed' && key.deployed === 'saved') return <span className="key-saved">{said}</span>;
  if (fact === 'type' && key.type === 'administration') return <span className="key-badge">{said}</span>;
  const [first, ...others] = listOf(fact, key) ?? [];
  if (first !== undefined) return <FirstOf first={first} more={others.length} />;
  // SECURITY: a name may hold marks that turn text around; `bdi` keeps them inside the cell.
  return <bdi className={FACT_CLASSES[fact]}>{said}</bdi>;
}

function Taking({ name, over }: { name: string; over: ReplacementRole }): ReactNode {
  return (
    <span className="key-place">
      <bdi>{name}</bdi>
      <span className="key-turn" aria-hidden="true">
        {over} key
      </span>
    </span>
  );
}

/** Rows are looked at anew every few minutes; what ends sooner has a clock of its own. */
function drawStatus(said: string, key: ApiKey, now: number): ReactNode {
  const status = keyStatus(key, now);
  if (status === 'activating') return <ActivatingStatus apiKey={key} />;
  return <span className={`key-status ${status}`}>{said}</span>;
}

function FirstOf({ first, more }: { first: string; more: number }): ReactNode {
  return (
    <span className="key-place">
      <span className="key-code">{first}</span>
      {more > 0 && <span>+{more}</span>}
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
