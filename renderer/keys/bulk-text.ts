import type { BulkAct } from '@core/domain/bulk';
import { fateOf, type Fate } from '@core/domain/bulk-fate';
import { actWords, bulkWord } from '@core/domain/bulk-words';
import { formatCount, listed, plural } from '@core/text/format';
import type { Place } from '@renderer/shared/place';
import type { KeyRow } from '@renderer/key-table/key-row';

/** A selected key with what an act will do to it. */
export interface FatedRow {
  readonly row: KeyRow;
  readonly fate: Fate;
}

/**
 * What an act will do to each key.
 * @param now epoch milliseconds
 */
export const fatesOf = (act: BulkAct, rows: readonly KeyRow[], now: number): FatedRow[] =>
  rows.map((row) => ({ row, fate: fateOf(act, row.key, row.place, now) }));

/** Those that the act is for. */
export const takenRows = (fated: readonly FatedRow[]): KeyRow[] =>
  fated.filter(({ fate }) => fate.refused === null).map(({ row }) => row);

/** What a selection holds, before anything is done: "12 keys in 2 environments, 3 of them in production, 1 Administration key". */
export function selectionText(rows: readonly KeyRow[]): string {
  const production = rows.filter(({ place }) => place.environment.production).length;
  const administration = rows.filter(({ key }) => key.type === 'administration').length;
  return [
    `${plural(rows.length, 'key')} in ${plural(placesAmong(rows).length, 'environment')}`,
    ...(production > 0 ? [`${formatCount(production)} of them in production`] : []),
    ...(administration > 0 ? [plural(administration, 'Administration key')] : []),
  ].join(', ');
}

/** The places of keys, each once. */
export const placesAmong = (rows: readonly KeyRow[]): Place[] => [...new Set(rows.map(({ place }) => place))];

/** How an act on these keys is called: the vendors' word where all agree. */
export const verbFor = (act: BulkAct, rows: readonly KeyRow[]): string =>
  actWords(
    act,
    placesAmong(rows).map(({ traits }) => traits),
  ).verb;

/** The word main will ask for: it grows with the number of keys and of environments. */
export function wordFor(act: BulkAct, rows: readonly KeyRow[]): string | null {
  const places = placesAmong(rows);
  return bulkWord({
    act,
    keys: rows.map(({ key }) => key),
    traits: places.map(({ traits }) => traits),
    environments: places.length,
    production: places.some(({ environment }) => environment.production),
  });
}

/** What will happen, once for each way it happens: the places, what it does to whoever uses the keys, what undoes it. */
export function consequences(
  fated: readonly FatedRow[],
): { readonly where: string; readonly text: string }[] {
  const ways = new Map<string, Set<string>>();
  for (const { row, fate } of fated) {
    if (fate.refused !== null) continue;
    const text = `${fate.effect} ${fate.undo}`;
    ways.set(text, (ways.get(text) ?? new Set()).add(row.place.vendor.label));
  }
  return [...ways].map(([text, vendors]) => ({ where: ways.size > 1 ? listed([...vendors]) : '', text }));
}

/** Which of the selected keys an act leaves out, and why, one line for each reason. */
export function leftOut(fated: readonly FatedRow[]): string[] {
  const reasons = new Map<string, number>();
  for (const { fate } of fated)
    if (fate.refused !== null) reasons.set(fate.refused, (reasons.get(fate.refused) ?? 0) + 1);
  return [...reasons].map(([reason, count]) => `${plural(count, 'key')} left out: ${reason}`);
}
