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
  const acts = useMemo(() => {
    const visit = (at: number): void => {
      desk.look(at);
      setGoTo({ row: at });
    };
    const step = (from: number): void => visit(nextUndecided(table.order, from, desk.state()) ?? from);
    const named = (rows: readonly number[]): string =>
      rows.length > 1 ? plural(rows.length, 'key') : (table.rows[rows[0] ?? -1]?.key.name ?? '');
    return { visit, step, named };
  }, [desk, table]);
  const look = useCallback(({ at }: InventoryRow) => desk.look(at), [desk]);
  if (current === null) return { ...NOBODY, look, goTo, said };
  const decide = (decision: Decision): void => {
    const ticked = selected.map(({ at }) => at);
    const rows = ticked.length > 0 ? ticked : [current];
    desk.change(rows, { decision });
    if (ticked.length > 0) setSelection(EMPTY_SELECTION);
    acts.step(current);
    setSaid(`${DECISION_FACTS[decision].label}: ${acts.named(rows)}`);
  };
  const undo = (): void => {
    const rows = desk.undo();
    if (rows[0] === undefined) return;
    acts.visit(rows[0]);
    setSaid(`Taken back: ${acts.named(rows)}`);
  };
  const edit = (change: EntryEdit): void => desk.change([current], change);
  const next = (): void => acts.step(current);
  const back = (): void => acts.visit(current);
  return { row: table.rows[current] ?? null, decide, edit, undo, next, back, look, goTo, said };
}

const nothing = (): void => undefined;

/** Nothing is in sight, so nothing is judged. */
const NOBODY = { row: null, decide: nothing, edit: nothing, undo: nothing, next: nothing, back: nothing };
