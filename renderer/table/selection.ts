/** Which rows are ticked, by id, and where a range would start. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The row ticked last on its own: a range is drawn from here. */
  readonly anchor: string | null;
  /** What was ticked before the range that is being drawn. */
  readonly base: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Nothing ticked. */
export const EMPTY_SELECTION: Selection = { ids: NONE, anchor: null, base: NONE };

/** Ticks or unticks one row and starts ranges from it. */
export function toggleRow({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id, base: next };
}

/** Ticks everything between the anchor and a row; drawing back gives up what was drawn over. */
export function extendTo(selection: Selection, id: string, idsInView: readonly string[]): Selection {
  const to = idsInView.indexOf(id);
  const from = selection.anchor === null ? -1 : idsInView.indexOf(selection.anchor);
  if (to < 0 || from < 0) return toggleRow(selection, id);
  const range = idsInView.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...selection, ids: new Set([...selection.base, ...range]) };
}

/** Starts a range at a row without ticking it yet, where none was started. */
export const anchorAt = (selection: Selection, id: string): Selection =>
  selection.anchor === null ? { ...selection, anchor: id, base: selection.ids } : selection;

/** Ticks all rows in view, or none of them when all are ticked already; rows out of view stay as they are. */
export function toggleAll({ ids }: Selection, idsInView: readonly string[]): Selection {
  const next = new Set(ids);
  const all = idsInView.every((id) => next.has(id));
  for (const id of idsInView) {
    if (all) next.delete(id);
    else next.add(id);
  }
  return { ids: next, anchor: null, base: next };
}

/** Ticks all rows in view. */
export function selectAll({ ids }: Selection, idsInView: readonly string[]): Selection {
  const next = new Set([...ids, ...idsInView]);
  return { ids: next, anchor: null, base: next };
}

/** The selection without rows that are gone; the same object when none is. */
export function onlyPresent(selection: Selection, isPresent: (id: string) => boolean): Selection {
  const ids = [...selection.ids].filter(isPresent);
  if (ids.length === selection.ids.size) return selection;
  const next = new Set(ids);
  return { ids: next, anchor: null, base: next };
}

/** How much of what is in view is ticked. */
export function coverage({ ids }: Selection, idsInView: readonly string[]): 'none' | 'some' | 'all' {
  if (ids.size === 0 || idsInView.length === 0) return 'none';
  let ticked = 0;
  for (const id of idsInView) if (ids.has(id)) ticked += 1;
  if (ticked === 0) return 'none';
  return ticked === idsInView.length ? 'all' : 'some';
}
