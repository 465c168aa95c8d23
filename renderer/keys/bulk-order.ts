import { keyPower } from '@core/domain/key-power';
import type { KeyRow } from '@renderer/key-table/key-row';

const power = ({ key, place }: KeyRow): number => keyPower(key, place.environment.production);

/** The most powerful keys first, equal ones by name: should the run be cut short, the worst is done. */
export const mostPowerfulFirst = (rows: readonly KeyRow[]): KeyRow[] =>
  [...rows].sort((a, b) => power(b) - power(a) || a.key.name.localeCompare(b.key.name, 'en'));
