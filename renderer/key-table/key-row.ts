import type { ApiKey, KeyRef } from '@core/domain/api-key';
import { environmentKey } from '@core/domain/environment';
import type { KeySource } from '@renderer/api/use-keys';
import type { RowReplacement, RowReplacements } from './row-replacement';
import type { Place, Places } from '@renderer/shared/place';

/** A key in a table, with where it lives. */
export interface KeyRow {
  /** Names the key over all consoles, for selections. */
  readonly id: string;
  readonly key: ApiKey;
  readonly place: Place;
  /** Where it is being replaced, or takes over from another. */
  readonly replacement?: RowReplacement | undefined;
}

/** A text that identifies a key over all consoles; identifiers are opaque, so they are kept apart by a line break. */
export const keyId = (ref: Omit<KeyRef, 'keyId'> & { readonly keyId: string }): string =>
  `${environmentKey(ref)}\n${ref.keyId}`;

/** The rows of all sources whose place is known. */
export function keyRows(
  sources: readonly Pick<KeySource, 'environment' | 'rows'>[],
  places: Places,
  replacementOf: RowReplacements,
): KeyRow[] {
  const rows: KeyRow[] = [];
  for (const { environment, rows: keys } of sources) {
    const prefix = environmentKey(environment);
    const place = places.get(prefix);
    if (place === undefined) continue;
    for (const key of keys)
      rows.push({ id: `${prefix}\n${key.id}`, key, place, replacement: replacementOf(prefix, key) });
  }
  return rows;
}
