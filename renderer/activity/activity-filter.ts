import type { ActivityEntry } from '@core/domain/activity';
import { DAY_MS } from '@core/domain/instant';

/** Which lines are asked for; an empty text asks for all. */
export interface ActivityFilter {
  readonly console: string;
  /** See `keyOf`. */
  readonly key: string;
  readonly person: string;
  readonly time: TimeChoice;
  /** Days in local time as `2026-03-04`, for `between`. */
  readonly from: string;
  readonly to: string;
}

/** Since when. */
export type TimeChoice = '' | 'hour' | 'day' | 'week' | 'month' | 'between';

/** Everything. */
export const NO_FILTER: ActivityFilter = { console: '', key: '', person: '', time: '', from: '', to: '' };

const SPANS: Readonly<Partial<Record<TimeChoice, number>>> = {
  hour: 3_600_000,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
};

/** A text that identifies the key of a line over all consoles; empty where it is about none. */
export const keyOf = ({ consoleId, environmentId, keyId, keyName }: ActivityEntry): string =>
  keyId === undefined && keyName === undefined
    ? ''
    : JSON.stringify([consoleId, environmentId, keyId ?? keyName]);

/** Whether anything is filtered out by it. */
export const isFiltering = (filter: ActivityFilter): boolean =>
  filter.console !== '' || filter.key !== '' || filter.person !== '' || filter.time !== '';

/**
 * The lines that are asked for, in their order.
 * @param now epoch milliseconds
 */
export function filtered(
  entries: readonly ActivityEntry[],
  filter: ActivityFilter,
  now: number,
): readonly ActivityEntry[] {
  if (!isFiltering(filter)) return entries;
  const [from, to] = range(filter, now);
  return entries.filter(
    (entry) =>
      (filter.console === '' || entry.consoleId === filter.console) &&
      (filter.person === '' || entry.person === filter.person) &&
      (filter.key === '' || keyOf(entry) === filter.key) &&
      entry.at >= from &&
      entry.at < to,
  );
}

const EVER = '\uFFFF';

/** Instants of one form compare as texts. */
function range({ time, from, to }: ActivityFilter, now: number): [string, string] {
  const span = SPANS[time];
  if (span !== undefined) return [new Date(now - span).toISOString(), EVER];
  if (time !== 'between') return ['', EVER];
  return [startOf(from, 0) ?? '', startOf(to, 1) ?? EVER];
}

/** When a local day begins, or one some days after it; null for no day. */
function startOf(day: string, after: number): string | null {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  const start = new Date(year, month - 1, date + after);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}

/** One thing to choose in a filter. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** As many choices as a list can be looked through; for all others there is the search. */
const MOST_CHOICES = 200;

/** What can be chosen among these lines, latest names and latest used first. */
export function choices(
  entries: readonly ActivityEntry[],
  valueOf: (entry: ActivityEntry) => string,
  labelOf: (entry: ActivityEntry) => string,
): readonly Choice[] {
  const found = new Map<string, string>();
  for (let at = entries.length - 1; at >= 0 && found.size < MOST_CHOICES; at -= 1) {
    const entry = entries[at];
    if (entry === undefined) continue;
    const value = valueOf(entry);
    if (value !== '' && !found.has(value)) found.set(value, labelOf(entry));
  }
  return [...found].map(([value, label]) => ({ value, label }));
}
