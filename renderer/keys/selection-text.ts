import { formatCount, listed } from '@core/text/format';
import { canStop, canStopInBulk } from './key-rights';
import type { KeyRow } from '@renderer/key-table/key-row';

/** Which of the selected keys are not stopped together with the others, and why; empty when all are. */
export function leftOutText(rows: readonly KeyRow[]): string {
  const own = rows.filter((row) => canStop(row) && !canStopInBulk(row)).length;
  const stopped = rows.filter(({ key }) => key.revokedAt !== undefined).length;
  const fixed = rows.filter((row) => !canStop(row)).length - stopped;
  const parts: [number, string][] = [
    [own, 'that Keydesk signs in with (stop it on its own, last)'],
    [stopped, 'stopped already'],
    [fixed, 'where nothing can be changed'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, why]) => `${formatCount(count)} ${why}`);
  return said.length === 0 ? '' : `Left out: ${listed(said)}`;
}
