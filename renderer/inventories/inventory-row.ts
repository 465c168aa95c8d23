import { PRACTICE_ORIGIN, type InventoryPlace } from '@core/domain/inventory';
import { traitsOf, vendorInfo, type KeyFact } from '@core/domain/vendor';
import type { PlacedKey } from '@renderer/api/read-inventory';
import type { KeyRow } from '@renderer/key-table/key-row';
import type { Place } from '@renderer/shared/place';

/** A key of an inventory in a table. What was decided about it is kept beside the rows, by `at`. */
export interface InventoryRow extends KeyRow {
  /** Its position in the file, from 0. */
  readonly at: number;
}

/** The places of an inventory as tables know them; a fact that is not recorded there has no value. */
export const inventoryPlaces = (places: readonly InventoryPlace[]): Place[] => places.map(placeOf);

function placeOf({ console, environment, notKept }: InventoryPlace): Place {
  const vendor = vendorInfo(console.vendor);
  const traits = traitsOf(vendor, environment.variant);
  const absent = new Set(notKept);
  const kept = traits.columns.flatMap(({ fact }): KeyFact[] => (absent.has(fact) ? [] : [fact]));
  return {
    environment: {
      ...environment,
      consoleId: console.id,
      environmentId: environment.id,
      // Nobody knows here; it is only asked for what to advise.
      canEdit: true,
      productionBasis: 'vendor',
      state: 'unknown',
      tab: false,
    },
    console: {
      id: console.id,
      vendor: console.vendor,
      label: console.label,
      baseUrl: console.origin,
      method: '',
      allowLoopback: false,
      allowPrivate: false,
      practice: console.origin === PRACTICE_ORIGIN,
      customCa: false,
      credentials: 'missing',
    },
    vendor,
    traits,
    facts: new Set(kept),
    revokeOnly: true,
  };
}

/** The rows of an inventory, in the order of the file. */
export function inventoryRows(keys: readonly PlacedKey[], places: readonly Place[]): InventoryRow[] {
  const rows: InventoryRow[] = [];
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at];
    const place = key && places[key.place];
    if (key === undefined || place === undefined) throw new Error(`Row ${at} of the inventory has no place`);
    rows.push({ id: String(at), key, place, at });
  }
  return rows;
}
