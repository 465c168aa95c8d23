import type { InventoryPlace } from '@core/domain/inventory';
import type { PlanRowView } from '@core/domain/plan';
import { DECISION_WORDS } from '@core/text/plan-words';
import type { Column, RowFilter } from '@renderer/table/column';
import { ROW_STATES, rowSays, rowState } from './row-state';

type Read = (row: PlanRowView) => string;

/** The columns of a plan: which key, what was decided, where it is, and what there is to say. */
export const planColumns = (places: readonly InventoryPlace[]): Column<PlanRowView>[] => [
  {
    ...texts('name', 'Name', ({ name }) => name),
    ...{ width: 150, grow: 2, pinned: true },
    search: ({ name, keyId }) => `${name}\n${keyId}`,
  },
  { id: 'decision', label: 'Decision', width: 126, text: ({ decision }) => DECISION_WORDS[decision] },
  {
    id: 'state',
    label: 'State',
    width: 156,
    text: (row) => rowState(row).label,
    cell: (row) => <State row={row} />,
  },
  { id: 'says', label: 'What happens', width: 190, grow: 5, text: rowSays, tip: rowSays },
  {
    ...texts('environment', 'Environment', ({ place }) => places[place]?.environment.name ?? ''),
    ...{ width: 120, grow: 2 },
  },
  {
    ...texts('console', 'Console', ({ place }) => places[place]?.console.label ?? ''),
    ...{ width: 110, grow: 1 },
  },
  { ...texts('owner', 'Owner', ({ owner = '' }) => owner), width: 80, grow: 1 },
  { ...texts('note', 'Note', ({ note = '' }) => note), width: 120, grow: 2 },
];

/** A column of what somebody wrote. */
const texts = (id: string, label: string, text: Read) => ({
  id,
  label,
  text,
  search: text,
  tip: text,
  // SECURITY: a text may hold marks that turn it around; `bdi` keeps them inside the cell.
  cell: (row: PlanRowView) => <bdi>{text(row)}</bdi>,
});

function State({ row }: { row: PlanRowView }) {
  const { label, tone } = rowState(row);
  return <span className={`plan-state ${tone}`}>{label}</span>;
}

/** One chip for each state. */
export const PLAN_FILTERS: readonly RowFilter<PlanRowView>[] = ROW_STATES.map(({ id, label }) => ({
  id,
  label,
  group: 'state',
  matches: (row) => rowState(row).id === id,
}));
