import { useMemo } from 'react';
import type { OpenInventory } from '@core/domain/inventory';
import { findingContext, type FindingContext } from '@core/domain/policy';
import { usePolicy } from '@renderer/api/policy';
import { findingFilter, withFindings } from '@renderer/key-table/finding-column';
import { keyColumns } from '@renderer/key-table/key-columns';
import { keyFilters } from '@renderer/key-table/key-filters';
import type { Place } from '@renderer/shared/place';
import type { IndexSource } from '@renderer/table/row-index';
import type { InventoryRow } from './inventory-row';
import { reviewColumns } from './review/review-columns';
import type { ReviewDesk } from './review/review-desk';

/** An inventory that is read, with what is decided about it. */
export interface ReadInventory {
  readonly inventory: OpenInventory;
  readonly places: readonly Place[];
  /** In the order of the file. */
  readonly rows: readonly InventoryRow[];
  readonly desk: ReviewDesk;
}

/**
 * What the table of an inventory is made of; it stays the same while decisions are made.
 * @param now epoch milliseconds, as the rows see the time
 */
export function useInventorySource(
  { places, rows, desk }: ReadInventory,
  now: number,
): { readonly source: IndexSource<InventoryRow>; readonly context: FindingContext } {
  const policy = usePolicy();
  const context = useMemo(() => findingContext(rows, policy, now), [rows, policy, now]);
  const source = useMemo(() => {
    const columns = withFindings(keyColumns(places, now, places.length > 1), context);
    return {
      rows,
      columns: withReview(columns, desk),
      filters: [findingFilter(context), ...keyFilters(now)],
    };
  }, [places, rows, desk, context, now]);
  return { source, context };
}

/** What is decided stands beside the name, where it is seen at 900 pixels too. */
function withReview(
  [name, ...facts]: ReturnType<typeof keyColumns>,
  desk: ReviewDesk,
): IndexSource<InventoryRow>['columns'] {
  const [decision, ...others] = reviewColumns(desk);
  return [name, decision, ...facts, ...others].filter((column) => column !== undefined);
}
