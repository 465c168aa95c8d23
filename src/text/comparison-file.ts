import type { ComparedPlace, KeyDifference, PlaceApart } from '@core/domain/comparison';
import type { ChangeKind } from '@core/domain/comparison-changes';
import type { Instant } from '@core/domain/instant';
import type { InventoryKey, InventoryPlace } from '@core/domain/inventory';
import { CHANGE_WORDS } from './comparison-words';
import { csvText } from './csv';
import { CONSOLE_COLUMNS, ENVIRONMENT_COLUMNS, FACT_COLUMNS } from './inventory-columns';

/** What of a side goes into a file. */
export interface SavedSide {
  readonly kind: 'inventory' | 'live';
  readonly fileName: string;
  readonly sha256: string | null;
  readonly at: Instant | null;
  readonly keys: number;
}

/** A comparison that is saved. */
export interface SavedComparison {
  readonly older: SavedSide;
  readonly newer: SavedSide;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly unchanged: number;
  readonly places: readonly ComparedPlace[];
  readonly left: readonly (PlaceApart & {
    readonly side: 'older' | 'newer';
    readonly why?: string | undefined;
  })[];
  readonly differences: readonly KeyDifference[];
}

/** SECURITY: a fingerprint is for whoever asked for it in an export; here nobody did. */
const FACTS = FACT_COLUMNS.filter(({ member }) => member !== 'fingerprint');

const PLACES = [...CONSOLE_COLUMNS, ...ENVIRONMENT_COLUMNS];

const HEADINGS = [
  'changes',
  'recognised by',
  ...PLACES.map(({ heading }) => heading),
  ...FACTS.flatMap(({ heading }) => [`${heading} before`, `${heading} now`]),
];

/** What became of each key, as CSV: every fact before and now, empty where there was none. */
export const comparisonCsv = ({ places, differences }: SavedComparison): string =>
  csvText([HEADINGS, ...differences.map((row) => cellsOf(row, places[row.place]?.newer))]);

function cellsOf({ changes, matchedBy, before, after }: KeyDifference, place: InventoryPlace | undefined) {
  const cell = (key: InventoryKey | null, write: (key: InventoryKey) => string): string =>
    key === null ? '' : write(key);
  return [
    changes.map((kind) => CHANGE_WORDS[kind].toLowerCase()).join('; '),
    matchedBy ?? '',
    ...PLACES.map(({ write }) => (place === undefined ? '' : write(place))),
    ...FACTS.flatMap(({ write }) => [cell(before, write), cell(after, write)]),
  ];
}

/**
 * The same as JSON, with what was compared.
 * @param savedAt when the file is written
 */
export function comparisonJson(comparison: SavedComparison, savedAt: Instant): string {
  const { older, newer, counts, unchanged, places, left, differences } = comparison;
  const head = { format: 'keydesk-comparison', version: 1, savedAt, older, newer, counts, unchanged };
  const notCompared = left.map(({ side, place, keys, why }) => ({
    onlyIn: side,
    ...whereOf(place),
    keys,
    why,
  }));
  const keys = differences.map((row) => {
    const place = places[row.place]?.newer;
    const { changes, facts, matchedBy, before, after } = row;
    const where = place === undefined ? {} : whereOf(place);
    return { changes, facts, recognisedBy: matchedBy, ...where, before: bare(before), after: bare(after) };
  });
  return `${JSON.stringify({ ...head, notCompared, keys }, null, 1)}\n`;
}

const whereOf = ({ console, environment }: InventoryPlace) => ({ console, environment });

/** A key without what only its own inventory is for. */
export function bare(key: InventoryKey | null): Omit<InventoryKey, 'place' | 'fingerprint'> | null {
  if (key === null) return null;
  const { place: _place, fingerprint: _fingerprint, ...facts } = key;
  return facts;
}
