import { useCallback, useMemo, useState } from 'react';
import type { Decision } from '@core/domain/review';
import type { EntryEdit } from '@core/domain/review-entry';
import { plural } from '@core/text/format';
import type { KeyView } from '@renderer/key-table/use-key-view';
import { EMPTY_SELECTION } from '@renderer/table/selection';
import type { InventoryRow } from '../inventory-row';
import { DECISION_FACTS } from './decisions';
import type { ReviewDesk } from './review-desk';
import { nextUndecided } from './review-order';
import { useCurrent } from './use-desk';

/** How keys are judged one after the other, or many at once. */
export interface Judging {
  /** The key beside the table; null while none is in sight. */
  readonly row: InventoryRow | null;
  /** Decides about the ticked keys, or else about the one beside the table, and goes on to the next. */
  readonly decide: (decision: Decision) => void;
  readonly edit: (edit: EntryEdit) => void;
  readonly undo: () => void;
  /** Goes to the next key that nothing is decided about. */
  readonly next: () => void;
  /** Takes the focus back to the key in the table. */
  readonly back: () => void;
  readonly look: (row: InventoryRow) => void;
  /** Where the table takes the focus. */
  readonly goTo: { readonly row: number } | null;
  /** What was done last, for those who do not see it. */
  readonly said: string;
}

/** Judging of the keys of one table. Rows stand at their position in the file. */
export function useJudging(view: KeyView<InventoryRow>, desk: ReviewDesk): Judging {
  const { table, selected, setSelection } = view;
  const [goTo, setGoTo] = useState<{ row: number } | null>(null);
  const [said, setSaid] = useState('');
  const current = useCurrent(desk) ?? table.order[0] ?? null;
  const row = current === null ? null : (table.rows[current] ?? null);
  const visit = useCallback(
    (at: number | null) => {
      if (at === null) return;
      desk.look(at);
      setGoTo({ row: at });
    },
    [desk],
  );
  const step = useCallback(
    (from: number) => visit(nextUndecided(table.order, from, desk.state()) ?? from),
    [desk, table, visit],
  );
  const acts = useMemo(() => {
    const many = selected.map(({ at }) => at);
    return {
      decide: (decision: Decision) => {
        if (current === null) return;
        const { label } = DECISION_FACTS[decision];
        desk.change(many.length > 0 ? many : [current], { decision });
        if (many.length > 0) setSelection(EMPTY_SELECTION);
        step(current);
        setSaid(`${label}: ${many.length > 0 ? plural(many.length, 'key') : nameAt(table.rows, current)}`);
      },
      edit: (edit: EntryEdit) => {
        if (current !== null) desk.change([current], edit);
      },
      undo: () => {
        const [first, ...others] = desk.undo();
        if (first === undefined) return;
        visit(first);
        const what = others.length > 0 ? plural(others.length + 1, 'key') : nameAt(table.rows, first);
        setSaid(`Taken back: ${what}`);
      },
      next: () => (current === null ? undefined : step(current)),
      back: () => visit(current),
    };
  }, [current, desk, selected, setSelection, step, table, visit]);
  const look = useCallback(({ at }: InventoryRow) => desk.look(at), [desk]);
  return { row, ...acts, look, goTo, said };
}

const nameAt = (rows: readonly InventoryRow[], at: number): string => rows[at]?.key.name ?? '';
