import { useCallback, useMemo, useState } from 'react';
import { useKeyView, type KeyView } from '@renderer/key-table/use-key-view';
import type { IndexSource } from '@renderer/table/row-index';
import type { InventoryRow } from './inventory-row';
import type { ReviewDesk } from './review/review-desk';
import { isReviewFilter, orderDecided, pickDecided, reviewFilters } from './review/review-order';
import { useReviewState } from './review/use-desk';

const NONE: ReadonlySet<string> = new Set();

/** What the reviewer sees of the keys: as with live keys, and by what was decided, which no index keeps up with. */
export function useInventoryView(source: IndexSource<InventoryRow>, desk: ReviewDesk): KeyView<InventoryRow> {
  const view = useKeyView(source);
  const review = useReviewState(desk);
  const [on, setOn] = useState(NONE);
  const { table, sort, filters, toggleFilter, clear } = view;
  // By what was decided when the heading was pressed: rows that jump while they are judged help nobody.
  const ordered = useMemo(() => orderDecided(table.order, sort, desk.state()), [table.order, sort, desk]);
  const order = useMemo(() => pickDecided(ordered, on, review), [ordered, on, review]);
  const toggle = useCallback(
    (id: string) => (isReviewFilter(id) ? setOn((before) => toggled(before, id)) : toggleFilter(id)),
    [toggleFilter],
  );
  const clearAll = useCallback(() => {
    clear();
    setOn(NONE);
  }, [clear]);
  // While only decisions change, what is drawn stays as it is.
  const shown = useMemo(() => ({ ...table, order }), [table, order]);
  return { ...view, table: shown, filters: union(filters, on), toggleFilter: toggle, clear: clearAll };
}

/** The chips over the table: those of the keys, and those of what was decided. */
export function useFilterChips(
  view: KeyView<InventoryRow>,
  desk: ReviewDesk,
): Pick<KeyView<InventoryRow>, 'filters' | 'toggleFilter'> & {
  readonly table: {
    readonly rows: readonly InventoryRow[];
    readonly order: Uint32Array;
    readonly filters: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  };
} {
  const review = useReviewState(desk);
  const { rows, order, filters } = view.table;
  const chips = [...reviewFilters(review, rows.length), ...filters];
  return { filters: view.filters, toggleFilter: view.toggleFilter, table: { rows, order, filters: chips } };
}

const union = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  b.size === 0 ? a : new Set([...a, ...b]);

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
