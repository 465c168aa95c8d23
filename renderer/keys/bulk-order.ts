import type { KeyRow } from './key-row';

/** How much a key can do: what is stopped first when many are. Higher is more. */
function power({ key, place }: KeyRow): number {
  return (
    (key.type === 'administration' ? 8 : 0) +
    (place.environment.production ? 4 : 0) +
    (key.role?.toLowerCase() === 'admin' ? 2 : 0) +
    (key.allowedHosts === 'any' ? 1 : 0)
  );
}

/** The most powerful keys first, equal ones by name: should the run be cut short, the worst is done. */
export const mostPowerfulFirst = (rows: readonly KeyRow[]): KeyRow[] =>
  [...rows].sort((a, b) => power(b) - power(a) || a.key.name.localeCompare(b.key.name, 'en'));
