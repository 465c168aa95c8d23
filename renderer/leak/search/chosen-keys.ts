import { keyRefOf, keyText } from '@core/domain/api-key';
import { keyPower } from '@core/domain/key-power';
import type { FoundKey, SearchRow } from '@core/domain/leak/search';

/** A key that was found, with the environment it was found in. */
export interface Find {
  /** Names it over all consoles. */
  readonly id: string;
  readonly found: FoundKey;
  readonly row: SearchRow;
}

/** Every key that was found, the most privileged first; what is sure before what is not, of the same power. */
export function finds(rows: readonly SearchRow[]): Find[] {
  const all = rows.flatMap((row) =>
    row.keys.map((found) => ({ id: keyText(keyRefOf(found.key)), found, row })),
  );
  const power = ({ found, row }: Find): number => keyPower(found.key, row.production);
  const sure = ({ found }: Find): number => (found.verdict === 'exact' ? 1 : 0);
  return all.sort(
    (a, b) =>
      power(b) - power(a) || sure(b) - sure(a) || a.found.key.name.localeCompare(b.found.key.name, 'en'),
  );
}

/** Which finds are ticked: those that are sure, unless the operator said otherwise; none that is only in a file. */
export const isTicked = ({ id, found, row }: Find, said: ReadonlyMap<string, boolean>): boolean =>
  row.saved !== true && (said.get(id) ?? found.verdict === 'exact');
