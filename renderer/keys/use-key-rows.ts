import { useMemo } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment } from '@core/domain/environment';
import { findingContext, type FindingContext } from '@core/domain/policy';
import type { Replacement } from '@core/domain/replacement';
import { usePolicy } from '@renderer/api/policy';
import { useReplacements } from '@renderer/api/replacements';
import { useKeysOf, type KeySource } from '@renderer/api/use-keys';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import { useStable } from '@renderer/api/use-stable';
import { useNow } from '@renderer/shared/use-now';
import type { IndexSource } from '@renderer/table/row-index';
import { keyColumns } from '@renderer/key-table/key-columns';
import { keyFilters } from '@renderer/key-table/key-filters';
import { findingFilter, withFindings } from '@renderer/key-table/finding-column';
import { keyRows, type KeyRow } from '@renderer/key-table/key-row';
import { rowReplacements } from '@renderer/key-table/row-replacement';
import { placesOf, type Places } from '@renderer/shared/place';

/** "Expiring" and "3 hours ago" are looked at anew this often. */
const CLOCK_MS = 300_000;

/** The keys of some environments as rows, and how reading them goes. */
export interface KeyRows {
  readonly places: Places;
  readonly sources: readonly KeySource[];
  readonly source: IndexSource<KeyRow>;
  /** Those of these environments, also such as are over. */
  readonly replacements: readonly Replacement[];
  /** What the rows are judged with. */
  readonly judging: FindingContext;
  /** Epoch milliseconds, as the rows see the time. */
  readonly now: number;
}

/** Reads the keys of environments, each on its own, and turns them into rows and columns. */
export function useKeyRows(environments: readonly Environment[], consoles: readonly ConsoleView[]): KeyRows {
  const known = useStable(environments, sameItems);
  const revokeOnly = useRevokeOnly();
  const places = useMemo(() => placesOf(known, consoles, revokeOnly), [known, consoles, revokeOnly]);
  const sources = useKeysOf(known);
  // Whether a refresh is running changes often; rows are made anew only when there are other keys.
  const read = useStable(sources, sameKeys);
  const now = useNow(CLOCK_MS);
  const { data: all = NONE } = useReplacements();
  const replacements = useMemo(() => all.filter((each) => places.has(environmentKey(each))), [all, places]);
  const rows = useMemo(
    () => keyRows(read, places, rowReplacements(replacements)),
    [places, read, replacements],
  );
  const policy = usePolicy();
  const judging = useMemo(() => findingContext(rows, policy, now), [now, policy, rows]);
  const source = useMemo(
    () => ({
      rows,
      columns: withFindings(keyColumns([...places.values()], now, known.length > 1), judging),
      filters: [...keyFilters(now), findingFilter(judging)],
    }),
    [judging, known, now, places, rows],
  );
  return { places, sources, source, replacements, judging, now };
}

const NONE: readonly Replacement[] = [];

const sameItems = <T>(before: readonly T[], now: readonly T[]): boolean =>
  before.length === now.length && before.every((item, at) => item === now[at]);

const sameKeys = (before: readonly KeySource[], now: readonly KeySource[]): boolean =>
  before.length === now.length &&
  before.every(({ rows, environment }, at) => rows === now[at]?.rows && environment === now[at].environment);
