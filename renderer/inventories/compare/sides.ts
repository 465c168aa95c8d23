import type { OpenInventory } from '@core/domain/inventory';
import type { ComparisonRequest } from '@renderer/api/comparisons';

/** Stands for what the consoles say now, among the inventories that can be chosen. */
export const LIVE = 'live';

/** When an inventory was written, or else when the newest of its places was read; epoch milliseconds, 0 for nobody knows. */
export const dateOf = ({ exportedAt, places }: OpenInventory): number =>
  exportedAt === null ? Math.max(0, ...places.map(({ asOf }) => Date.parse(asOf))) : Date.parse(exportedAt);

/** What to compare, the older side first by its date; `swapped` turns that around. */
export function requestFor(
  inventory: OpenInventory,
  other: OpenInventory | typeof LIVE,
  swapped: boolean,
): ComparisonRequest {
  const own = { kind: 'inventory', inventoryId: inventory.inventoryId } as const;
  const theirs =
    other === LIVE
      ? ({ kind: 'live' } as const)
      : ({ kind: 'inventory', inventoryId: other.inventoryId } as const);
  const ownIsOlder = other === LIVE || dateOf(inventory) <= dateOf(other);
  return ownIsOlder !== swapped ? { older: own, newer: theirs } : { older: theirs, newer: own };
}
