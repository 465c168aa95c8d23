import type { AppError } from '@core/domain/app-error';
import { environmentKey } from '@core/domain/environment';
import type { Instant } from '@core/domain/instant';
import { formatClock, formatDateTime, listed } from '@core/text/format';
import type { KeySource } from '@renderer/api/use-keys';
import { placeName, type Places } from '@renderer/shared/place';

/** Environments whose latest reading failed the same way. */
export interface Trouble {
  readonly id: string;
  readonly error: AppError;
  /** The names of the environments. */
  readonly names: readonly string[];
  /** When what is shown was read; null where nothing is. */
  readonly asOf: Instant | null;
  /** Reads them again. */
  readonly retry: () => void;
}

/** Failed readings, those of one console with the same failure together: a console that is down is one trouble. */
export function troublesOf(sources: readonly KeySource[], places: Places): Trouble[] {
  const groups = new Map<string, KeySource[]>();
  for (const source of sources) {
    const { environment, error, asOf, loading, refreshing } = source;
    if (error === null || loading || refreshing) continue;
    const id = [environment.consoleId, error.message, asOf === null].join('\n');
    groups.set(id, [...(groups.get(id) ?? []), source]);
  }
  return [...groups].flatMap(([id, group]) => troubleOf(id, group, { places, several: sources.length > 1 }));
}

function troubleOf(
  id: string,
  group: readonly KeySource[],
  { places, several }: { places: Places; several: boolean },
): Trouble[] {
  const [first] = group;
  if (!first?.error) return [];
  const names = group.flatMap(({ environment }) => {
    const place = places.get(environmentKey(environment));
    return place ? [placeName(place, several)] : [];
  });
  return [
    {
      id,
      error: first.error,
      names,
      asOf: first.asOf,
      retry: () => group.forEach((source) => source.refresh()),
    },
  ];
}

const UNREACHABLE: readonly AppError['code'][] = [
  'offline',
  'timeout',
  'tls',
  'server',
  'redirected',
  'bad-answer',
];
const NAMES_SHOWN = 3;
const TODAY_MS = 12 * 3_600_000;

/** One sentence for a trouble: which rows are old, or which are missing. */
export function troubleSentence({ error, names, asOf }: Trouble, several: boolean, now: number): string {
  const where = several ? `${namesText(names)}: ` : '';
  if (asOf === null) return `${where}the keys could not be read. ${error.message}`;
  const why = UNREACHABLE.includes(error.code) ? 'console unreachable' : 'could not be read again';
  const text = `${where}as of ${timeText(asOf, now)}, ${why}. ${error.message}`;
  return several ? text : text.replace(/^as/, 'As');
}

/** A time of today, a date and time otherwise. */
const timeText = (asOf: Instant, now: number): string =>
  now - Date.parse(asOf) < TODAY_MS ? formatClock(asOf) : formatDateTime(asOf);

function namesText(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return listed(more > 0 ? [...names.slice(0, NAMES_SHOWN), `${more} more`] : names);
}

/** When the oldest rows were read; null while nothing was. */
export function oldest(sources: readonly KeySource[]): Instant | null {
  const times = sources.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort();
  return times[0] ?? null;
}
